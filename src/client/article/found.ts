import css from '../../styles/found.css?inline';
import stem from 'words:stemmer';
import words from 'words:found';
import { careful, places, termsOf } from '../../i18n/search/terms.ts';
import { addStyles, el, one } from '../dom.ts';

/**
 * Marks in an article the words by which it was found, and goes from one to the next. The marks are painted over the
 * text, which stays as it is and where it is.
 */
export function showFound(article: HTMLElement, question: string): void {
  if (!('highlights' in CSS)) return;
  const stemmer = careful(stem);
  const { terms } = termsOf(question, stemmer);
  const ranges: Range[] = [];
  for (const part of article.querySelectorAll('h1, .standfirst, .story')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (const [from, to] of places(node.data, terms, stemmer)) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
  }
  if (ranges.length === 0) return;
  addStyles(css);
  CSS.highlights.set('found', new Highlight(...ranges));

  const { lang } = document.documentElement;
  const count = el('span', { role: 'status' });
  const back = el('button', { type: 'button', 'aria-label': words.previous }, '↑');
  const on = el('button', { type: 'button', 'aria-label': words.next }, '↓');
  const close = el('button', { type: 'button', 'aria-label': words.close }, '×');
  const bar = el('div', { class: 'offer found-bar', role: 'group', 'aria-label': words.label }, count, back, on, close);
  let now = -1;
  const go = (by: number): void => {
    now = (now + by + ranges.length) % ranges.length;
    const range = ranges[now];
    if (!range) return;
    CSS.highlights.set('found-now', new Highlight(range));
    count.textContent = words.count
      .replace('{one}', (now + 1).toLocaleString(lang))
      .replace('{all}', ranges.length.toLocaleString(lang));
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - 100) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  };
  const end = (): void => {
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-now');
    bar.remove();
  };
  back.addEventListener('click', () => go(-1));
  on.addEventListener('click', () => go(1));
  close.addEventListener('click', end);
  bar.addEventListener('keydown', ({ key }) => key === 'Escape' && end());
  count.textContent = words.count.replace('{one}', '–').replace('{all}', ranges.length.toLocaleString(lang));
  one('main')?.prepend(bar);
}
