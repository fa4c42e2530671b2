import type { Article } from '../article/schema.ts';

/**
 * What feeds, sitemaps and the other files for machines are made from, beside the cached records. As with
 * pages, a value holds no more than the file shows, so that a build makes again only what changed.
 */

export type FeedFormat = 'rss' | 'atom' | 'json';

/** The file of each format in a list's folder: `/feed.xml`, `/sections/war/atom.xml`. */
export const feedFile: Record<FeedFormat, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

/** A feed of the whole site, a section, a topic, or one month's archive. Its entries are the output file's articles. */
export interface FeedValues {
  /** The section's or topic's name, `YYYY-MM` for a month; null for the whole site. */
  name: string | null;
  /** The page that shows the same list, below the base with both slashes. */
  page: string;
  /** The feed's own path below the base. */
  self: string;
  /** RFC 5005, section 4. Null for a feed without archives. */
  archive: {
    /** This document is an archive, not the one to subscribe to. */
    archived: boolean;
    /** Path of the document to subscribe to. */
    current: string;
    /** Paths of the archives right before and after in time. */
    previous: string | null;
    next: string | null;
  } | null;
}

/** An address in a sitemap. */
export interface SitemapEntry {
  /** Below the base. */
  path: string;
  /** ISO 8601; null where no article on the page has a date. */
  changed: string | null;
}

/** An article in the news sitemap. */
export interface NewsEntry {
  path: string;
  headline: string;
  language: string;
  published: string;
  precision: Article['publishedPrecision'];
}
