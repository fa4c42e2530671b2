import { isPlainLatin, latinLetters } from './plain-latin.ts';

/** One line of pasted text that is not blank. */
export interface Line {
  /** As the file counts it, from 1. */
  number: number;
  /** The number of its last line: another one where lines were joined. */
  end: number;
  /** Without the spaces around it. */
  text: string;
  /** Blank lines between it and the line before. */
  gap: number;
  /** Where its text begins in the line: code units, from 0. */
  indent: number;
}

/** The lines of a pasted text that hold something, in order. `first` is the number of the text's first line. */
export function linesOf(text: string, first: number): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  text.split('\n').forEach((raw, index) => {
    const trimmed = raw.trim();
    // A zero-width space or a byte order mark alone is a blank line too.
    if (!/[^\s\u200b-\u200f\u2060\ufeff]/u.test(trimmed)) gap++;
    else {
      lines.push({ number: first + index, end: first + index, text: trimmed, gap, indent: raw.indexOf(trimmed) });
      gap = 0;
    }
  });
  return lines;
}

const latinWord = new RegExp(`[${latinLetters}][${latinLetters}'’.,-]*`, 'g');

/** How many words a text has; two signs of a script without spaces count as one word. */
export function wordCount(text: string): number {
  if (isPlainLatin(text)) return text.match(latinWord)?.length ?? 0;
  const signs = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0;
  const words =
    text.replace(/[\u3040-\u30ff\u3400-\u9fff]/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;
  return words + Math.floor(signs / 2);
}

/** A text with case, quotation marks and spaces evened out, to tell whether two lines say the same. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
