import { isText, readPiece, type Piece } from '../saved/ledger.ts';
import { keep, load } from '../saved/store.ts';

/** Passages that the reader has marked, with what they noted. They stay in this browser until they are exported. */
export interface Highlight extends Piece {
  /** The words, with line breaks where the passage crosses from one block into another. */
  quote: string;
  /** Where it began in the story's text when it was marked, in characters. */
  start: number;
  /** Empty where nothing was noted. */
  note: string;
  /** Milliseconds since 1970; with the article's id it names the highlight. */
  at: number;
}

/** The most that is kept, so that storage never fills up: of highlights, and of characters in each. */
const MOST = 500;
export const LONGEST = 4000;

export const isSame = (one: Highlight, other: Highlight): boolean => one.id === other.id && one.at === other.at;

/** Highlights from whatever was kept or imported, newest first: what is not what it should be is left out. */
export function readHighlights(kept: unknown): Highlight[] {
  const good: Highlight[] = [];
  for (const item of Array.isArray(kept) ? kept.slice(0, MOST * 2) : []) {
    if (typeof item !== 'object' || item === null) continue;
    const from = item as Record<string, unknown>;
    const piece = readPiece(from);
    const { quote, start, note, at } = from;
    if (!piece || !isText(quote, LONGEST) || !Number.isSafeInteger(start) || (start as number) < 0) continue;
    if (!Number.isSafeInteger(at) || (at as number) < 0) continue;
    const highlight = { ...piece, quote, start: start as number, note: text(note), at: at as number };
    if (!good.some((other) => isSame(other, highlight))) good.push(highlight);
  }
  return good.sort((a, b) => b.at - a.at).slice(0, MOST);
}

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');

export const highlights = (): Highlight[] => load('highlights', readHighlights);

/** Puts a highlight in, or its new note in place of the former. */
export function putHighlight(highlight: Highlight): void {
  const others = highlights().filter((other) => !isSame(other, highlight));
  keep('highlights', [highlight, ...others].sort((a, b) => b.at - a.at).slice(0, MOST));
}

export function dropHighlight(highlight: Highlight): void {
  keep(
    'highlights',
    highlights().filter((other) => !isSame(other, highlight)),
  );
}

/** What is here and what was imported, together; of two of a kind the one with a note stays. */
export function mergeHighlights(here: Highlight[], there: Highlight[]): Highlight[] {
  const more = there.filter(
    (one) => !here.some((other) => isSame(one, other) && (other.note !== '' || one.note === '')),
  );
  return readHighlights([...more, ...here]);
}
