/** Letters that Unicode takes for letters of their own, as those write who lack them. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  // Arabic letters as Persian and Urdu keyboards have them, and forms that are written for one another.
  ک: 'ك',
  ی: 'ي',
  ى: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ٱ: 'ا',
};
const letters = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');
/** Accents, vowel points of Hebrew and Arabic, the stretching of Arabic, and what is not seen at all. */
const unseen =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/**
 * Marks that are no accents: vowels in the scripts of India and its neighbours, the two strokes of Japanese. Pagefind
 * takes all marks away, so they are carried by letters of Tangut, in which no newspaper is written.
 */
const marks = /[\u0900-\u17ff\u3099\u309a]/gu;
const isMark = /\p{M}/u;
const TANGUT = 0x17000;
const digits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A text as search compares it: in small letters, without accents, ligatures and full width taken apart. The index
 * and the question are folded alike, so whatever this makes of a letter, both have it. Letters come taken apart (NFD),
 * as Pagefind has them: Korean syllables too.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(unseen, '')
    .replace(marks, (mark) =>
      isMark.test(mark) ? String.fromCodePoint(TANGUT + ((mark.codePointAt(0) ?? 0) % 0x1800)) : mark,
    )
    .replace(letters, (letter) => plain[letter] ?? letter)
    .replace(digits, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
