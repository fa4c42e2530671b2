import type { SourceError } from '../../source/error.ts';

/** So many of one kind are told one by one; more are told as one, with the place of the first. */
const ONE_BY_ONE = 3;

/**
 * Mistakes and warnings as a person is told of them: those of one kind that are many as one, with how many there are,
 * where the first stands, and what to do. Mistakes come last, where they are seen.
 */
export function told(problems: readonly SourceError[]): string[] {
  const kinds = new Map<string, SourceError[]>();
  for (const problem of problems) {
    // Each key that is foreign has been told once for all files already.
    const kind = `${problem.severity} ${problem.rule}${problem.rule === 'foreign-key' ? problem.message : ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  const foreign = [...kinds].filter(([kind]) => kind.startsWith('warning foreign-key')).flatMap(([, each]) => each);
  const others = [...kinds].filter(([kind]) => !kind.startsWith('warning foreign-key')).map(([, each]) => each);
  const order = (each: readonly SourceError[]) => (each[0]?.severity === 'error' ? 1 : 0);
  return [
    ...(foreign.length > 0 ? [foreignTold(foreign)] : []),
    ...others.sort((a, b) => order(a) - order(b)).flatMap(ofKind),
  ];
}

function ofKind(problems: readonly SourceError[]): string[] {
  const [first] = problems;
  // Each mistake is to be mended, so each is named.
  if (!first || problems.length <= ONE_BY_ONE || first.severity === 'error') return problems.map(String);
  const files = new Set(problems.map(({ path }) => path)).size;
  const more =
    files === 1 ? `${problems.length - 1} times more there` : `in ${files - 1} more ${files === 2 ? 'file' : 'files'}`;
  return [`${String(first)}\n    The same ${more} (${first.rule}).`];
}

/** Keys of other programs: one line, however many they are. */
function foreignTold(keys: readonly SourceError[]): string {
  const [first] = keys;
  if (keys.length === 1 && first) return `${first.message.replace(/\.$/, '')} (first in ${first.path}:${first.line}).`;
  const names = keys.map(({ message }) => message.replace(/: in (\d+) files?, kept, not shown\.$/, ' in $1'));
  return `keys of front matter that are kept under "extra" in the article's .json, and not shown: ${names.join(', ')}.`;
}
