/**
 * What the desk says: the page on which an article is pasted, mended and kept. Its page and its browser modules carry
 * these words (`words:desk`). `{name}` marks a place to fill.
 */
export interface DeskWords {
  title: string;
  intro: string;
  noScript: string;
  /** Names the box that articles are pasted into. */
  paste: string;
  hint: string;
  reading: string;
  failed: string;
  /** The two columns. */
  lines: string;
  article: string;
  nothing: string;
  count: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  remarks: string;
  line: string;
  editText: string;
  undo: string;
  clear: string;
  cleared: string;
  restored: string;
  /** Over the choices for a line. */
  tell: string;
  certainty: { certain: string; likely: string; guess: string; told: string };
  kinds: Record<
    | 'headline'
    | 'kicker'
    | 'standfirst'
    | 'date'
    | 'byline'
    | 'section'
    | 'source'
    | 'prose'
    | 'heading'
    | 'caption'
    | 'credit'
    | 'post'
    | 'quote'
    | 'media'
    | 'notice'
    | 'left-out'
    | 'facts',
    string
  >;
  /** Choices that say more than the kind's own name. */
  postBegins: string;
  captionOf: string;
  facts: Record<
    | 'title'
    | 'headline'
    | 'standfirst'
    | 'section'
    | 'authors'
    | 'published'
    | 'sourceName'
    | 'sourceUrl'
    | 'topics'
    | 'language'
    | 'rights',
    string
  >;
  rights: { open: string; quoted: string; restricted: string };
  pictures: string;
  addPictures: string;
  remove: string;
  keep: string;
  fileName: string;
  here: string;
  download: string;
  folder: string;
  repository: string;
  copy: string;
  kept: string;
  exists: string;
  replace: string;
  notKept: string;
  copied: string;
  tooLong: string;
  bookmarklet: string;
  bookmarkletHint: string;
  waiting: string;
}
