import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { COVER, cover, type CoverText } from './cover.ts';
import { Typeface, type FontFile } from './typeface.ts';

const file = createRequire(import.meta.url).resolve(
  '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
);
const face = new Typeface([() => create(readFileSync(file)) as FontFile]);
const text = (values: Partial<CoverText>): CoverText => ({
  site: 'Broadsheet',
  section: null,
  dates: ['30 January 2024'],
  headlines: ['One headline', 'Another headline'],
  accent: '#981b1e',
  ...values,
});

/** The rows of a cover that have ink on them. */
async function inked(png: Uint8Array): Promise<number[]> {
  const { data, info } = await sharp(png).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, row) => row).filter((row) =>
    data.subarray(row * info.width * info.channels, (row + 1) * info.width * info.channels).some((grey) => grey < 100),
  );
}

describe('a cover', () => {
  it('is a PNG of 1200 × 1600 that is the same for the same words alone', async () => {
    const png = cover(text({}), face);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...COVER });
    expect(Buffer.compare(png, cover(text({}), face))).toBe(0);
    for (const other of [
      { site: 'The Echo' },
      { accent: '#1a4d8f' },
      { section: 'Sport' },
      { dates: ['31 January 2024'] },
      { headlines: ['One headline', 'A third'] },
    ])
      expect(Buffer.compare(png, cover(text(other), face))).not.toBe(0);
  });

  it('has as many headlines as there is room for, and no rule without words under it', async () => {
    const many = (count: number) =>
      cover(text({ headlines: Array.from({ length: count }, (_, at) => `Headline ${at}`) }), face);
    expect(Buffer.compare(many(30), many(40))).toBe(0);
    expect(Buffer.compare(many(3), many(4))).not.toBe(0);
    const rows = await inked(many(40));
    // Words are higher than a rule.
    const last = rows.at(-1) ?? 0;
    expect(rows.filter((row) => row > last - 20).length).toBeGreaterThan(10);
    expect(last).toBeLessThan(COVER.height - 40);
  });

  it('is drawn from any words', () => {
    fc.assert(
      fc.property(
        fc.record({
          site: fc.string({ unit: 'binary', maxLength: 200 }),
          section: fc.option(fc.string({ unit: 'binary', maxLength: 80 })),
          dates: fc.array(fc.string({ maxLength: 30 }), { maxLength: 2 }),
          headlines: fc.array(fc.string({ maxLength: 400 }), { maxLength: 12 }),
        }),
        (words) => {
          expect([...cover({ ...words, accent: '#981b1e' }, face).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
