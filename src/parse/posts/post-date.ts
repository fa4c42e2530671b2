import { localeNames } from '../dates/locale-names.ts';

// Each of these is a language that X shows its pages in; an embedded post's date stands in the page's.
const languages = [
  ...([
    'en-US',
    'de',
    'de-AT',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'pl',
    'cs',
    'sk',
    'hu',
    'ro',
  ] as const),
  ...([
    'tr',
    'ru',
    'uk',
    'bg',
    'el',
    'he',
    'ar',
    'ar-EG',
    'ar-SA',
    'fa-IR',
    'hi',
    'th',
    'id',
    'ms',
    'ca',
    'hr',
  ] as const),
  ...(['sr', 'sl', 'lt', 'lv', 'et', 'eu', 'gl', 'bn', 'ta', 'te', 'gu', 'kn'] as const),
];

/** Month names as they stand beside a day number, in every language: "january" → 1, "enero" → 1, "января" → 1. */
const months = monthNames();

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of languages)
    for (const [month, forms] of localeNames[language].months.entries())
      for (const name of forms.map(plain))
        // A short form that two languages give to two months goes to the language that stands first.
        if (/^\p{L}[\p{L}\p{M}]+$/u.test(name) && !names.has(name)) names.set(name, month + 1);
  return names.set('sept', 9);
}

function plain(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('i̇', 'i').replace(/\.$/, '');
}

/** A day found in a text. */
export interface WrittenDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
}

// White space, and the marks that set the direction of writing.
const gap = '[\\s\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]';
const word = '\\p{L}[\\p{L}\\p{M}]{2,14}';
const year = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
const day = '(?<day>[0-3]?\\d)(?!\\d)';

const notGap = new RegExp(`[^${gap.slice(1)}|$`, 'u');

/** The orders in which X writes a date, by language. */
const orders: readonly RegExp[] = [
  // January 29, 2024
  new RegExp(`(?<month>${word})\\.?${gap}{1,3}${day}(?:st|nd|rd|th)?,?${gap}{1,3}${year}`, 'uy'),
  // 29. Januar 2024; 29 de enero de 2024; 29 בינואר 2024; 29 ינואר, 2024
  new RegExp(
    `${day}(?:\\.|º|er|st|nd|rd|th|e)?${gap}{0,3}(?:(?:de|del|of)${gap}{1,3}|d['’])?(?<month>${word})[.,،]?${gap}{1,3}(?:(?:de|del)${gap}{1,3})?${year}`,
    'uy',
  ),
  // 2024年1月29日; 2024년 1월 29일
  new RegExp(`${year}${gap}?[年년]${gap}?(?<number>[01]?\\d)${gap}?[月월]${gap}?${day}${gap}?[日일]`, 'uy'),
  // 2024. január 29.; 2024. gada 29. janvārī
  new RegExp(`${year}\\.?${gap}{1,3}(?<month>${word})${gap}{1,3}${day}\\.?`, 'uy'),
  new RegExp(`${year}\\.${gap}{1,3}gada${gap}{1,3}${day}\\.${gap}{1,3}(?<month>${word})`, 'uy'),
  // 29 tháng 1, 2024
  new RegExp(`${day}${gap}{1,3}[Tt]háng${gap}{1,3}(?<number>[01]?\\d),?${gap}{1,3}${year}`, 'uy'),
  // 2024-01-29
  /(?<year>20\d\d)-(?<number>[01]\d)-(?<day>[0-3]\d)(?![\d-])/uy,
];

/**
 * Reads the day that stands right at a place of a text, as X writes it in the languages of its pages: `January 29, 2024`,
 * `25. September 2018`, `2017年11月23日`, `29 de enero de 2024`. White space before it is passed over; what follows
 * may be glued to it. Null where there is none, or where the calendar has no such day.
 */
export function readTweetDate(text: string, at: number): WrittenDay | null {
  // Digits of other scripts take as many places as ours, so that offsets stay true.
  const near = asciiDigits(text.slice(at, at + 80));
  const from = near.search(notGap);
  for (const order of orders) {
    order.lastIndex = from;
    const found = order.exec(near);
    if (!found?.groups) continue;
    const month = found.groups['number'] ? Number(found.groups['number']) : monthOf(found.groups['month'] ?? '');
    const date = month && isoDay(Number(found.groups['year']), month, Number(found.groups['day']));
    if (date) return { day: date, from: at + from, to: at + from + found[0].length };
  }
  return null;
}

function monthOf(name: string): number | undefined {
  const word = plain(name);
  // Hebrew and Arabic set a letter before the name: "בינואר", "in January".
  return months.get(word) ?? months.get(word.slice(1));
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** Zero of each script whose digits X uses: Arabic, Persian, Devanagari, Bengali, Gujarati, Tamil, Telugu, Kannada, Thai, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0e50, 0xff10];

function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
