import type { FeedFormat, FeedValues, NewsEntry, SitemapEntry } from '../feed-values.ts';
import type { CardValues } from '../download-values.ts';
import type { Chrome, Page } from '../pages.ts';

/** Headlines by their article's path below `/articles/`, without slashes at its ends. */
export type Addresses = Record<string, string>;

/**
 * A file of the published site and everything it is made from: the plan of an edition is a list of these.
 * An output file's values are plain JSON; together with the digests of its articles' records and the code of its
 * generator they decide its bytes, and nothing else does.
 */
export interface OutputFile {
  /** Path of the file below the output folder: `articles/harbour/index.html`. */
  path: string;
  /** Ids of the articles whose cached records it is made from, in order. */
  articles: readonly string[];
  work: Work;
}

/** What is to be made, by whom, from which values. */
export type Work =
  | { generator: 'page'; page: Page; chrome: Chrome }
  | { generator: 'entry' }
  | { generator: 'markdown' }
  | { generator: 'text' }
  | { generator: 'feed'; format: FeedFormat; feed: FeedValues }
  | { generator: 'sitemap'; entries: SitemapEntry[] }
  | { generator: 'sitemap-index'; sitemaps: SitemapEntry[] }
  | { generator: 'sitemap-news'; entries: NewsEntry[] }
  | { generator: 'robots'; sitemaps: string[] }
  | { generator: 'card'; card: CardValues }
  | { generator: 'icon'; size: number | null; maskable: boolean }
  | { generator: 'whole' }
  | { generator: 'book'; name: string | null }
  | { generator: 'redirect'; to: string; headline: string; language: string }
  | { generator: 'redirects'; pairs: { from: string; to: string }[] }
  | { generator: 'addresses'; addresses: Addresses }
  | { generator: 'desk-worker' }
  | { generator: 'nojekyll' };

export type Generator = Work['generator'];
