import { fold } from '../../i18n/search/fold.ts';

/** Words that begin with a letter, as articles write them, each with how many articles have it. */
export type Spelling = Record<string, number>;

/** Where the words that begin with a folded letter stand, below a shard's folder. */
export const spellingPath = (letter: string): string => `spelling/${letter.codePointAt(0)?.toString(16) ?? '0'}.json`;

/** The letter whose words stand at such a path; null for another path. */
export const letterOf = (path: string): string | null => {
  const code = /^spelling\/([0-9a-f]+)\.json$/.exec(path)?.[1];
  return code === undefined ? null : String.fromCodePoint(Number.parseInt(code, 16));
};

/**
 * The word that comes nearest to one that is in no article: of those at the same distance the one that most have.
 *
 * @param word folded
 * @returns null where none is near enough to have been meant
 */
export function nearest(word: string, parts: readonly Spelling[]): string | null {
  if (word.length < 3) return null;
  const most = word.length < 6 ? 1 : 2;
  const found = new Map<string, { distance: number; count: number }>();
  for (const part of parts)
    for (const [written, count] of Object.entries(part)) {
      const before = found.get(written);
      if (before) before.count += count;
      else if (Math.abs(written.length - word.length) <= most + 1) {
        const distance = distanceOf(word, fold(written), most);
        if (distance > 0 && distance <= most) found.set(written, { distance, count });
      }
    }
  const [best] = [...found].sort(([, a], [, b]) => a.distance - b.distance || b.count - a.count);
  return best?.[0] ?? null;
}

/**
 * How many letters are to be put in, taken out, changed or turned round with their neighbour to make one word of the
 * other (Damerau 1964, "optimal string alignment").
 *
 * @returns something greater than `most` where it is greater
 */
export function distanceOf(one: string, other: string, most: number): number {
  const width = other.length + 1;
  let before: number[] = [];
  let last = Array.from({ length: width }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at < width; at += 1) {
      const same = one[row - 1] === other[at - 1];
      let least = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        least = Math.min(least, (before[at - 2] ?? 0) + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    before = last;
    last = now;
  }
  return last[width - 1] ?? most + 1;
}
