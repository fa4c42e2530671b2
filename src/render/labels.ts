/** Words in the site's language that stand in the HTML of blocks. `src/i18n/` holds them. */
export interface BlockLabels {
  footnotes: string;
  /** "Back to reference 2". */
  backTo(number: number): string;
  /** The name of the frame around a wide table. */
  table: string;
  /** "Kept as text. Not loaded from X." */
  keptAsText: string;
  /** Where only a post's address was kept. */
  noText: string;
  /** "Post on X" for a link card. */
  postOnX: string;
  /** The chip in place of a post's picture or film. */
  media: string;
  /** The mark in place of a picture that was not kept. */
  missingPicture: string;
  /** Name of the link from a picture to its larger view. */
  enlarge: string;
  notices: Record<import('../parse/nodes.ts').NoticeKind, string>;
  /** A day, `YYYY-MM-DD`, as the site writes it. */
  day(isoDay: string): string;
}
