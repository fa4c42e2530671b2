import { storePrefix } from './store.ts';

/** At most this many stories stand on the shelf. */
const most = 3;

/**
 * Fills the shelf from what this browser keeps. It must stand alone: the page carries its text, not its
 * imports. Entries that are not what they should be are passed over.
 */
function fillShelf(key: string, base: string, count: number): void {
  const box = document.getElementById('shelf');
  const list = box?.querySelector('ul');
  if (!box || !list) return;
  try {
    for (const stop of JSON.parse(localStorage.getItem(key) ?? '[]')) {
      const { path, headline, share } = stop;
      if (!/^\/articles\/(?:(?!\.\.?\/)[^/\\?#\s]+\/)+$/.test(path) || typeof headline !== 'string') continue;
      if (!(share > 0.04 && share < 0.96)) continue;
      const item = list.appendChild(document.createElement('li'));
      const link = item.appendChild(document.createElement('a'));
      const { root } = document.documentElement.dataset;
      link.href = `${root ?? base}${path.slice(1)}${root ? 'index.html' : ''}#resume`;
      link.dir = 'auto';
      link.textContent = headline;
      const done = item.appendChild(document.createElement('span'));
      done.textContent = share.toLocaleString(document.documentElement.lang, { style: 'percent' });
      box.hidden = false;
      if (list.children.length >= count) break;
    }
  } catch {
    // Storage is off, or holds nonsense: no shelf.
  }
}

/** @returns text of the script that stands after the shelf */
export function shelf(base: string): string {
  const values = [`${storePrefix(base)}stops`, base, most].map((value) => JSON.stringify(value));
  return `(${fillShelf.toString()})(${values.join(',')})`;
}
