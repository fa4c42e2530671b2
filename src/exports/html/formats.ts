import type { Entries } from '../item.ts';
import { bookmarkEntries } from './bookmarks.ts';
import { pocketEntries } from './pocket.ts';

/** A list of links that a service writes as a page. */
export interface PageFormat {
  /** As it is told: "browser bookmarks (HTML)". */
  name: string;
  /** Whether the beginning of a page is one of these. */
  is(beginning: string): boolean;
  entries(html: string): Entries;
}

export const pageFormats: readonly PageFormat[] = [
  {
    name: 'bookmarks (HTML)',
    is: (beginning) => /^\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE NETSCAPE-Bookmark-file-1>/i.test(beginning),
    entries: bookmarkEntries,
  },
  {
    name: 'a Pocket export (HTML)',
    is: (beginning) => /<title>\s*Pocket Export\s*<\/title>/i.test(beginning),
    entries: pocketEntries,
  },
  {
    name: 'an Instapaper export (HTML)',
    is: (beginning) => /<title>\s*Instapaper: Export\s*<\/title>/i.test(beginning),
    entries: pocketEntries,
  },
];
