/** Scripts that write no blanks between words. The index has blanks there (src/build/search/document.ts). */
const unspaced = '\\u0e00-\\u0eff\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const runs = new RegExp(`[${unspaced}]+`, 'g');
const blanks = new RegExp(`(?<=[${unspaced}]) (?=[${unspaced}])`, 'g');

/** What one typed, with blanks between the words of such scripts, as the index has them. */
export function separated(text: string): string {
  if (!('Segmenter' in Intl)) return text;
  return text
    .replace(runs, (run) => {
      const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)];
      return ` ${words.map(({ segment }) => segment).join(' ')} `;
    })
    .trim();
}

/** A text of the index as it was written, without those blanks. */
export const joined = (text: string): string => text.replace(blanks, '');

/**
 * What is looked for: of several words those that are not in every other article, since the lists of the
 * others are long to load and tell nothing. Words in quotation marks are looked for as they stand.
 *
 * @param text   what one typed
 * @param common words of the index that are common, as it has them: stemmed, in lower case
 */
export function wanted(text: string, common: ReadonlySet<string>): { words: string; telling: boolean } {
  const words = separated(text).replace(/\s+/g, ' ').trim();
  if (/^".+"$/.test(words)) return { words, telling: true };
  const all = words.split(' ').filter(Boolean);
  const telling = all.filter((word) => !isCommon(word.toLowerCase(), common));
  return telling.length > 0 ? { words: telling.join(' '), telling: true } : { words, telling: false };
}

/** English stems lose an `s` and an `e` at the end, and turn `y` into `i`: enough for words this short. */
const isCommon = (word: string, common: ReadonlySet<string>): boolean =>
  common.has(word) || (word.length > 3 && (common.has(word.slice(0, -1)) || common.has(word.replace(/y$/, 'i'))));
