import { rasterise, type Coverage, type Outline } from './raster.ts';

/** A font as its reader gives it: what of fontkitten's `Font` is used here. */
export interface FontFile {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { advanceWidth: number; path: { commands: Outline[] } };
}

interface Glyph {
  /** Pixels. */
  advance: number;
  coverage: Coverage;
}

/** One face out of several files, each for other scripts. Glyphs are drawn once for a size, then copied. */
export class Typeface {
  readonly #files: (() => FontFile)[];
  readonly #open: FontFile[] = [];
  /** By size, then by sign. */
  readonly #glyphs = new Map<number, Map<string, Glyph>>();

  /** @param files the files in the order in which they are asked for a sign; each is read when it is first needed */
  constructor(files: (() => FontFile)[]) {
    this.#files = files;
  }

  /** Whether every sign of a text can be drawn. */
  has(text: string): boolean {
    for (const sign of text) if (!this.#file(sign)) return false;
    return true;
  }

  /**
   * @param size pixels for an em
   * @throws Error for a sign that no file has: ask `has` before
   */
  glyph(sign: string, size: number): Glyph {
    let drawn = this.#glyphs.get(size);
    if (!drawn) this.#glyphs.set(size, (drawn = new Map<string, Glyph>()));
    const known = drawn.get(sign);
    if (known) return known;
    const { advance, outline, scale } = this.outline(sign, size);
    const glyph = { advance, coverage: rasterise(outline, scale) };
    drawn.set(sign, glyph);
    return glyph;
  }

  /**
   * A sign as its font draws it.
   *
   * @param size pixels for an em
   * @returns its outline in units of the font, pixels for one of these, and its width in pixels
   * @throws Error for a sign that no file has: ask `has` before
   */
  outline(sign: string, size: number): { advance: number; outline: readonly Outline[]; scale: number } {
    const file = this.#file(sign);
    if (!file) throw new Error(`no glyph for U+${sign.codePointAt(0)?.toString(16)}`);
    const { advanceWidth, path } = file.glyphForCodePoint(sign.codePointAt(0) ?? 0);
    const scale = size / file.unitsPerEm;
    return { advance: advanceWidth * scale, outline: path.commands, scale };
  }

  /** Pixels that a text takes on one line. */
  width(text: string, size: number): number {
    let width = 0;
    for (const sign of text) width += this.glyph(sign, size).advance;
    return width;
  }

  #file(sign: string): FontFile | undefined {
    const codePoint = sign.codePointAt(0) ?? 0;
    const found = this.#open.find((file) => file.hasGlyphForCodePoint(codePoint));
    if (found || this.#open.length === this.#files.length) return found;
    const next = this.#files[this.#open.length];
    if (next) this.#open.push(next());
    return this.#file(sign);
  }
}

/** A word, or a part of one that is longer than a line, with its width in pixels. */
type Part = readonly [words: string, width: number];

/**
 * Breaks a text into lines that are about equally long.
 *
 * @param most lines; a text that takes more is null
 */
export function breakLines(text: string, face: Typeface, size: number, width: number, most: number): string[] | null {
  const parts = text.split(' ').flatMap((word) => cut(word, face, size, width));
  const blank = face.width(' ', size);
  const lines = fill(parts, blank, width).length;
  if (lines > most) return null;
  // The narrowest measure that takes no more lines.
  let [low, high] = [width / 2, width];
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (parts.some(([, wide]) => wide > middle) || fill(parts, blank, middle).length > lines) low = middle;
    else high = middle;
  }
  return fill(parts, blank, high);
}

function fill(parts: readonly Part[], blank: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const [words, wide] of parts) {
    if (line !== '' && taken + blank + wide > width) {
      lines.push(line);
      [line, taken] = ['', 0];
    }
    taken += (line === '' ? 0 : blank) + wide;
    line = line === '' ? words : `${line} ${words}`;
  }
  return line === '' ? lines : [...lines, line];
}

function cut(word: string, face: Typeface, size: number, width: number): Part[] {
  const parts: Part[] = [];
  let [words, taken] = ['', 0];
  for (const sign of word) {
    const { advance } = face.glyph(sign, size);
    if (words !== '' && taken + advance > width) {
      parts.push([words, taken]);
      [words, taken] = ['', 0];
    }
    words += sign;
    taken += advance;
  }
  return [...parts, [words, taken]];
}
