const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** UTF-16 units that are looked at on either side of a cut; what would be a longer character is cut apart. */
const LONGEST = 500;

/**
 * The beginning of a text, cut where a reader sees the end of a character: never inside a pair of surrogates, an emoji
 * made of several, or between a letter and its marks.
 *
 * @param most UTF-16 units
 * @returns at most so many units
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = Math.max(0, most - LONGEST);
  const at = segmenter.segment(text.slice(from, most + LONGEST)).containing(most - from)?.index ?? 0;
  if (from + at === 0 || at > 0) return text.slice(0, from + at);
  return text.slice(0, isHalfway(text, most) ? most - 1 : most);
}

/**
 * The end of a text, cut likewise.
 *
 * @param most UTF-16 units
 */
export function cutStart(text: string, most: number): string {
  if (text.length <= most) return text;
  if (most <= 0) return '';
  const whole = text.length - most;
  const from = Math.max(0, whole - LONGEST);
  const { index = 0, segment = '' } =
    segmenter.segment(text.slice(from, whole + LONGEST)).containing(whole - from) ?? {};
  if (from + index === whole) return text.slice(whole);
  const next = from + index + segment.length;
  if (segment.length < LONGEST) return text.slice(next);
  return text.slice(isHalfway(text, whole) ? whole + 1 : whole);
}

/** Whether a place stands between the two units of one code point. */
const isHalfway = (text: string, at: number): boolean =>
  at > 0 && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** A value with the sign for "unknown character" (U+FFFD) in place of each lone surrogate in its texts. */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed() as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key.toWellFormed(), wellFormed(each as unknown)]),
  ) as Value;
}

/** Whether a text in JSON holds half a character: it is written as an escape there, and nothing else of its range is. */
export const hasHalf = (json: string): boolean => /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(json);
