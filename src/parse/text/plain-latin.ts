/**
 * Most texts are in Latin letters and need no search by Unicode's properties, which takes two to three times as long.
 */

/** Letters and digits of Latin-1 and Latin Extended-A and -B, as a part of a class; all that `\p{L}\p{N}` has there. */
export const latinLetters = 'A-Za-z0-9ªµºÀ-ÖØ-öø-ɏ²³¹¼-¾';

const plain = /^[\0-\u024f\u2010-\u2027\u2030-\u203a\u20ac]*$/;

/** Whether a text has nothing but Latin letters, digits and the usual marks: no other script, no joined accent, no emoji. */
export function isPlainLatin(text: string): boolean {
  return plain.test(text);
}
