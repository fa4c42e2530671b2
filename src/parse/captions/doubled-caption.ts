/** A caption that stands twice in its paragraph. */
export interface Doubled {
  /** Where the copy that stays begins: the whole one. */
  from: number;
  /** The copy that goes, as it stood, its dots included. */
  removed: string;
}

/** Newsweek cuts the short form at about 220 signs. */
const longestShortForm = 700;
const leastLength = 20;

/**
 * Newsweek's captions come out of a page twice: a short form that is cut and ends in `...`, then the whole one, in
 * one paragraph: `S... F C`, where F begins with S (S without its last comma). A short caption is there twice to
 * the letter. Null where nothing is doubled.
 */
export function findDoubled(text: string): Doubled | null {
  return cutCopy(text) ?? sameCopy(text);
}

function cutCopy(text: string): Doubled | null {
  const head = text.slice(0, longestShortForm);
  for (const dots of head.matchAll(/,?\s?(?:\.{3}|…)\s+/gu)) {
    const short = text.slice(0, dots.index).trimEnd();
    const from = dots.index + dots[0].length;
    if (short.length >= leastLength && text.startsWith(short, from)) {
      return { from, removed: text.slice(0, from).trimEnd() };
    }
  }
  return null;
}

function sameCopy(text: string): Doubled | null {
  if (text.length < 2 * leastLength || text.length > 4000) return null;
  const from = text.indexOf(text.slice(0, leastLength), leastLength);
  if (from < 0) return null;
  const copy = text.slice(0, from).trimEnd();
  // The copies are a caption each, not two sentences that open alike: the second has all of the first.
  const words = copy.match(/\p{L}+/gu)?.length ?? 0;
  return text.startsWith(copy, from) && words >= 3 ? { from, removed: copy } : null;
}
