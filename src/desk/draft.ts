/** What stands on the desk: an article in the making, as its person brought it and mended it. Plain JSON, so that a browser can keep it. */
export interface Draft {
  /** What was pasted, dropped or shared; of a page its HTML. */
  text: string;
  form: 'text' | 'html';
  /** The file's name where it had one: its ending tells the form of a text. */
  name: string | null;
  /** Address of the page that a clipboard was taken from. */
  address: string | null;
  /** In the order in which they were made: a later one wins. */
  mends: readonly Mend[];
  /** Facts that were typed, by their names in front matter. Lists have commas between their parts. */
  facts: Readonly<Partial<Record<DeskFact, string>>>;
}

/** The facts that the desk's form asks for. */
export const deskFacts = [
  'headline',
  'standfirst',
  'section',
  'authors',
  'published',
  'sourceName',
  'sourceUrl',
  'topics',
  'language',
  'rights',
] as const;
export type DeskFact = (typeof deskFacts)[number];

/** What a line can be told to be. */
export const parts = [
  'headline',
  'standfirst',
  'date',
  'byline',
  'section',
  'prose',
  'heading',
  'caption',
  'credit',
  'post',
  'quote',
  'notice',
  'left-out',
] as const;
export type Part = (typeof parts)[number];

/** Some lines are told to be something. */
export interface Mend {
  /** First and last, counted from 1. */
  lines: readonly [number, number];
  as: Part;
  /** The picture that a caption belongs to, by its name; the one nearest above where none is told. */
  picture?: string;
}

/** What a line was read as: what it can be told to be, and what only a reading says. */
export type LineKind = Part | 'kicker' | 'source' | 'media' | 'facts' | 'blank';

export const emptyDraft: Draft = { text: '', form: 'text', name: null, address: null, mends: [], facts: {} };
