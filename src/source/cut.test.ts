import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, cutStart, hasHalf, wellFormed } from './cut.ts';

const characters = [
  'a',
  ' ',
  'é',
  'e\u0301',
  '😀',
  '👩‍👩‍👧‍👦',
  '🇫🇷',
  'नि',
  '\u1112\u1161\u11ab',
  '字',
  '\r\n',
  `a${'\u0301'.repeat(90)}`,
];
const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 30 });
const graphemes = (all: string) => [...new Intl.Segmenter('und').segment(all)].map(({ segment }) => segment);

describe('a cut', () => {
  it.each([
    ['abc', 2, 'ab', 'bc'],
    ['a😀b', 2, 'a', 'b'],
    ['a😀b', 3, 'a😀', '😀b'],
    ['x👩‍👩‍👧‍👦x', 5, 'x', 'x'],
    ['ae\u0301x', 2, 'a', 'x'],
    ['😀', 1, '', ''],
  ])('of %j to %i leaves whole characters', (all, most, head, tail) => {
    expect([cut(all, most), cutStart(all, most)]).toEqual([head, tail]);
  });

  it('never takes a character apart, at either end', () => {
    fc.assert(
      fc.property(text, fc.nat(200), (all, most) => {
        const [head, tail] = [cut(all, most), cutStart(all, most)];
        expect(head.length).toBeLessThanOrEqual(most);
        expect(tail.length).toBeLessThanOrEqual(most);
        expect([all.startsWith(head), all.endsWith(tail)]).toEqual([true, true]);
        expect([head.isWellFormed(), tail.isWellFormed()]).toEqual([true, true]);
        const parts = graphemes(all);
        if (head !== '') expect(graphemes(head)).toEqual(parts.slice(0, graphemes(head).length));
        if (tail !== '') expect(graphemes(tail)).toEqual(parts.slice(-graphemes(tail).length));
      }),
    );
  });
});

describe('half a character', () => {
  it('is found in JSON, and made whole', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (json, some) => {
        const value = { json, some, list: [some] };
        expect(hasHalf(JSON.stringify(wellFormed(value)))).toBe(false);
        expect(hasHalf(JSON.stringify({ ...value, half: `${some}\ud83d` }))).toBe(true);
      }),
    );
    expect(hasHalf(JSON.stringify({ path: 'C:\\ud83d' }))).toBe(false);
  });
});
