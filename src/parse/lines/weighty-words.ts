import { isPlainLatin } from '../text/plain-latin.ts';

const wordOfWeight = /[\p{L}\p{N}]{5,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/gu;

const latinOfWeight = /[a-z0-9à-ɏ]{5,}/g;

/** The words of a text that say what it speaks of: the longer ones, and pairs of signs where no spaces are written. */
export const weightyWords = (text: string): string[] =>
  text.toLowerCase().match(isPlainLatin(text) ? latinOfWeight : wordOfWeight) ?? [];

/** How much of a line's longer words a text has too, as a class: `none` where it has no such word. */
export function sharedClass(words: readonly string[], story: ReadonlySet<string>): string {
  if (words.length === 0) return 'none';
  const share = words.filter((word) => story.has(word)).length / words.length;
  return share === 0 ? '0' : share < 0.34 ? 'few' : share < 0.67 ? 'half' : 'most';
}
