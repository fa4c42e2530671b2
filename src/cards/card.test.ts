import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CARD, CardPainter, type CardText } from './card.ts';
import { breakLines, Typeface, type FontFile } from './typeface.ts';

const require = createRequire(import.meta.url);
const font = (script: string) => () =>
  create(
    readFileSync(
      require.resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`),
    ),
  ) as FontFile;
const face = new Typeface(['latin', 'cyrillic'].map(font));
const press = new CardPainter(face, '#981b1e');
const text = (values: Partial<CardText>): CardText => ({
  site: 'Broadsheet',
  headline: 'A headline',
  section: 'World',
  dates: ['30 January 2024'],
  ...values,
});
const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** How much ink there is between two heights. */
async function ink(card: Uint8Array, from: number, to: number): Promise<number> {
  const { data, info } = await sharp(card).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  return data
    .subarray(from * info.width * info.channels, to * info.width * info.channels)
    .reduce((sum, grey) => sum + (grey < 128 ? 1 : 0), 0);
}

describe('a card', () => {
  it('is a PNG of 1200 × 630 that another decoder reads, with words on it', async () => {
    const card = press.card(text({}));
    expect(await sharp(card).metadata()).toMatchObject({ format: 'png', width: CARD.width, height: CARD.height });
    expect(await ink(card, 200, 500)).toBeGreaterThan(2000);
    expect(card.length).toBeLessThan(60_000);
  });

  it('is the same picture for the same words, and another for others', () => {
    expect(equal(press.card(text({})), new CardPainter(face, '#981b1e').card(text({})))).toBe(true);
    for (const other of [
      { headline: 'Another' },
      { section: 'Sport' },
      { dates: ['31 January 2024'] },
      { site: 'The Echo' },
    ]) {
      expect(equal(press.card(text({})), press.card(text(other)))).toBe(false);
    }
    expect(equal(press.card(text({})), new CardPainter(face, '#1a4d8f').card(text({})))).toBe(false);
  });

  it('leaves out words that the face cannot draw, and takes the first date that it can', () => {
    expect(equal(press.card(text({ headline: '中国与俄罗斯' })), press.card(text({ headline: null })))).toBe(true);
    expect(
      equal(press.card(text({ dates: ['٣٠ يناير', '2024-01-30'] })), press.card(text({ dates: ['2024-01-30'] }))),
    ).toBe(true);
    expect(equal(press.card(text({ headline: 'Россия' })), press.card(text({ headline: null })))).toBe(false);
  });

  it('draws nothing for emoji, controls and marks of direction', () => {
    expect(
      equal(
        press.card(text({ headline: 'A\u202e head\u200bline 🚀🏳️‍🌈\u0007' })),
        press.card(text({ headline: 'A headline' })),
      ),
    ).toBe(true);
  });

  it('cuts a headline that is too long, and leaves the date its room', async () => {
    const long = press.card(text({ headline: 'words and more words '.repeat(60) }));
    expect(await ink(long, 530, 548)).toBe(0);
    expect(await ink(long, 550, 585)).toBeGreaterThan(100);
  });

  it('draws whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ maxLength: 3000 }),
      fc.constantFrom('', ' ', 'x'.repeat(2000), '<svg onload=1>', '\ud800'),
    );
    fc.assert(
      fc.property(words, words, words, (headline, section, date) => {
        expect(press.card(text({ headline, section, dates: [date] })).length).toBeGreaterThan(100);
      }),
      { numRuns: 60 },
    );
  });
});

describe('lines', () => {
  it('keep every word, in order, and none is wider than the measure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 200, max: 1000 }),
        (words, width) => {
          const lines = breakLines(words.join(' '), face, 60, width, 99) ?? [];
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(face.width(line, 60)).toBeLessThanOrEqual(width + 1);
        },
      ),
    );
  });

  it('are null where there is no room', () => {
    expect(breakLines('one two three', face, 60, 120, 2)).toBeNull();
  });
});
