import { wording, type Language } from './wording.ts';

/** The words in the HTML of blocks (`BlockLabels` of `render/`), in the site's language. */
export function blockLabels(site: { language: Language; timeZone: string }) {
  const words = wording(site);
  return {
    footnotes: 'Footnotes',
    backTo: (number: number) => `Back to reference ${number}`,
    table: 'Table',
    keptAsText: 'Kept as text. Not loaded from X.',
    noText: 'Only the address of this post was kept.',
    postOnX: 'Post on X',
    media: 'Picture or film in the post, not kept',
    missingPicture: 'Picture not kept',
    enlarge: 'Larger view',
    notices: { tip: 'Tip line', disclaimer: 'Disclaimer', correction: 'Correction', republished: 'First published elsewhere', newsletter: 'Newsletter', share: 'Share', note: 'Note' },
    // A day of a post is a day, not an instant: noon UTC is that day in nearly every zone.
    day: (isoDay: string) => words.day(`${isoDay}T12:00:00.000Z`),
  };
}
