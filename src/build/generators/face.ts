import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import { Typeface, type FontFile } from '../../cards/typeface.ts';

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

/** The face of what is drawn. Each thread has one: a glyph is drawn once for all its pictures. */
export const face = new Typeface(
  ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'].map(fontFile),
);
