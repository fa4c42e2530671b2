import type { Generator, Work } from '../../edition/files/output-file.ts';
import type { Site } from '../../site.ts';
import type { Generate } from './generator.ts';
import { pageSettings } from '../cache/settings.ts';

interface GeneratorRow<W extends Work> {
  /** The module beside this one: it and all that it imports are the generator's code; when that changes, its files are made again. */
  module: string;
  load: () => Promise<{ make: Generate<W> }>;
  /** Modules that it bundles, which are its code too. */
  bundles?: readonly string[];
  /** Settings that it may read. */
  settings: readonly (keyof Site)[];
}

/** Who makes what. A new kind of file: a member of `Work` in src/edition/files/output-file.ts, a row here, and a module with `make`. */
export const generators: { readonly [M in Generator]: GeneratorRow<Extract<Work, { generator: M }>> } = {
  page: { module: 'page', load: () => import('./page.ts'), settings: pageSettings },
  entry: { module: 'entry', load: () => import('./entry.ts'), settings: [] },
  markdown: { module: 'markdown', load: () => import('./markdown.ts'), settings: [] },
  text: { module: 'text', load: () => import('./text.ts'), settings: [] },
  feed: {
    module: 'feed',
    load: () => import('./feed.ts'),
    settings: ['title', 'tagline', 'url', 'base', 'language', 'timeZone', 'publisher', 'licence'],
  },
  sitemap: { module: 'sitemap', load: () => import('./sitemap.ts'), settings: ['url', 'base'] },
  'sitemap-index': { module: 'sitemap', load: () => import('./sitemap.ts'), settings: ['url', 'base'] },
  'sitemap-news': {
    module: 'sitemap',
    load: () => import('./sitemap.ts'),
    settings: ['title', 'url', 'base', 'language', 'timeZone'],
  },
  card: { module: 'card', load: () => import('./card.ts'), settings: ['title', 'language', 'timeZone', 'accent'] },
  icon: { module: 'icon', load: () => import('./icon.ts'), settings: ['title', 'accent'] },
  book: {
    module: 'book',
    load: () => import('./book.ts'),
    settings: ['title', 'url', 'base', 'language', 'timeZone', 'accent'],
  },
  whole: {
    module: 'one-file',
    load: () => import('./one-file.ts'),
    settings: ['title', 'url', 'base', 'language', 'timeZone'],
  },
  redirect: { module: 'hosting', load: () => import('./hosting.ts'), settings: ['url', 'base'] },
  redirects: { module: 'hosting', load: () => import('./hosting.ts'), settings: ['base'] },
  addresses: { module: 'addresses', load: () => import('./addresses.ts'), settings: [] },
  'desk-worker': {
    module: 'desk-worker',
    load: () => import('./desk-worker.ts'),
    settings: [],
    bundles: [
      'src/client/desk/worker.ts',
      'src/client/desk/lighter/languages.ts',
      'src/client/desk/lighter/character-names.ts',
    ],
  },
  nojekyll: { module: 'hosting', load: () => import('./hosting.ts'), settings: [] },
  robots: { module: 'sitemap', load: () => import('./sitemap.ts'), settings: ['url', 'base'] },
};
