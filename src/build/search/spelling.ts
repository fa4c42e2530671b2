import { spellingPath, type Spelling } from '../../client/search/spelling.ts';
import { fold } from '../../i18n/search/fold.ts';
import type { Shown } from './document.ts';
import type { BundleFile } from './reshape.ts';

const isWord = /^\p{L}[\p{L}\p{M}]{2,29}$/u;

/**
 * The words of a shard, by their first letter. Of words that are the same to the search, the one that most articles
 * have stands for all.
 */
export function spelling(articles: readonly Shown[]): BundleFile[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { content, meta } of articles)
    for (const word of new Set(wordsOf(`${Object.values(meta).join(' ')} ${content}`))) {
      const written = counts.get(fold(word)) ?? new Map<string, number>();
      counts.set(fold(word), written.set(word, (written.get(word) ?? 0) + 1));
    }
  const letters = new Map<string, [string, number][]>();
  for (const [folded, written] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [best = ''] = [...written].sort(([a, of], [b, by]) => by - of || (a < b ? -1 : 1))[0] ?? [];
    const all = [...written.values()].reduce((sum, count) => sum + count, 0);
    const letter = String.fromCodePoint(folded.codePointAt(0) ?? 0);
    const same = letters.get(letter) ?? [];
    same.push([best, all]);
    letters.set(letter, same);
  }
  return [...letters].map(([letter, words]) => ({
    path: spellingPath(letter),
    content: Buffer.from(JSON.stringify(Object.fromEntries(words) satisfies Spelling)),
  }));
}

/** Words in small letters, without the marks around them. */
const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => isWord.test(word))
    .map((word) => word.toLowerCase().normalize('NFC'));
