import page from 'words:page';
import words from 'words:keys';
import { openDialog } from '../dialog.ts';
import { el } from '../dom.ts';

const keys: [string[], string][] = [
  [['j'], words.next],
  [['k'], words.previous],
  [['o', 'Enter'], words.open],
  [['s'], words.save],
  [['h'], page.highlight],
  [['/'], words.search],
  [['t'], words.theme],
  [['?'], words.list],
  [['Esc'], words.close],
];

/** The list of keys. @param opener where focus goes afterwards, if not to where it is */
export function showKeys(opener?: HTMLElement): void {
  opener?.focus();
  const list = el('dl');
  for (const [names, text] of keys) {
    const term = el('dt');
    names.forEach((name, index) => term.append(...(index ? [' '] : []), el('kbd', {}, name)));
    list.append(el('div', {}, term, el('dd', {}, text)));
  }
  openDialog('key-list', words.title, page.close, el('h2', {}, words.title), list, el('p', {}, words.notTyping));
}
