import type { BlockContent, Data, Parent, PhrasingContent } from 'mdast';

/**
 * The nodes that recognisers put into an mdast tree beside the standard ones. They stand only at the
 * top level of the root: a thing recognised is a block of the article.
 */

/** A post on X (formerly Twitter), kept as text. Field names follow the typed entry. */
export interface Tweet extends Parent {
  type: 'tweet';
  author: { name: string; handle: string };
  /** The day as the page wrote it, `YYYY-MM-DD`; null where no date was kept. */
  date: string | null;
  /** `https://x.com/<handle>/status/<id>` or twitter.com, as written; null where the text has none. */
  url: string | null;
  /** Empty for a shell or a bare link: no text was kept, only the address. */
  children: BlockContent[];
  data?: Data;
}

/** One picture of a figure, as the file names it. */
export interface FigureImage {
  /** As written in the file: a path beside the article, or an http(s) address. */
  src: string;
  alt: string;
  /** Where the picture is named, for the message when it is missing. Counted from 1. */
  line: number;
  column: number;
}

/** A picture or several with caption and credit, or a caption whose picture was not kept. */
export interface Figure extends Parent {
  type: 'figure';
  images: FigureImage[];
  /** The caption. Plain prose: no block content in it. */
  children: PhrasingContent[];
  /** The person first, agencies after: `["NAME", "AFP", "Getty Images"]`. Labels left out. */
  credit: string[];
  data?: Data;
}

/** The kinds of notice that stand apart from the story. */
export const noticeKinds = ['tip', 'disclaimer', 'correction', 'republished', 'newsletter', 'share', 'note'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A text about the article or the publisher rather than of the story: kept, and shown apart. */
export interface Notice extends Parent {
  type: 'notice';
  kind: NoticeKind;
  children: BlockContent[];
  data?: Data;
}

/** What a recogniser may add to a tree. */
export type Recognised = Tweet | Figure | Notice;

declare module 'mdast' {
  interface RootContentMap {
    tweet: Tweet;
    figure: Figure;
    notice: Notice;
  }
}
