import { fold } from '../i18n/search/fold.ts';
import type { Edition } from './edition.ts';
import type { Addresses, OutputFile } from './files/output-file.ts';

/** Files over which the addresses are spread. All of them always exist, so that none is asked for in vain. */
const FILES = 16;

/** The last part of an address, without slashes and an ending: `/articles/2024/harbour.html` is "harbour". */
export const lastPart = (path: string): string =>
  path
    .replace(/\/+$/, '')
    .replace(/^.*\//s, '')
    .replace(/\.[a-z]\w{0,4}$/i, '');

/** Where the addresses stand whose last part begins with this letter. */
export const addressesPath = (letter: string): string =>
  `/search/addresses/${(fold(letter).codePointAt(0) ?? 0) % FILES}.json`;

/**
 * The addresses of all articles, for the page that says "not found": it suggests what may have been meant, and loads
 * one or two of these small files, not the search index.
 */
export function addressFiles({ articles }: Pick<Edition, 'articles'>): OutputFile[] {
  const files = new Map(
    Array.from({ length: FILES }, (_, place): [string, Addresses] => [addressesPath(String.fromCodePoint(place)), {}]),
  );
  for (const { id, headline } of articles) {
    const addresses = files.get(addressesPath(lastPart(id)));
    if (addresses) addresses[id] = headline;
  }
  return [...files].map(([path, addresses]) => ({
    path: path.slice(1),
    articles: [],
    work: { generator: 'addresses', addresses },
  }));
}
