import type { Root } from 'mdast';
import type { HeadlineWeights } from './head/headline.ts';
import type { PostWeights } from './post-text/post-beginning.ts';
import type { LineWeights } from './lines/line-kinds.ts';
import type { SourceError } from '../source/error.ts';
import type { Json } from '../source/front-matter/field.ts';
import type { ForeignKey } from '../source/front-matter/front-matter.ts';
import type { TraceStep } from './trace.ts';

/** A moment as a file states it. */
export interface StatedDate {
  /** ISO 8601 in UTC, with milliseconds: `2024-01-30T00:50:00.000Z`. A day alone is its midnight in the zone. */
  instant: string;
  /** `day` where no time of day was stated. */
  precision: 'day' | 'minute';
  /** The words of the file. */
  text: string;
}

/** Who may reuse an article: `quoted` is somebody else's text kept here, `restricted` is kept for the owner. */
type Rights = 'open' | 'quoted' | 'restricted';

/** A text removed by a repair: the public part of the trace. */
export interface Repair {
  rule: string;
  lines: [number, number];
  removed: string;
}

/** What the parse room makes of one file: facts and an mdast tree with recognised nodes in it. */
export interface Parsed {
  headline: string;
  /** The line above the headline, and the sentence below it, where front matter tells them. */
  kicker?: string;
  standfirst?: string;
  /** A sentence or two that say what it is about: the standfirst where nothing else does. */
  description: string | null;
  section: string | null;
  topics: string[];
  authors: string[];
  /** BCP 47 tag: stated in front matter, else told from the text's script, else the site's. */
  language: string;
  published: StatedDate | null;
  updated: StatedDate | null;
  /** "KYIV, Ukraine (AP)": also still in the prose. */
  dateline: string | null;
  source: { name: string | null; url: string | null } | null;
  draft: boolean;
  rights: Rights;
  /** Old addresses of this article, below the site's base: `/2019/old-name/`. */
  aliases: string[];
  /** The lead picture that front matter names, if any: a path beside the file. */
  image: { src: string; alt: string; caption: string; line: number; column: number } | null;
  /** Parts of the address that front matter gives, not slugged; null where it is the file's path. */
  address: string[] | null;
  /** Its place on the front page, 1 the first, where front matter gives it one. */
  featured?: number;
  /** Whatever front matter states beside, as it was. */
  extra: Record<string, Json>;
  /** The keys of it that no program is known to use, for the list of all. */
  foreign: ForeignKey[];
  /** Top-level nodes are mdast's own, and those of `article/blocks/`. */
  root: Root;
  /** The file's text as it may be shown: without comments and private notes, line for line. */
  shown: string;
  repairs: Repair[];
  trace: TraceStep[];
  warnings: SourceError[];
}

/** What parsing needs to know of the site. */
export interface ParseOptions {
  /** IANA zone for dates that name none. */
  timeZone: string;
  /** BCP 47 tag of the site. */
  language: string;
  /** The address of the site's front page without a slash at its end: articles of other sites have these as their source. */
  home?: string;
  /** Other weights than those in the house, for a text that these were fitted on: a measurement's business. */
  weights?: PasteWeights;
}

/** What was fitted on labelled texts. */
export interface PasteWeights {
  lines: LineWeights;
  headline: HeadlineWeights;
  posts: PostWeights;
}
