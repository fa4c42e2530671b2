import type { Article, Image } from '../article/schema.ts';

/**
 * What lists, neighbours and indexes need to know of an article: small enough to hold ten thousand
 * in memory. Everything a list shows comes from here; an article's body never does.
 */
export interface Summary {
  id: string;
  /** Address of the page below the site's base, with both slashes: `/articles/<id>/`. */
  path: string;
  /** Digest of the whole cached record: two records with one digest give the same page. */
  digest: string;
  headline: string;
  description: string | null;
  /** The story's first words, plain text, at most 240 characters. */
  excerpt: string;
  section: string | null;
  topics: string[];
  authors: string[];
  language: string;
  published: string | null;
  publishedPrecision: Article['publishedPrecision'];
  updated: string | null;
  dateline: string | null;
  source: Article['source'];
  rights: Article['rights'];
  /** The picture for lists: the lead picture, else the first figure's. */
  image: Image | null;
  /** Words of prose, captions and tweets. */
  words: number;
  /** Whole minutes to read, at least 1. */
  minutes: number;
  /** Authors of the tweets in it. */
  quoted: { name: string; handle: string }[];
  /** Each name of each credit: photographers and agencies. */
  credits: string[];
  /** Outgoing http(s) links, as in the body. */
  links: string[];
  aliases: string[];
  /** It is no article of the published site yet: shown with a mark, and to no machine. */
  state?: 'draft' | 'scheduled' | undefined;
  /** Place among the stories that the owner puts first on the front page, from 1. */
  featured?: number | undefined;
  /** What tells which other texts it resembles (signature.ts): base64, at most 280 characters. */
  signature: string;
}
