import type { Term } from '../../i18n/search/terms.ts';

/**
 * What is looked for: of several words those that are not in every other article, since the lists of the
 * others are long to load and tell nothing. Words in quotation marks are looked for as they stand.
 *
 * @param common words of the index that are common, as it has them
 * @returns the words, and whether any of them tells anything
 */
export function wanted(
  { terms, phrase }: { terms: readonly Term[]; phrase: boolean },
  common: ReadonlySet<string>,
): { terms: readonly Term[]; telling: boolean } {
  if (phrase) return { terms, telling: true };
  const telling = terms.filter(({ text, stem }) => !common.has(text) && !common.has(stem));
  return telling.length > 0 ? { terms: telling, telling: true } : { terms, telling: false };
}
