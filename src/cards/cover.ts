import { ACCENT, INK, Setter } from './typesetter.ts';
import type { Typeface } from './typeface.ts';

/** Pixels: three to four, as readers of books show covers. */
export const COVER = { width: 1200, height: 1600 } as const;

const MARGIN = 96;
const NAME = [
  { size: 150, lines: 1 },
  { size: 116, lines: 1 },
  { size: 88, lines: 2 },
  { size: 62, lines: 3 },
] as const;
/** The first headline leads; the others follow as far as there is room. */
const LEAD = [
  { size: 84, lines: 3 },
  { size: 68, lines: 4 },
] as const;
const OTHER = [{ size: 48, lines: 3 }] as const;
const LABEL = 40;
const GAP = 24;
/** From a rule to the words under it. */
const RULE = 42;

/** The words on a cover. */
export interface CoverText {
  site: string;
  /** The section of which the book is; null for the whole newspaper. */
  section: string | null;
  /** The first of these that can be drawn. */
  dates: readonly string[];
  /** In the order of the book. */
  headlines: readonly string[];
  /** `#rrggbb` */
  accent: string;
}

/**
 * The cover of a book, a front page in small: the paper's name, section and day, and as many headlines as there is room
 * for. Words that the face can't draw are left out whole.
 *
 * @returns a PNG of 1200 × 1600
 */
export function cover({ site, section, dates, headlines, accent }: CoverText, face: Typeface): Uint8Array {
  const setter = new Setter(COVER.width, COVER.height, MARGIN, face, accent);
  setter.begin();
  setter.bar(0, 24, ACCENT, 'picture');
  let top = 96;
  /** @returns false, with nothing drawn, where the words would reach below `bottom` */
  const set = (words: string, sizes: Parameters<Setter['fitted']>[1], bottom: number, isRuled = false): boolean => {
    const { lines, size } = setter.fitted(words, sizes);
    const leading = Math.round(size * 1.14);
    const first = top + (isRuled ? RULE : 0);
    if (first + lines.length * leading > bottom) return false;
    if (isRuled) setter.bar(top, 2, INK, 'type');
    lines.forEach((line, index) => setter.line(line, size, first + Math.round(size * 0.85) + index * leading, INK));
    top = first + lines.length * leading + GAP;
    return true;
  };
  const name = setter.drawable(site);
  if (name) set(name, NAME, COVER.height);
  top += 8;
  setter.bar(top, 4, INK, 'type');
  top += 4 + 64;
  const drawn = (all: readonly (string | null)[]) =>
    all.map((each) => setter.drawable(each)).filter((each) => each !== null);
  const kicker = drawn([section])[0];
  const [date] = drawn(dates);
  for (const [words, shade] of [
    [kicker, ACCENT],
    [date, INK],
  ] as const) {
    if (words === undefined) continue;
    setter.label(words, LABEL, top, shade);
    top += 60;
  }
  top += 20;
  for (const [index, headline] of drawn(headlines).entries()) {
    if (!set(headline, index === 0 ? LEAD : OTHER, COVER.height - MARGIN / 2, index > 0)) break;
  }
  return setter.end();
}
