import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import type { Work } from '../../edition/leaf.ts';
import { CardPress } from '../../feeds/card/card.ts';
import { Typeface, type FontFile } from '../../feeds/card/typeface.ts';
import { wording } from '../../i18n/wording.ts';
import type { Bench } from '../makers.ts';

const require = createRequire(import.meta.url);

/** Source Serif 4 (SIL Open Font License), from its package: the same outlines on every machine. */
const fontFile = (script: string) => (): FontFile => {
  const font = create(
    readFileSync(
      require.resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`),
    ),
  );
  if (font.isCollection) throw new Error(`the font file for ${script} is a collection`);
  return font;
};

/** Each thread has one: glyphs are drawn once for all its cards. */
const press = new CardPress(
  new Typeface(['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'].map(fontFile)),
);

/** The picture of an article for links to it elsewhere. */
export function make({ card }: Extract<Work, { maker: 'card' }>, { site }: Bench): Uint8Array {
  const { day, calendarDay } = wording(site);
  const dates = card.published ? [day(card.published), calendarDay(card.published)] : [];
  return press.card({ site: site.title, headline: card.headline, section: card.section, dates });
}
