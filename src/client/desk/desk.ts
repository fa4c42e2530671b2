import words from 'words:desk';
import { emptyDraft } from '../../desk/draft.ts';
import type { Reading } from '../../desk/reading.ts';
import { el, say } from '../dom.ts';
import { showArticle } from './article.ts';
import { read, write } from './ask.ts';
import { keepDraft, keptDraft } from './drafts.ts';
import { buildForm, showForm } from './fact-form.ts';
import { listenToOpener, offerBookmarklet } from './handed-over.ts';
import { forgetName, listenToKeep, sayAgain, showName } from './keep/keep.ts';
import { listenToArrows, showLines } from './lines.ts';
import { openMenu } from './menu.ts';
import {
  addPictures,
  dropPictures,
  listenToPictures,
  onPictures,
  pictureAddress,
  pictureFiles,
  pictures,
} from './pictures.ts';
import { part } from './setting.ts';
import { takeShared } from './shared.ts';
import { canUndo, change, current, isEmpty, onChange, undo } from './state.ts';
import { listenToDrops, listenToInput } from './take-in.ts';

/** The page of the desk: what is pasted goes to the worker, and what the worker read is shown. */

const box = part<HTMLTextAreaElement>('#desk-text');
const edit = part<HTMLButtonElement>('#desk-edit');
/** Whether the text itself is shown rather than its lines. */
let isEditing = false;

function arrange(): void {
  const draft = current();
  const shown = isEmpty() || isEditing;
  part('.desk-in').hidden = !shown;
  part('.desk-read').hidden = shown;
  part('.desk-keep').hidden = isEmpty();
  part('.desk-bar').hidden = isEmpty() && !canUndo();
  part<HTMLButtonElement>('#desk-undo').disabled = !canUndo();
  edit.hidden = isEmpty();
  edit.setAttribute('aria-pressed', String(isEditing));
  document.body.classList.toggle('desk-begun', !isEmpty());
  const text = draft.form === 'text' ? draft.text : '';
  if (box.value !== text) box.value = text;
}

function showRemarks(remarks: Reading['remarks']): void {
  part('.desk-remarks').hidden = remarks.length === 0;
  part('.desk-remarks ul').replaceChildren(
    ...remarks.map(({ message, hint, severity }) =>
      el(
        'li',
        { 'data-severity': severity, lang: 'en', dir: 'auto' },
        `${message} `,
        el('span', { class: 'note' }, hint),
      ),
    ),
  );
}

function show(reading: Reading): void {
  showArticle(reading.article, pictureAddress);
  showLines(reading.lines, (from, to) => openMenu(reading.lines[from - 1]!, [from, to]));
  showRemarks(reading.remarks);
  showForm(reading);
  showName(reading.fileName);
}

function readAgain(): void {
  arrange();
  keepDraft(() => ({ draft: current(), pictures: pictureFiles() }));
  if (isEmpty()) return showArticle(null, pictureAddress);
  read(
    current(),
    pictures(),
    ({ reading, time }) => {
      part('.desk-article').dataset['time'] = time.toFixed(1);
      if (!isEmpty()) show(reading);
    },
    (why) => say(words.failed.replace('{why}', why)),
  );
}

/** A page has no text that could be edited: it becomes Markdown first, with all that was mended. */
async function editText(): Promise<void> {
  if (!isEditing && current().form === 'html') {
    const text = await write(current()).catch(() => null);
    if (text === null) return;
    change({ ...emptyDraft, text, name: 'pasted.md' });
  }
  isEditing = !isEditing;
  arrange();
  if (isEditing) box.focus();
}

function clear(): void {
  isEditing = false;
  forgetName();
  change(emptyDraft);
  dropPictures();
  box.focus();
  say(words.cleared, { label: words.undo, act: undo });
}

onChange(readAgain);
onPictures(readAgain);
buildForm();
listenToArrows();
listenToInput(box);
listenToDrops();
listenToPictures();
listenToKeep();
offerBookmarklet();
edit.addEventListener('click', () => void editText());
part('#desk-undo').addEventListener('click', undo);
part('#desk-clear').addEventListener('click', clear);
addEventListener('keydown', (event) => {
  // In a field the browser undoes what was typed there.
  if (
    event.key !== 'z' ||
    !(event.ctrlKey || event.metaKey) ||
    (event.target as Element).matches('input, textarea, select')
  )
    return;
  event.preventDefault();
  undo();
});
void keptDraft().then(async (kept) => {
  if (kept && isEmpty()) {
    await addPictures(kept.pictures);
    change(kept.draft, true);
    if (!sayAgain()) say(words.restored);
  }
  listenToOpener();
  await takeShared();
});
