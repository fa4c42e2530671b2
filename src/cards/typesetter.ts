import { Canvas, type Colour } from './png.ts';
import { breakLines, type Typeface } from './typeface.ts';
import { bytesOf } from '../settings/colour.ts';
import { cut } from '../source/cut.ts';

const paper: Colour = [0xfc, 0xfb, 0xf8];
const ink: Colour = [0x1c, 0x1a, 0x17];
const STEPS = 8;
const ramp = (colour: Colour): Colour[] =>
  Array.from({ length: STEPS }, (_, step) => mixed(colour, step / (STEPS - 1)));
const mixed = (colour: Colour, part: number): Colour => {
  const channel = (index: 0 | 1 | 2) => Math.round(paper[index] + (colour[index] - paper[index]) * part);
  return [channel(0), channel(1), channel(2)];
};
/** Shades that words and bars are set in. */
export const INK = 0;
export const ACCENT = STEPS;

/** Sets lines of type on a picture, one picture after the other. Nothing on it depends on the machine. */
export class Setter {
  readonly #canvas: Canvas;
  readonly #face: Typeface;
  /** From the picture's sides to the type, and how wide a line may be: pixels. */
  readonly #margin: number;
  /** Two ramps from paper: to ink, to accent. */
  readonly #palette: readonly Colour[];
  readonly #measure: number;

  /**
   * Sizes in pixels; all of them even.
   *
   * @param accent `#rrggbb`
   */
  constructor(width: number, height: number, margin: number, face: Typeface, accent: string) {
    this.#palette = [...ramp(ink), ...ramp(bytesOf(accent))];
    this.#canvas = new Canvas(width, height);
    this.#face = face;
    this.#margin = margin;
    this.#measure = width - 2 * margin;
  }

  /** Begins a picture: blank paper. */
  begin(): void {
    this.#canvas.clear();
  }

  /** A bar: over the whole width, or over that of the type. */
  bar(top: number, height: number, shade: number, over: 'picture' | 'type'): void {
    this.#canvas.bar(top, height, over === 'type' ? this.#margin : 0, shade + STEPS - 1);
  }

  /**
   * What can be drawn of a text, as one line: a sign that the face does not have is written another way, and words in
   * another script become "…". Null where little would be left: a picture never shows empty boxes.
   */
  drawable(words: string | null): string | null {
    const plain = words === null ? '' : legible(words);
    if (plain === '' || this.#face.has(plain)) return plain === '' ? null : plain;
    const known = [...plain].map((sign) => (this.#face.has(sign) ? sign : this.#instead(sign))).join('');
    if (this.#face.has(known)) return oneLine(known);
    const shown = known.split(' ').map((word) => (this.#face.has(word) ? word : null));
    const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const kept = shown.filter((word) => word !== null).join(' ');
    if (letters(kept) * 2 < letters(plain)) return null;
    const marked = shown.map((word) => word ?? ending(this.#face)).join(' ');
    return oneLine(marked.replace(/…(?: …)+/g, '…'));
  }

  /** A sign written with others that the face has; a mark that says nothing by itself is left out. */
  #instead(sign: string): string {
    const other = respelled[sign] ?? sign.normalize('NFKC').replace('⁄', '/');
    if (this.#face.has(other)) return other;
    return /[\p{L}\p{N}]/u.test(sign) ? sign : '';
  }

  /** One line, cut at its end where it is too long. */
  label(words: string, size: number, baseline: number, shade: number): void {
    this.line(shortened(words, this.#face, size, this.#measure), size, baseline, shade);
  }

  line(words: string, size: number, baseline: number, shade: number): void {
    let pen = this.#margin;
    for (const sign of words) {
      const { advance, coverage } = this.#face.glyph(sign, size);
      this.#canvas.glyph(coverage, Math.round(pen), baseline, shade, STEPS);
      pen += advance;
    }
  }

  /**
   * Words in the largest size that they fit in; cut at a word where they are too long for the last.
   *
   * @param sizes from large to small, in pixels, each with the lines that there is room for
   */
  fitted(
    words: string,
    sizes: readonly { readonly size: number; readonly lines: number }[],
  ): { lines: string[]; size: number } {
    const set = (text: string, size: number, most: number) => breakLines(text, this.#face, size, this.#measure, most);
    for (const { size, lines: most } of sizes) {
      const lines = set(words, size, most);
      if (lines) return { lines, size };
    }
    const { size, lines: most } = sizes.at(-1) ?? { size: 1, lines: 0 };
    let shown = words;
    let lines: string[] | null = null;
    while (!lines && shown.length > 0) {
      shown = cut(shown, Math.floor(shown.length * 0.95)).replace(/\s+\S*$/, '');
      lines = set(`${shown}${ending(this.#face)}`, size, most);
    }
    return { lines: lines ?? [], size };
  }

  /** The picture as a PNG. */
  end(): Uint8Array {
    return this.#canvas.png(this.#palette);
  }
}

const oneLine = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null;

/** Signs that few faces have, as a typewriter has them. */
const respelled: Readonly<Record<string, string>> = {
  '\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—', '\u2212': '-', '№': 'No.', '→': '->', '←': '<-', '↔': '<->', '⇒': '=>',
  '≤': '<=', '≥': '>=', '×': 'x', '÷': '/', '•': '·', '₹': 'Rs.', '₽': 'RUB', '℃': '°C',
}; // prettier-ignore

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

/** What stands for words that were cut off. */
const ending = (face: Typeface): string => (face.has('…') ? '…' : '');

function shortened(words: string, face: Typeface, size: number, width: number): string {
  if (face.width(words, size) <= width) return words;
  const signs = [...words];
  while (signs.length > 1 && face.width(signs.join('') + ending(face), size) > width) signs.pop();
  return signs.join('').trimEnd() + ending(face);
}
