import type { Language } from './languages.ts';
import { fill, wording } from './wording.ts';

/** The words in the HTML of blocks (`BlockLabels` of `render/`), in the site's language. */
export function blockLabels(site: { language: Language; timeZone: string }) {
  const { text, date, number } = wording(site);
  return {
    ...text.blocks,
    backTo: (reference: number) => fill(text.blocks.backTo, { number: number(reference) }),
    savedAsText: (network: string) => fill(text.blocks.savedAsText, { network }),
    postOn: (network: string) => fill(text.blocks.postOn, { network }),
    filmOn: (provider: string) => fill(text.blocks.filmOn, { provider }),
    recordingOn: (provider: string) => fill(text.blocks.recordingOn, { provider }),
    // A day of a post is a day, not an instant: no zone moves it.
    day: date,
  };
}
