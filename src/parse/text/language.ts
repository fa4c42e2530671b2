import { eld } from 'eld/extrasmall';

/** Scripts that one language of the press is almost always written in. */
const scripts: readonly [RegExp, string][] = [
  [/[\u3040-\u30ff]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];

/** Those of them whose script others write too: Persian, Marathi. */
const severalIn = new Set(['ar', 'hi']);

/** So much of a text is enough to tell its language from. */
const SAMPLE = 3_000;
/** With fewer letters, names and numbers may be all there is. */
const FEWEST = 40;
/** In a script that the site's language is not written in, names alone are told from it too. */
const FEWEST_CYRILLIC = 20;

/** What says nothing of the language of a text: elements, addresses, code, marks, and words of one letter. */
const noWords =
  /<[^<>\n]{0,300}>|\]\([^)\s]{0,500}\)|(?:https?:\/\/|www\.)\S+|`[^`\n]*`|@\w+|&[a-z]+;|(?<![\p{L}\p{M}’'])\p{L}(?![\p{L}\p{M}’'])|[\d*_#>|[\]{}()=+~^$%]+/giu;

/**
 * The language of a text, told from its script, else by the n-grams of its words; the site's where neither is certain.
 * Only the beginning is looked at.
 *
 * @returns a BCP 47 tag
 */
export function tellLanguage(text: string, fallback: string): string {
  const sample = text.trimStart().slice(0, 4000);
  // Letters of ASCII are counted without a search by properties.
  const other = sample.replace(/[\0-\x7f]+/g, '');
  const ascii = sample.length - sample.replace(/[A-Za-z]+/g, '').length;
  const letters = ascii + (other.match(/\p{L}/gu)?.length ?? 0);
  if (letters === 0) return fallback;
  // A text that quotes posts in another script is told by the line it opens with.
  const startsLatin = /^\P{L}*\p{Script=Latin}/u.test(sample);
  const latin = ascii + (other.match(/\p{Script=Latin}/gu)?.length ?? 0);
  for (const [script, language] of latin > letters * 0.8 ? [] : scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    // Japanese mixes scripts: a fifth of kana is proof.
    if (share > (language === 'ja' && !startsLatin ? 0.2 : 0.5))
      return inForm((severalIn.has(language) ? detected(sample) : null) ?? language, fallback);
  }
  const isCyrillic = (other.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > letters * 0.5;
  return inForm(detected(sample, isCyrillic ? FEWEST_CYRILLIC : FEWEST) ?? fallback, fallback);
}

/** What the words of a text are; null where that is not certain, or where it has fewer letters than `fewest`. */
function detected(text: string, fewest = FEWEST): string | null {
  const words = text.slice(0, SAMPLE).replace(noWords, ' ');
  if ((words.match(/\p{L}/gu)?.length ?? 0) < fewest) return null;
  const told = eld.detect(words);
  return told.language !== '' && told.isReliable() ? told.language : null;
}

/** The site's own form of a language: `en-GB` for `en`. */
const inForm = (language: string, site: string): string =>
  site.toLowerCase().split('-')[0] === language ? site : language;
