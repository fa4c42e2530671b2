import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlainLatin, latinLetters } from './plain-latin.ts';

const own = new RegExp(`[${latinLetters}]`, 'g');

it('finds the same letters and digits as a search by properties', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const sign = String.fromCharCode(code);
    if (isPlainLatin(sign)) expect([code, sign.match(own) !== null]).toEqual([code, /[\p{L}\p{N}\p{M}]/u.test(sign)]);
  }
});

it('leaves every other script, joined accents and emoji to the search by properties', () => {
  for (const text of ['Кремль', '東京', 'e\u0301', '🌉', 'بيروت']) expect(isPlainLatin(text)).toBe(false);
  expect(isPlainLatin('“Nein – ganz und gar nicht…”, sagte Žaneta Müller für 3 €')).toBe(true);
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => !isPlainLatin(text) || !/\p{M}|\p{Emoji_Presentation}/u.test(text),
    ),
  );
});
