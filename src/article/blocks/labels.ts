import type { Catalogue } from '../../i18n/catalogue.ts';

/** Words in the site's language that stand in the HTML of blocks. The catalogues of `src/i18n/` hold them, and say what they are. */
export interface BlockLabels extends Omit<
  Catalogue['blocks'],
  'backTo' | 'savedAsText' | 'postOn' | 'filmOn' | 'recordingOn'
> {
  /** "Back to reference 2". */
  backTo(number: number): string;
  /** "Saved as text. Not loaded from Bluesky." */
  savedAsText(network: string): string;
  /** "Post on Bluesky". */
  postOn(network: string): string;
  /** "Film on YouTube". */
  filmOn(provider: string): string;
  /** "Recording on Spotify". */
  recordingOn(provider: string): string;
  /** A day, `YYYY-MM-DD`, as the site writes it. */
  day(isoDay: string): string;
}
