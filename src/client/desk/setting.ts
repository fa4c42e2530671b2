import { one } from '../dom.ts';
import type { Setting } from './worker.ts';

const desk = one('#desk');
if (!desk) throw new Error('this page has no desk');

/** What the page says of its site. */
export const setting = JSON.parse(desk.dataset['setting'] ?? '') as Setting & {
  /** Address of the repository that the newspaper's files are in; empty without one. */
  repository: string;
  /** What `astro dev` asks for before it writes anything; only it gives one. */
  token?: string;
};

/** A part of the page that is always there. */
export function part<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = one<T>(selector, desk as HTMLElement);
  if (!found) throw new Error(`the desk has no ${selector}`);
  return found;
}
