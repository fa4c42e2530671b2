import words from 'words:page';
import { isArticlePath } from './article/article-path.ts';
import { all, el, one, say } from './dom.ts';
import { dropStop, marks, saved, setRead, toggleSaved, type Piece } from './saved/ledger.ts';
import { tellWorker } from './offline/offline-store.ts';

/** The element of the article that this page is about. */
export const pageArticle = (): HTMLElement | null => one('main article.h-entry[data-article-id]');

/** What the reader's lists need, from an article's page or from a teaser. */
export function pieceOf(element: HTMLElement): Piece | null {
  const { articleId: id, path, minutes } = element.dataset;
  const headline = (one('h1', element) ?? one('.headline', element))?.textContent?.trim();
  if (!id || !isArticlePath(path) || !headline) return null;
  const section = element.dataset['section'] ?? one('.article-head a.p-category', element)?.textContent?.trim() ?? null;
  return { id, path, headline, section, minutes: Number(minutes) || null };
}

/** Shows on teasers and on the page's own buttons what was read and what is saved. */
export function showMarks(): void {
  const read = new Set(marks().map((mark) => mark.id));
  const kept = new Set(saved().map((entry) => entry.id));
  const own = pageArticle();
  for (const element of all('[data-article-id]')) {
    const id = element.dataset['articleId'] ?? '';
    element.toggleAttribute('data-read', read.has(id));
    element.toggleAttribute('data-saved', kept.has(id));
    if (element === own) continue;
    offerToSave(element, kept.has(id));
    const said = [read.has(id) ? words.read : '', kept.has(id) ? words.saved : ''].filter(Boolean).join(', ');
    let mark = one('.mark', element);
    if (!mark && said) {
      // Read by screen readers, out of the flow: nothing moves when it comes.
      mark = document.createElement('span');
      mark.className = 'mark';
      mark.lang = document.documentElement.lang;
      one('.headline', element)?.append(mark);
    }
    if (mark) mark.textContent = said && ` (${said})`;
  }
  dispatchEvent(new Event('marks'));
}

/** Phones have no keys: there each teaser has a button, in a room that its styles leave free. */
function offerToSave(element: HTMLElement, isSaved: boolean): void {
  let button = one('.keep', element);
  const place = one('.teaser-text', element);
  if (!button && place && matchMedia('(hover: none) and (width < 48rem)').matches) {
    const piece = pieceOf(element);
    if (!piece) return;
    button = el('button', { type: 'button', class: 'keep', 'aria-label': `${words.save}: ${piece.headline}` });
    button.addEventListener('click', () => flipSaved(piece));
    place.append(button);
  }
  button?.setAttribute('aria-pressed', String(isSaved));
}

/** Saves an article for later, or takes it off the list, and says so. */
export function flipSaved(piece: Piece): void {
  const isSaved = toggleSaved(piece, Date.now());
  showMarks();
  say(isSaved ? words.nowSaved : words.unsaved);
  void tellWorker(saved().map((entry) => entry.path)).then((missing) => {
    if (isSaved && missing && !missing.includes(piece.path)) say(words.savedHere);
  });
}

export function flipRead(id: string): void {
  const isRead = !marks().some((mark) => mark.id === id);
  setRead(id, isRead, Date.now());
  // What is read is not to be continued.
  if (isRead) dropStop(id);
  showMarks();
  say(isRead ? words.nowRead : words.nowUnread);
}
