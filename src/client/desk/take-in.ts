import { emptyDraft, type Draft } from '../../desk/draft.ts';
import { followed } from '../../desk/follow.ts';
import { addPictures, isPicture } from './pictures.ts';
import { change, current, isEmpty } from './state.ts';

/** How articles come onto the desk. */

/** A clipboard's HTML is worth more than its text where it says what its passages are: an editor's coloured lines don't. */
const structured = /<(?:p|h[1-6]|figure|img|blockquote|li|article|table)[\s>]/i;

/** More is no article, and would hold the browser up. */
const MOST_CHARACTERS = 5_000_000;

/** An article from elsewhere takes the place of what was on the desk; that can be taken back. */
export function takeIn(form: Draft['form'], text: string, more: Partial<Pick<Draft, 'name' | 'address'>> = {}): void {
  if (text.length <= MOST_CHARACTERS && text.trim() !== '') change({ ...emptyDraft, form, text, ...more });
}

/** Typing makes one step in a while, which can be taken back. */
const PAUSE = 1_000;

export function listenToInput(box: HTMLTextAreaElement): void {
  let typed = -PAUSE;
  box.addEventListener('input', ({ timeStamp }) => {
    const goesOn = timeStamp - typed < PAUSE && !isEmpty();
    typed = timeStamp;
    const before = current();
    const mends = before.form === 'text' ? followed(before.mends, before.text, box.value) : [];
    change({ ...(isEmpty() ? emptyDraft : before), form: 'text', text: box.value, mends }, goesOn);
  });
  box.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const html = event.clipboardData?.getData('text/html') ?? '';
    const whole = box.value.trim() === '' || (box.selectionStart === 0 && box.selectionEnd === box.value.length);
    if (whole && structured.test(html)) {
      event.preventDefault();
      takeIn('html', html);
    } else if (files.length > 0 && files.every(isPicture)) {
      event.preventDefault();
      void takeFiles(files);
    }
  });
}

/** Files that were dropped, shared or chosen: one article, and pictures. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  await addPictures(files.filter(isPicture).map((file) => ({ name: file.name, file })));
  const article = files.find(({ name }) => /\.(?:txt|md|markdown|html?|xhtml)$/i.test(name));
  if (!article || article.size > MOST_CHARACTERS) return;
  const isPage = /html?$/i.test(article.name);
  takeIn(isPage ? 'html' : 'text', await article.text(), { name: article.name });
}

/** Anywhere on the page: a file that misses a small box would take the page's place. */
export function listenToDrops(): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    const data = event.dataTransfer;
    if (!data) return;
    event.preventDefault();
    if (data.files.length > 0) return void takeFiles([...data.files]);
    const html = data.getData('text/html');
    if (structured.test(html)) takeIn('html', html);
    else takeIn('text', data.getData('text/plain'));
  });
}
