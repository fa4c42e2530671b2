import css from '../../styles/notes.css?inline';
import own from 'words:own';
import words from 'words:notes';
import { addStyles, el, one, say } from '../dom.ts';
import type { Piece } from '../saved/ledger.ts';
import { findQuote } from './anchor.ts';
import { dropHighlight, highlights, isSame, LONGEST, putHighlight, type Highlight } from './highlights.ts';
import { markPart, placeOf, textOf, unmark } from './marks.ts';

/** The reader's highlights in an article: marked in the text, and listed under it with room for a note on each. */

let isStyled = false;
let marked: HTMLElement[] = [];

/** Shows what is marked in this article, in the text and in the list under it. */
export function showHighlights(story: HTMLElement, piece: Piece): void {
  if (!isStyled) addStyles(css);
  isStyled = true;
  unmark(marked);
  marked = [];
  const here = highlights()
    .filter(({ id }) => id === piece.id)
    .sort((a, b) => a.start - b.start);
  const rows = here.map((highlight, index) => {
    const place = findQuote(textOf(story), highlight.quote, highlight.start);
    const marks = place ? markPart(story, place, { class: 'own-mark' }) : [];
    const [first] = marks;
    if (first) first.id = `highlight-${index + 1}`;
    marked.push(...marks);
    return row(story, piece, highlight, first?.id ?? null);
  });
  const list = one('.own-notes');
  if (rows.length === 0) return list?.remove();
  const heading = el('h2', { id: 'own-notes' }, words.title);
  const { lang, dir } = document.documentElement;
  const box = el(
    'section',
    { class: 'own-notes', 'aria-labelledby': 'own-notes', lang, dir },
    heading,
    el('ol', {}, ...rows),
  );
  if (list) list.replaceWith(box);
  else story.after(box);
  // A link from the saved page came before there was anything to lead to.
  if (!list && location.hash === '#own-notes') heading.scrollIntoView();
}

function row(story: HTMLElement, piece: Piece, highlight: Highlight, mark: string | null): HTMLElement {
  const short = highlight.quote.length > 240 ? `${highlight.quote.slice(0, 240)}…` : highlight.quote;
  const quote = mark ? el('a', { href: `#${mark}`, dir: 'auto' }, short) : el('span', { dir: 'auto' }, short);
  const field = el('textarea', {
    rows: '1',
    maxlength: String(LONGEST),
    'aria-label': `${words.note}: ${short}`,
    placeholder: words.note,
    dir: 'auto',
  });
  field.value = highlight.note;
  field.addEventListener('input', () => putHighlight({ ...highlight, note: field.value }));
  const away = el('button', { type: 'button', 'aria-label': `${own.remove}: ${short}` }, own.remove);
  away.addEventListener('click', () => {
    // With what was noted since.
    const now = highlights().find((other) => isSame(other, highlight)) ?? highlight;
    dropHighlight(now);
    showHighlights(story, piece);
    (one('.own-notes a') ?? one('main'))?.focus();
    say(words.removed, { label: own.undo, act: () => (putHighlight(now), showHighlights(story, piece)) });
  });
  return el(
    'li',
    { lang: one('article.h-entry')?.lang ?? '' },
    quote,
    ...(mark ? [] : [el('p', { class: 'lost' }, words.lost)]),
    field,
    away,
  );
}

/** Marks the selected passage. */
export function highlightRange(story: HTMLElement, piece: Piece, range: Range): void {
  const [start, end] = placeOf(story, range);
  const quote = textOf(story).slice(start, end).trim().slice(0, LONGEST);
  if (!quote) return;
  const highlight: Highlight = { ...piece, quote, start, note: '', at: Date.now() };
  putHighlight(highlight);
  getSelection()?.removeAllRanges();
  showHighlights(story, piece);
  say(words.made, { label: own.undo, act: () => (dropHighlight(highlight), showHighlights(story, piece)) });
}
