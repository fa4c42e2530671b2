/** How many letters must be put in, taken out, exchanged or swapped with their neighbour to turn one word into the other. */
export function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const above = rows[i - 1]!;
    for (let j = 1; j <= b.length; j++) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const steps = Math.min(change, above[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = swapped ? Math.min(steps, rows[i - 2]![j - 2]! + 1) : steps;
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/**
 * The known word that a written one is a slip of: one letter off, two in a word of eight letters and more.
 *
 * @param written in the form of the known ones
 * @returns null where none is that near: a foreign word is no slip
 */
export function nearest(written: string, known: Iterable<string>): string | null {
  if (written.length < 4 || written.length > 30) return null;
  let best: string | null = null;
  let least = written.length >= 8 ? 3 : 2;
  for (const word of known) {
    if (word.length < 5 || Math.abs(word.length - written.length) >= least || word[0] !== written[0]) continue;
    const steps = distance(written, word);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}
