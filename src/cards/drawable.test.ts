import { expect, test } from 'vitest';
import { Typeface } from './typeface.ts';
import { Setter } from './typesetter.ts';

/** A face with the letters of English, its marks, and nothing else. */
const face = new Typeface([
  () => ({
    unitsPerEm: 1000,
    hasGlyphForCodePoint: (point) => (point >= 0x20 && point < 0x7f) || point === 0x2026,
    glyphForCodePoint: () => ({ advanceWidth: 500, path: { commands: [] } }),
  }),
]);
const setter = new Setter(1200, 630, 72, face, '#981b1e');

test.each([
  ['Up → down', 'Up -> down'],
  ['Done ✓ at last', 'Done at last'],
  ['Flight № 5 lands', 'Flight No. 5 lands'],
  ['A non\u2011breaking hyphen', 'A non-breaking hyphen'],
  ['Half ½ of it', 'Half 1/2 of it'],
  ['Modi says नमस्ते in Paris', 'Modi says … in Paris'],
  ['Rain', 'Rain'],
])('%s', (words, drawn) => {
  expect(setter.drawable(words)).toBe(drawn);
});

test('of a headline in another script nothing is drawn', () => {
  expect(setter.drawable('नमस्ते दुनिया today')).toBeNull();
  expect(setter.drawable('')).toBeNull();
});
