import { isPlainLatin } from './plain-latin.ts';

/** Scripts that one language of the press is almost always written in. */
const scripts: readonly [RegExp, string][] = [
  [/[\u3040-\u30ff]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];

/** The commonest small words of languages in Latin script, few of which two languages share. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the and of to that is was for with his her they from have been this which were',
  de: 'der die und das ist nicht mit dem den von sich ein eine auch auf wurde werden für',
  fr: 'le les des et est une du dans qui que pour au par sur pas avec sont cette',
  es: 'el los las y del que en una por con para se su como más pero fue este',
  it: 'il gli che di della per non una con del sono alla nel dei anche più è',
  pt: 'o os não uma do da em para com que dos mais foi ao pela são também',
  nl: 'het een van en niet dat op zijn met voor aan ook wordt deze heeft bij',
  sv: 'och att det som är en för på av inte med har till om ett var',
  cs: 'a se na je že s v z do pro ale jako by jsou který byl si',
  pl: 'i w na z się nie że do jest to o jak przez ale po od',
  tr: 've bir bu için ile da de çok olarak daha gibi kadar olan',
};

const small = new Map<string, string[]>();
for (const [language, list] of Object.entries(smallWords)) {
  for (const word of list.split(' ')) small.set(word, [...(small.get(word) ?? []), language]);
}

/** As `\p{L}+` has them: no digits. */
const latinRun = /[A-Za-zªµºÀ-ÖØ-öø-ɏ]+/g;

/**
 * The language of a text, told from its script and, in Latin script, from its smallest words; the site's where
 * neither says enough. Only the beginning is looked at.
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
      return fallback.startsWith(language) ? fallback : language;
  }
  const score = new Map<string, number>();
  for (const word of sample.toLowerCase().match(isPlainLatin(sample) ? latinRun : /\p{L}+/gu) ?? [])
    for (const language of small.get(word) ?? []) score.set(language, (score.get(language) ?? 0) + 1);
  const [first, second] = [...score].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 8 || first[1] < (second?.[1] ?? 0) * 1.5) return fallback;
  return fallback.toLowerCase().split('-')[0] === first[0] ? fallback : first[0];
}
