import page from 'words:page';
import words from 'words:pictures';
import { openDialog } from '../dialog.ts';
import { el, one } from '../dom.ts';

/**
 * An article's picture in its largest rendition.
 * @param link     the link around the picture that was chosen
 * @param pictures all such links of the article, in order
 */
export function showPicture(link: HTMLAnchorElement, pictures: HTMLAnchorElement[]): void {
  let now = Math.max(0, pictures.indexOf(link));
  const image = el('img');
  const caption = el('figcaption');
  const count = el('p', { class: 'count', role: 'status' });
  const back = el('button', { type: 'button', class: 'back', 'aria-label': words.previous }, '‹');
  const forward = el('button', { type: 'button', class: 'forward', 'aria-label': words.next }, '›');

  const show = (): void => {
    const { href } = pictures[now]!;
    const shown = one<HTMLImageElement>('img', pictures[now]);
    image.src = href;
    image.alt = shown?.alt ?? '';
    const { width, height } = shown ?? {};
    if (width && height) image.style.aspectRatio = `${width} / ${height}`;
    const words1 = pictures[now]!.closest('figure')?.querySelector('figcaption');
    caption.replaceChildren(...(words1 ? [...words1.childNodes].map((node) => node.cloneNode(true)) : []));
    caption.lang = one('article.h-entry')?.lang ?? '';
    count.textContent = words.count.replace('{one}', String(now + 1)).replace('{all}', String(pictures.length));
  };
  const turn = (by: number): void => {
    now = (now + by + pictures.length) % pictures.length;
    show();
  };

  const several = pictures.length > 1 ? [back, count, forward] : [];
  const dialog = openDialog('picture', words.label, page.close, el('figure', {}, image, caption), ...several);
  back.addEventListener('click', () => turn(-1));
  forward.addEventListener('click', () => turn(1));
  dialog.addEventListener('keydown', ({ key }) => {
    const ahead = getComputedStyle(dialog).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowLeft' || key === 'ArrowRight') turn(key === ahead ? 1 : -1);
  });
  // The browser's own "back" closes it, and stays on the page.
  history.pushState({ picture: true }, '');
  let isLeaving = false;
  let isLeft = false;
  const leave = (): void => {
    isLeft = true;
    dialog.close();
  };
  addEventListener('popstate', leave, { once: true });
  // It closes once the browser has gone back: a link that is followed sooner would be called off by that.
  const goBack = (): void => {
    if (!isLeaving) history.back();
    isLeaving = true;
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    goBack();
  });
  dialog.addEventListener('close', () => {
    removeEventListener('popstate', leave);
    if (!isLeft) goBack();
  });
  // Focus goes back to the picture that was seen last.
  dialog.addEventListener('close', () => pictures[now]?.focus());
  show();
}
