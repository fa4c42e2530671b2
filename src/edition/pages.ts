import type { Summary } from './summary.ts';

/**
 * What each page shows. A page is made from these values, the cached record of its own article and the
 * code alone: two builds that agree on them agree on the page. So a page's values hold no more than it
 * shows, and nothing that grows with the site.
 */

/** A name with a page of its own, such as a section or a topic. `path` is below the base, with both slashes. */
export interface Named {
  name: string;
  path: string;
}

/** What the frame around every page shows. */
export interface Chrome {
  /** Navigation: the sections that have articles, in the owner's order; of very many, those with the most articles. */
  sections: Named[];
  /** Whether there are more of them, on the index of sections. */
  moreSections: boolean;
  /** Texts that are pages of their own: those in the navigation by their name there. The page about the newspaper is named anyway. */
  navigation: Named[];
  texts: Named[];
}

/** What a list shows of an article. */
export type Teaser = Pick<
  Summary,
  | 'id'
  | 'path'
  | 'headline'
  | 'description'
  | 'excerpt'
  | 'authors'
  | 'language'
  | 'published'
  | 'publishedPrecision'
  | 'updated'
  | 'source'
  | 'image'
  | 'minutes'
  | 'state'
> & { section: Named | null };

/** Position in a list that is cut into pages. Pages count from 1. */
export interface Paging {
  page: number;
  pages: number;
  /** Articles in the whole list. */
  total: number;
  /** Path of the page with newer articles, null on the first. */
  newer: string | null;
  older: string | null;
}

/**
 * A further page of a list that is cut from its oldest end. It says nothing of how long the list is, so an article that
 * is added leaves it as it was.
 */
export interface SettledPaging {
  /** From the oldest page, which is 1. */
  fromOldest: number;
  newer: string;
  older: string | null;
  /** When its newest and its oldest article appeared, ISO 8601; null where none has a date. */
  dates: { newest: string; oldest: string } | null;
}

export interface FrontPage {
  kind: 'front';
  /** Day of the newest article, `YYYY-MM-DD` in the site's zone; null without a dated article. */
  date: string | null;
  /** Path of that day's paper; of its month's archive where the day has no paper. */
  dateTo: string | null;
  lead: Teaser | null;
  seconds: Teaser[];
  /** The newest headlines, where a site has enough that they tell more than what stands beside them. */
  latest: Teaser[];
  /** The column under which they stand, counted from 0, where it ends before the others; null beside the lead. */
  latestUnder: number | null;
  /** Column by column; `stories` of a section's articles have their first words. */
  columns: { section: Named; articles: Teaser[]; stories: number; total: number }[][];
  total: number;
}

/** What names a list. Each has pages at `/<plural>/<slug>/` and an index at `/<plural>/`. */
export type ListKind = 'section' | 'topic' | 'author' | 'source' | 'handle' | 'credit';

export interface ListPage {
  kind: 'list';
  of: ListKind;
  /** The heading: the section's, topic's or person's name. */
  name: string;
  /** A handle's display name. */
  note: string | null;
  path: string;
  paging: Paging | SettledPaging;
  articles: Teaser[];
  /** The feed of this list, where it has one: path below the base without an ending. */
  feed: string | null;
}

/** All topics, all authors, … with how many articles each has. */
export interface IndexPage {
  kind: 'index';
  of: ListKind;
  path: string;
  paging: Paging;
  entries: (Named & { count: number; note: string | null })[];
}

/** Years and months in which something was published. */
export interface ArchivePage {
  kind: 'archive';
  years: { year: number; total: number; months: { month: number; count: number; path: string }[] }[];
  undated: number;
}

/** One month, as a calendar and as a list. */
export interface MonthPage {
  kind: 'month';
  year: number;
  /** 1 to 12. */
  month: number;
  /** Articles on each day, only days that have some; `paper` is the path of the day's own page, where it has one. */
  days: { day: number; count: number; paper: string | null }[];
  previous: (Named & { year: number; month: number }) | null;
  next: (Named & { year: number; month: number }) | null;
  paging: Paging;
  articles: Teaser[];
}

/** The paper of a day, `YYYY-MM-DD` in the site's zone. */
export interface Paper {
  date: string;
  path: string;
}

/** What was published on one day, as a front page. */
export interface PaperPage {
  kind: 'paper';
  date: string;
  paging: Paging;
  /** On the first page. */
  lead: Teaser | null;
  seconds: Teaser[];
  articles: Teaser[];
  /** Papers of days before and after. */
  previous: Paper | null;
  next: Paper | null;
}

export interface ArticlePage {
  kind: 'article';
  /** The article's own facts and body are in its cached record. */
  id: string;
  /** What lists show of it, with its section's path. */
  teaser: Teaser;
  /** The paper of its day, where the day has one. */
  paper: string | null;
  /** Words of prose, captions and tweets. */
  words: number;
  topics: Named[];
  authors: Named[];
  sourcePage: Named | null;
  /** Pages of the handles quoted, by handle in lower case. */
  handles: Record<string, string>;
  /** Pages of those credited under pictures, by the name as the article has it. */
  credits: Record<string, string>;
  /** Neighbours in the section by date. */
  previous: Teaser | null;
  next: Teaser | null;
  related: Teaser[];
  /** Other articles of the same story, oldest first, this one among them; empty without any. */
  story: (Teaser & { relation: 'copy' | 'update' | 'story' })[];
  /** Addresses elsewhere that this article links to and that are kept here: the page's path. */
  archivedLinks: Record<string, string>;
}

/** Pages that show nothing of the articles. */
export interface PlainPage {
  kind: 'not-found' | 'search' | 'saved' | 'offline' | 'feeds' | 'desk';
}

/** A text that is a page of its own. */
interface TextPage {
  kind: 'text';
  /** Null for the page about the newspaper where its file names none. */
  title: string | null;
  description: string | null;
  language: string | null;
  draft: boolean;
  html: string;
}

/** A page that the owner has put into `src/pages`. */
interface OwnPage {
  kind: 'own';
  /** Its component, below the project's folder: `src/pages/imprint.astro`. */
  component: string;
}

export type Page =
  FrontPage | ListPage | IndexPage | ArchivePage | MonthPage | PaperPage | ArticlePage | PlainPage | TextPage | OwnPage;
