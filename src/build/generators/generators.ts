import type { ArticleRecord } from '../../edition/record.ts';
import type { Generator, Work } from '../../edition/output-file.ts';
import type { Site } from '../../site.ts';
import { pageSettings } from '../cache/settings.ts';

/** What a generator works with, beside the values of its output file. Nothing else may enter what it makes. */
export interface GeneratorContext {
  /** Path of the file below the output folder. */
  path: string;
  /** The cached records of the output file's articles, in order. */
  records: readonly ArticleRecord[];
  /** The settings that the generator's row names; reading another one throws. */
  site: Site;
  /** Safe HTML of the page about the newspaper: for that page alone, whose key it enters. */
  about: string | null;
  /** Renders a page: the compiled routes of src/pages. */
  render: (address: string, locals: App.Locals) => Promise<string>;
  /** Bytes of a picture's rendition, by its path with the site's base. Renditions are in place before output files are made. */
  picture: (path: string) => Uint8Array;
}

/** Makes one file from an output file's values: the same bytes whenever they are the same. */
export type Generate<W extends Work = Work> = (
  work: W,
  bench: GeneratorContext,
) => string | Uint8Array | Promise<string | Uint8Array>;

interface GeneratorRow<W extends Work> {
  /** The module beside this one: it and all that it imports are the generator's code; when that changes, its files are made again. */
  module: string;
  load: () => Promise<{ make: Generate<W> }>;
  /** Settings that it may read. */
  settings: readonly (keyof Site)[];
}

/** Who makes what. A new kind of file: a member of `Work` in src/edition/output-file.ts, a row here, and a module with `make`. */
export const generators: { readonly [M in Generator]: GeneratorRow<Extract<Work, { generator: M }>> } = {
  page: { module: 'page', load: () => import('./page.ts'), settings: pageSettings },
  entry: { module: 'entry', load: () => import('./entry.ts'), settings: [] },
  markdown: { module: 'markdown', load: () => import('./markdown.ts'), settings: [] },
  text: { module: 'text', load: () => import('./text.ts'), settings: [] },
  feed: {
    module: 'feed',
    load: () => import('./feed.ts'),
    settings: ['title', 'tagline', 'url', 'base', 'language', 'timeZone'],
  },
  sitemap: { module: 'sitemap', load: () => import('./sitemap.ts'), settings: ['url', 'base'] },
  'sitemap-index': { module: 'sitemap', load: () => import('./sitemap.ts'), settings: ['url', 'base'] },
  'sitemap-news': {
    module: 'sitemap',
    load: () => import('./sitemap.ts'),
    settings: ['title', 'url', 'base', 'language', 'timeZone'],
  },
  card: { module: 'card', load: () => import('./card.ts'), settings: ['title', 'language', 'timeZone'] },
  book: { module: 'book', load: () => import('./book.ts'), settings: ['title', 'url', 'base', 'language', 'timeZone'] },
  whole: {
    module: 'one-file',
    load: () => import('./one-file.ts'),
    settings: ['title', 'url', 'base', 'language', 'timeZone'],
  },
  redirect: { module: 'hosting', load: () => import('./hosting.ts'), settings: ['url', 'base'] },
  redirects: { module: 'hosting', load: () => import('./hosting.ts'), settings: ['base'] },
  nojekyll: { module: 'hosting', load: () => import('./hosting.ts'), settings: [] },
  robots: { module: 'sitemap', load: () => import('./sitemap.ts'), settings: ['url', 'base'] },
};
