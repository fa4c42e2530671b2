/**
 * Where a marked passage stands in a story's text. The text may have changed since: the words are looked for, and of
 * several places the one nearest to where they stood counts.
 *
 * @param text  of the story, as its text nodes have it
 * @param quote the passage; a line break stands for any run of blanks
 * @returns from and to, in characters; null where the words are not in the text any more
 */
export function findQuote(text: string, quote: string, start: number): [from: number, to: number] | null {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s*');
  let best: [number, number] | null = null;
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
    if (best && Math.abs(best[0] - start) <= Math.abs(match.index - start)) break;
    best = [match.index, match.index + match[0].length];
  }
  return best;
}
