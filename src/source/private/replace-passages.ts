import type { Passage } from './private-notes.ts';

/** A passage and what is read in its place: one line, or none. */
export interface Replacement extends Passage {
  instead: string;
}

/** A text in which passages were replaced; its lines are those of the former text. */
export interface Replaced {
  text: string;
  /** The column (from 1) that a place had in the former text; lines count from 1. */
  columnOf(line: number, column: number): number;
}

/**
 * Replaces passages of a text. The line breaks within one follow what stands in its place.
 *
 * @param passages in order, none of which overlaps another
 */
export function replacePassages(text: string, passages: readonly Replacement[]): Replaced {
  /** By line: columns from 0, where a piece stands now and where it stood. */
  const pieces = new Map<number, { now: number; was: number }[]>();
  let result = '';
  let at = 0;
  let line = 1;
  let lineStart = 0;
  for (const { from, to, instead } of passages) {
    const before = text.slice(at, from);
    line += breaksIn(before);
    result += before + instead;
    const passed = text.slice(from, to);
    const breaks = breaksIn(passed);
    result += '\n'.repeat(breaks);
    line += breaks;
    at = to;
    lineStart = text.lastIndexOf('\n', to - 1) + 1;
    const now = result.length - (result.lastIndexOf('\n') + 1);
    pieces.set(line, [...(pieces.get(line) ?? []), { now, was: to - lineStart }]);
  }
  return {
    text: result + text.slice(at),
    columnOf(row, column) {
      const piece = pieces.get(row)?.findLast(({ now }) => now < column);
      return piece ? piece.was + column - piece.now : column;
    },
  };
}

const breaksIn = (text: string): number => text.split('\n').length - 1;
