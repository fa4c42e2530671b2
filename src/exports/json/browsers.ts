import { dateOf } from '../dates.ts';
import { distinct, isFields, objects, text, type Fields } from '../fields.ts';
import { givenFolder } from '../given-folders.ts';
import type { Failure, Item } from '../item.ts';
import { withAddress } from '../with-address.ts';
import type { JsonFormat } from './format.ts';

/** Firefox's backup of bookmarks: folders and pages as one tree, times in microseconds. */
export const firefox: JsonFormat = {
  name: "a backup of Firefox's bookmarks (JSON)",
  is: (value) => isFields(value) && value['type'] === 'text/x-moz-place-container' && Array.isArray(value['children']),
  *entries(value) {
    yield* walk([value as Fields], (node) => {
      if (node['type'] !== 'text/x-moz-place') return null;
      const tags = distinct((text(node, 'tags') ?? '').split(','));
      return { address: text(node, 'uri'), title: text(node, 'title'), saved: dateOf(node['dateAdded']), tags };
    });
  },
};

/** Chrome's own file, `Bookmarks`: times in microseconds since 1601, as Windows counts. */
export const chrome: JsonFormat = {
  name: "Chrome's bookmarks (JSON)",
  is: (value) => isFields(value) && isFields(value['roots']) && isFields(value['roots']['bookmark_bar']),
  *entries(value) {
    const { roots } = value as { roots: Fields };
    yield* walk(Object.values(roots).filter(isFields), (node) => {
      if (node['type'] !== 'url') return null;
      const saved = dateOf(Number(text(node, 'date_added') ?? 0) / 1e6 - sinceWindows);
      return { address: text(node, 'url'), title: text(node, 'name'), saved, tags: [] };
    });
  },
};

/** Seconds from 1601 to 1970. */
const sinceWindows = 11_644_473_600;

interface Bookmark {
  address: string | null;
  title: string | null;
  saved: string | null;
  tags: string[];
}

/** Goes through folders within folders, without recursion: a file may nest them as deeply as it likes. */
function* walk(top: readonly Fields[], read: (node: Fields) => Bookmark | null): Generator<Item | Failure> {
  const waiting = [...top].reverse().map((node) => ({ node, path: [] as string[] }));
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, path } = next;
    const found = read(node);
    if (found) {
      const [outer = null, ...inner] = path;
      const { address, title, saved, tags } = found;
      yield withAddress(address, { place: `bookmark ${++count}`, headline: title, saved, section: outer, topics: distinct([...inner, ...tags]) }); // prettier-ignore
    }
    const name = text(node, 'title', 'name');
    const inside = name === null || givenFolder.test(name) ? path : [...path, name];
    for (const child of [...objects(node, 'children')].reverse()) waiting.push({ node: child, path: inside });
  }
}
