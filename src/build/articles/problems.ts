import { SourceError, type Problem } from '../../source/error.ts';
import type { Facts } from '../cache/record-store.ts';

/** A mistake that was kept, or came from a worker thread, as what it was. */
const revive = (problem: Problem): SourceError => new SourceError(problem);

/** The warnings of what was kept, as what they were. */
export const warningsOf = (facts: ReadonlyMap<string, Facts>): SourceError[] =>
  [...facts.values()].flatMap(({ warnings }) => warnings.map(revive));

/** In the order of files, lines and columns: the same on every machine. */
export function sorted(problems: readonly SourceError[]): SourceError[] {
  return [...problems].sort((a, b) =>
    a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1,
  );
}
