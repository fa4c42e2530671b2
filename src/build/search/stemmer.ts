import type { Site } from '../../site.ts';
import { careful, type Stem } from '../../i18n/search/terms.ts';

/**
 * The modules that know the stems of a language (Snowball's rules); null for one in which words are compared as they
 * are: Chinese has no stems, and in Arabic taking off the article finds more than stems do, and less that is strange.
 */
export const stemmers: Record<Site['language'], string | null> = {
  en: '@orama/stemmers/english',
  de: '@orama/stemmers/german',
  fr: '@orama/stemmers/french',
  es: '@orama/stemmers/spanish',
  ru: '@orama/stemmers/russian',
  ar: null,
  zh: null,
};

/** The stems of a site's language, each word's worked out once. */
export async function stemmerOf(language: string): Promise<Stem> {
  const name = stemmers[(language.split('-')[0] ?? '') as Site['language']] ?? null;
  if (name === null) return (word) => word;
  const { stemmer } = (await import(name)) as { stemmer: Stem };
  const known = new Map<string, string>();
  return careful((word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = stemmer(word)));
    return stem;
  });
}
