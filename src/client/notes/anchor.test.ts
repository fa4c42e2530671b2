import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from './anchor.ts';

const text = 'The light was lit. Nobody came.\n\nThe light was lit again (twice).';
const found = (quote: string, start = 0): string | null => {
  const place = findQuote(text, quote, start);
  return place && text.slice(...place);
};

describe('a marked passage', () => {
  it('is found where it stood, of several places the nearest', () => {
    expect(findQuote(text, 'The light was lit', 0)).toEqual([0, 17]);
    expect(findQuote(text, 'The light was lit', 30)).toEqual([33, 50]);
  });

  it('is found across paragraphs, and with signs that mean something elsewhere', () => {
    expect(found('came.\nThe light')).toBe('came.\n\nThe light');
    expect(found('again (twice).')).toBe('again (twice).');
  });

  it('is nowhere where its words are gone, or are none', () => {
    expect(found('The lamp')).toBeNull();
    expect(found(' ')).toBeNull();
  });

  it('is found in any text that it was taken from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (all, a, b) => {
        const from = a % all.length;
        const quote = all.slice(from, from + 1 + (b % all.length));
        fc.pre(quote.trim() !== '' && quote.isWellFormed());
        const place = findQuote(all, quote, from);
        expect(place && all.slice(...place).replace(/\s/g, '')).toBe(quote.replace(/\s/g, ''));
      }),
    );
  });
});
