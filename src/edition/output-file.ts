import type { FeedFormat, FeedValues, NewsEntry, SitemapEntry } from './feed-values.ts';
import type { CardValues } from './download-values.ts';
import type { Chrome, Page } from './pages.ts';

/**
 * A file of the published site and everything it is made from: the plan of an edition is a list of these.
 * A leaf's values are plain JSON; together with the digests of its articles' records and the code of its
 * maker they decide its bytes, and nothing else does.
 */
export interface Leaf {
  /** Path of the file below the output folder: `articles/harbour/index.html`. */
  path: string;
  /** Ids of the articles whose kept records it is made from, in order. */
  articles: readonly string[];
  work: Work;
}

/** What is to be made, by whom, from which values. */
export type Work =
  | { maker: 'page'; page: Page; chrome: Chrome }
  | { maker: 'entry' }
  | { maker: 'markdown' }
  | { maker: 'text' }
  | { maker: 'feed'; format: FeedFormat; feed: FeedValues }
  | { maker: 'sitemap'; entries: SitemapEntry[] }
  | { maker: 'sitemap-index'; sitemaps: SitemapEntry[] }
  | { maker: 'sitemap-news'; entries: NewsEntry[] }
  | { maker: 'robots'; sitemaps: string[] }
  | { maker: 'card'; card: CardValues }
  | { maker: 'whole' }
  | { maker: 'book'; name: string | null }
  | { maker: 'redirect'; to: string; headline: string; language: string }
  | { maker: 'redirects'; pairs: { from: string; to: string }[] }
  | { maker: 'nojekyll' };

export type Maker = Work['maker'];
