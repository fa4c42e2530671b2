import { lastPart } from '../../edition/near-addresses.ts';
import { fold } from '../../i18n/search/fold.ts';
import { distanceOf } from '../search/spelling.ts';

/** The words of an address's last part; short ones, which tell little, only where it has no others. */
function wordsOf(part: string): string[] {
  const words = fold(part)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const long = words.filter((word) => word.length > 3);
  return long.length > 0 ? long : words;
}

/** Whether the one word may have been meant by the other: the same but for a slip or two, or cut short. */
function isMeant(asked: string, word: string): boolean {
  if (asked === word) return true;
  if (asked.length < 4) return false;
  const slips = asked.length < 6 ? 1 : 2;
  return word.startsWith(asked) || distanceOf(asked, word, slips) <= slips;
}

/**
 * Addresses that may have been meant by one that leads nowhere: those that share half of the words, slips of typing
 * passed over.
 *
 * @param asked last part of the address
 * @param ids   ids of articles
 * @param most  how many are wanted
 * @returns ids, nearest first
 */
export function nearestAddresses(asked: string, ids: readonly string[], most: number): string[] {
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  return ids
    .map((id) => {
      const own = wordsOf(lastPart(id));
      const shared = words.filter((word) => own.some((each) => isMeant(word, each))).length;
      // Of two that share as many, the one with fewer others.
      return { id, share: shared / words.length, kinship: shared / Math.max(words.length, own.length) };
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.kinship - a.kinship || b.share - a.share)
    .slice(0, most)
    .map(({ id }) => id);
}
