import css from '../../styles/desk-menu.css?inline';
import pageWords from 'words:page';
import words from 'words:desk';
import { parts, type Part } from '../../desk/draft.ts';
import type { Reading } from '../../desk/reading.ts';
import { openDialog } from '../dialog.ts';
import { addStyles, all, el } from '../dom.ts';
import { pictureNames } from './pictures.ts';
import { change, current } from './state.ts';

let hasStyles = false;

/** What a line is, why, and what it may be told to be. */
export function openMenu(line: Reading['lines'][number], range: readonly [number, number]): void {
  if (line.kind === 'blank') return;
  if (!hasStyles) addStyles(css);
  hasStyles = true;
  const told = (as: Part, picture?: string): void => {
    const mend = { lines: range, as, ...(picture !== undefined && { picture }) };
    change({ ...current(), mends: [...current().mends, mend] });
    dialog.close();
  };
  const choice = (label: string, as: Part, picture?: string) => {
    const isNow = as === line.kind && picture === undefined;
    const button = el('button', { type: 'button', 'aria-current': isNow ? 'true' : null }, label);
    button.addEventListener('click', () => told(as, picture));
    return el('li', {}, button);
  };
  const choices = parts.flatMap((as) => {
    if (as === 'post') return [choice(words.postBegins, as)];
    if (as !== 'caption') return [choice(words.kinds[as], as)];
    const pictures = pictureNames().map((name) => choice(words.captionOf.replace('{picture}', name), as, name));
    return [choice(words.kinds.caption, as), ...pictures];
  });
  const sure = line.certainty === null ? '' : ` (${words.certainty[line.certainty]})`;
  const dialog = openDialog(
    'desk-menu',
    words.tell,
    pageWords.close,
    el('h2', {}, words.tell),
    el('p', { class: 'desk-quoted', dir: 'auto' }, line.text),
    el('p', { class: 'note' }, `${words.kinds[line.kind]}${sure}`),
    ...(line.why ? [el('p', { class: 'note', lang: 'en', dir: 'ltr' }, line.why)] : []),
    el('ul', { class: 'bare desk-choices' }, ...choices),
  );
  listenToKeys(all('.desk-choices button', dialog));
}

/** From choice to choice by arrows, and to the next that begins with a letter by that letter. */
function listenToKeys(choices: readonly HTMLElement[]): void {
  (choices.find((each) => each.hasAttribute('aria-current')) ?? choices[0])?.focus();
  const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  choices.forEach((choice, at) =>
    choice.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const later = [...choices.slice(at + 1), ...choices.slice(0, at + 1)];
      const letter = event.key.toLocaleLowerCase();
      const step = steps[event.key];
      const next =
        step === undefined
          ? later.find(({ textContent }) => textContent.trim().toLocaleLowerCase().startsWith(letter))
          : choices.at((at + step) % choices.length);
      if (!next || event.key === ' ' || event.key === 'Enter') return;
      event.preventDefault();
      next.focus();
    }),
  );
}
