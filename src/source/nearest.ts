/** How many letters must be put in, taken out or exchanged to turn one word into the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, previous[j]! + 1, row[j - 1]! + 1);
    }
    previous = row;
  }
  return previous[b.length]!;
}

/** The known word that is nearest to the one written, in any case of letters; the first of those equally near. */
export function nearest(written: string, known: readonly string[]): string {
  // A key of a thousand letters is near to nothing: a part of it says as much.
  const folded = written.toLowerCase().slice(0, 40);
  let best = known[0] ?? '';
  let least = Infinity;
  for (const word of known) {
    const steps = distance(folded, word.toLowerCase());
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}
