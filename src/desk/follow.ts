import type { Mend } from './draft.ts';

/**
 * The mends of a text after it was edited: those above and below the edit stay with their lines; those within it are gone
 * with what they were about.
 */
export function followed(mends: readonly Mend[], before: string, after: string): Mend[] {
  if (mends.length === 0) return [];
  const old = before.split('\n');
  const now = after.split('\n');
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same++;
  let tail = 0;
  while (
    tail < old.length - same &&
    tail < now.length - same &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const moved = now.length - old.length;
  return mends.flatMap((mend): Mend[] => {
    const [from, to] = mend.lines;
    if (to <= same) return [mend];
    return from > old.length - tail ? [{ ...mend, lines: [from + moved, to + moved] }] : [];
  });
}
