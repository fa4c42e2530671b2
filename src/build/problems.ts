import { SourceError, type Problem } from '../source/error.ts';

/** A mistake that was kept, or came from a worker thread, as what it was. */
export const revive = (problem: Problem): SourceError => new SourceError(problem);

/** In the order of files, lines and columns: the same on every machine. */
export function sorted(problems: readonly SourceError[]): SourceError[] {
  return [...problems].sort((a, b) =>
    a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1,
  );
}
