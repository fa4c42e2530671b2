import words from 'words:page';
import { all, at, one, say } from '../dom.ts';
import { lastList } from './last-list.ts';
import { flipSaved, pageArticle, pieceOf } from '../pieces.ts';
import { change, choices, settings } from '../display/settings.ts';
import { lazyLoad } from '../lazy-load.ts';

/**
 * Single keys. They do nothing while one types, with a modifier held, or over an open dialog, and can be
 * turned off (WCAG 2.1.4, "Character Key Shortcuts").
 */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || one('dialog[open]') || !settings().keys) return;
    if (act(letter(event))) event.preventDefault();
  });
}

/** The key by what is printed on it; where the layout has no Latin letters, by where it lies. */
function letter({ key, code }: KeyboardEvent): string {
  if (key.length !== 1 || /[\x20-\x7e]/.test(key)) return key;
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'));

/** @returns whether the key did something */
function act(key: string): boolean {
  switch (key) {
    case 'j':
      return step(1);
    case 'k':
      return step(-1);
    case 'o':
      return open();
    case 's':
      return save();
    case '/':
      return search();
    case 'h':
      return press('.passage [data-highlight]');
    case 't':
      nextTheme();
      return true;
    case '?':
      lazyLoad(
        () => import('./key-list.ts'),
        ({ showKeys }) => showKeys(),
      );
      return true;
    default:
      return false;
  }
}

/** The link of each article in a list, and after the last the way to older ones. */
const stops = (): HTMLAnchorElement[] =>
  all<HTMLAnchorElement>('main [data-article-id] .headline a, main a[rel~=next]');

function step(by: 1 | -1): boolean {
  const article = pageArticle();
  if (article) return turn(article.dataset['path'] ?? '', by);
  const links = stops();
  const now = links.findIndex((link) => link === document.activeElement);
  // From nowhere, `j` begins with the first that is in view or below.
  const from = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
  const to = now >= 0 ? links[now + by] : links[by > 0 ? Math.max(0, from) : -1];
  if (!to) return false;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'center' });
  return true;
}

/**
 * From one article to another: through the list that the reader came from, in its order; without one,
 * through the section, on to earlier articles as lists are.
 */
function turn(path: string, by: 1 | -1): boolean {
  const list = lastList();
  const here = list.indexOf(path);
  const there = here < 0 ? undefined : list[here + by];
  if (there) location.assign(at(there));
  else if (here < 0) one<HTMLAnchorElement>(`main a[rel~=${by > 0 ? 'prev' : 'next'}]`)?.click();
  return true;
}

function chosen(): HTMLElement | null {
  return (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('main [data-article-id]') ?? null;
}

function open(): boolean {
  const link = document.activeElement;
  if (!(link instanceof HTMLAnchorElement) || !link.closest('main')) return false;
  link.click();
  return true;
}

function save(): boolean {
  const element = pageArticle() ?? chosen();
  const piece = element && pieceOf(element);
  if (piece) flipSaved(piece);
  return piece !== null;
}

function search(): boolean {
  const field = one<HTMLInputElement>('main input[type=search]');
  if (field) field.focus();
  else one<HTMLAnchorElement>('a[data-search]')?.click();
  return true;
}

function press(selector: string): boolean {
  const button = one<HTMLButtonElement>(selector);
  button?.click();
  return button !== null;
}

function nextTheme(): void {
  const { theme } = settings();
  const next = choices.theme[(choices.theme.indexOf(theme) + 1) % choices.theme.length]!;
  change({ theme: next });
  say(`${words.theme}: ${words.themes[next]}`);
}
