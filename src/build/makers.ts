import type { KeptRecord } from '../edition/record.ts';
import type { Maker, Work } from '../edition/leaf.ts';
import type { Site } from '../site.ts';
import { pageSettings } from './settings.ts';

/** What a maker works with, beside the values of its leaf. Nothing else may enter what it makes. */
export interface Bench {
  /** Path of the file below the output folder. */
  path: string;
  /** The kept records of the leaf's articles, in order. */
  records: readonly KeptRecord[];
  /** The settings that the maker's row names; reading another one throws. */
  site: Site;
  /** Safe HTML of the page about the newspaper: for that page alone, whose key it enters. */
  about: string | null;
  /** Prints a page: the compiled routes of src/pages. */
  print: (address: string, locals: App.Locals) => Promise<string>;
  /** Bytes of a picture's rendition, by its path with the site's base. Renditions are in place before leaves are made. */
  picture: (path: string) => Uint8Array;
}

/** Makes one file from a leaf's values: the same bytes whenever they are the same. */
export type Make<W extends Work = Work> = (work: W, bench: Bench) => string | Uint8Array | Promise<string | Uint8Array>;

interface MakerRow<W extends Work> {
  /** The module that exports `make`. It and all that it imports are the maker's code: when that changes, its files are made again. */
  load: () => Promise<{ make: Make<W> }>;
  /** Settings that it may read. */
  settings: readonly (keyof Site)[];
}

/** Who makes what. A new kind of file: a member of `Work` in src/edition/leaf.ts, a row here, and a module with `make`. */
export const makers: { readonly [M in Maker]: MakerRow<Extract<Work, { maker: M }>> } = {
  page: { load: () => import('./makers/page.ts'), settings: pageSettings },
  entry: { load: () => import('./makers/entry.ts'), settings: [] },
  markdown: { load: () => import('./makers/markdown.ts'), settings: [] },
  text: { load: () => import('./makers/text.ts'), settings: [] },
  feed: {
    load: () => import('./makers/feed.ts'),
    settings: ['title', 'tagline', 'url', 'base', 'language', 'timeZone'],
  },
  sitemap: { load: () => import('./makers/sitemap.ts'), settings: ['url', 'base'] },
  'sitemap-index': { load: () => import('./makers/sitemap.ts'), settings: ['url', 'base'] },
  'sitemap-news': {
    load: () => import('./makers/sitemap.ts'),
    settings: ['title', 'url', 'base', 'language', 'timeZone'],
  },
  card: { load: () => import('./makers/card.ts'), settings: ['title', 'language', 'timeZone'] },
  book: { load: () => import('./makers/book.ts'), settings: ['title', 'url', 'base', 'language', 'timeZone'] },
  whole: { load: () => import('./makers/whole.ts'), settings: ['title', 'url', 'base', 'language', 'timeZone'] },
  redirect: { load: () => import('./makers/hosting.ts'), settings: ['url', 'base'] },
  redirects: { load: () => import('./makers/hosting.ts'), settings: ['base'] },
  nojekyll: { load: () => import('./makers/hosting.ts'), settings: [] },
  robots: { load: () => import('./makers/sitemap.ts'), settings: ['url', 'base'] },
};

/** The module of a maker, below src/build: read off its row, so that key and code can't part. */
export function makerModule(maker: Maker): string {
  const path = /import\(\s*['"]([^'"]+)['"]\s*\)/.exec(makers[maker].load.toString())?.[1];
  if (path === undefined) throw new Error(`the maker "${maker}" must load its module by a plain import('…')`);
  return path;
}
