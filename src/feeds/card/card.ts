import { Canvas, type Colour } from './png.ts';
import { breakLines, type Typeface } from './typeface.ts';

/** Pixels: what Open Graph's readers and X ask for (1.91 to 1). */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 72;
const MEASURE = CARD.width - 2 * MARGIN;
/** Type sizes of the headline, the largest that fits is taken; with the lines that there is room for. */
const HEADLINE = [
  { size: 88, lines: 3 },
  { size: 72, lines: 4 },
  { size: 58, lines: 5 },
  { size: 46, lines: 6 },
] as const;
const LABEL = 32;

const paper: Colour = [0xfc, 0xfb, 0xf8];
const ink: Colour = [0x1c, 0x1a, 0x17];
const accent: Colour = [0x98, 0x1b, 0x1e];
const STEPS = 8;
const ramp = (colour: Colour): Colour[] =>
  Array.from({ length: STEPS }, (_, step) => mixed(colour, step / (STEPS - 1)));
const mixed = (colour: Colour, part: number): Colour => {
  const channel = (index: 0 | 1 | 2) => Math.round(paper[index] + (colour[index] - paper[index]) * part);
  return [channel(0), channel(1), channel(2)];
};
/** Two ramps from paper: to ink, to accent. */
const palette = [...ramp(ink), ...ramp(accent)];
const INK = 0;
const ACCENT = STEPS;

/** The words on a card. */
export interface CardText {
  site: string;
  headline: string | null;
  section: string | null;
  /** The first of these that can be drawn. */
  dates: readonly string[];
}

/** Draws cards, one after the other on one canvas. */
export class CardPress {
  readonly #canvas = new Canvas(CARD.width, CARD.height);
  readonly #face: Typeface;

  constructor(face: Typeface) {
    this.#face = face;
  }

  /**
   * Draws a card: the paper's name, section, headline and date. Words in a script that the face does
   * not have are left out whole: a card never shows empty boxes.
   *
   * @returns a PNG of 1200 × 630
   */
  card({ site, section, headline, dates }: CardText): Uint8Array {
    const canvas = this.#canvas;
    canvas.clear();
    canvas.bar(0, 14, 0, ACCENT + STEPS - 1);
    canvas.bar(116, 2, MARGIN, INK + STEPS - 1);
    const [name, kicker, words] = [this.#drawable(site), this.#drawable(section), this.#drawable(headline)];
    if (name) this.#label(name, 92, INK);
    let top = 150;
    if (kicker && words) {
      this.#label(kicker, top + 36, ACCENT);
      top += 62;
    }
    const { lines, size } = setHeadline(words ?? kicker ?? name ?? '', this.#face);
    const leading = Math.round(size * 1.12);
    const room = CARD.height - 110 - top;
    const first = top + Math.max(0, Math.round((room - lines.length * leading) / 3)) + Math.round(size * 0.85);
    lines.forEach((line, index) => this.#line(line, size, first + index * leading, INK));
    const date = dates.map((each) => this.#drawable(each)).find((each) => each !== null);
    if (date) this.#label(date, CARD.height - 52, INK);
    return canvas.png(palette);
  }

  /** What can be drawn of a text: the whole, or nothing. */
  #drawable(words: string | null): string | null {
    const plain = words === null ? '' : legible(words);
    return plain !== '' && this.#face.has(plain) ? plain : null;
  }

  #label(words: string, baseline: number, shade: number): void {
    this.#line(shortened(words, this.#face, LABEL, MEASURE), LABEL, baseline, shade);
  }

  #line(words: string, size: number, baseline: number, shade: number): void {
    let pen = MARGIN;
    for (const sign of words) {
      const { advance, coverage } = this.#face.glyph(sign, size);
      this.#canvas.glyph(coverage, Math.round(pen), baseline, shade, STEPS);
      pen += advance;
    }
  }
}

/** Text as one line, without what has no shape of its own: controls, marks of direction, emoji. */
function legible(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0e\ufe0f]/gu, (sign) =>
      /[\d#*©®™]/.test(sign) ? sign : '',
    )
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
}

function setHeadline(words: string, face: Typeface): { lines: string[]; size: number } {
  for (const { size, lines: most } of HEADLINE) {
    const lines = breakLines(words, face, size, MEASURE, most);
    if (lines) return { lines, size };
  }
  const { size, lines: most } = HEADLINE[HEADLINE.length - 1] ?? HEADLINE[0];
  // Too long for the smallest size: cut at a word.
  let cut = words;
  let lines: string[] | null = null;
  while (!lines && cut.length > 0) {
    cut = cut
      .slice(0, Math.floor(cut.length * 0.95))
      .replace(/[\uD800-\uDBFF]$/, '')
      .replace(/\s+\S*$/, '');
    lines = breakLines(`${cut}${ending(face)}`, face, size, MEASURE, most);
  }
  return { lines: lines ?? [], size };
}

const ending = (face: Typeface): string => (face.has('…') ? '…' : '');

function shortened(words: string, face: Typeface, size: number, width: number): string {
  if (face.width(words, size) <= width) return words;
  const signs = [...words];
  while (signs.length > 1 && face.width(signs.join('') + ending(face), size) > width) signs.pop();
  return signs.join('').trimEnd() + ending(face);
}
