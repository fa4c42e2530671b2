import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { Canvas, type Colour } from './png.ts';

const palette: Colour[] = Array.from({ length: 16 }, (_, index) => [index * 16, 255 - index * 16, index]);

/** The palette's index of each pixel, by another decoder. */
async function decoded(canvas: Canvas): Promise<number[][]> {
  const { data, info } = await sharp(canvas.png(palette)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, y) =>
    Array.from({ length: info.width }, (__, x) => data[(y * info.width + x) * info.channels + 2] ?? -1),
  );
}

it('draws a glyph pixel by pixel, wherever it stands, and keeps the darker of two', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.integer({ min: -3, max: 8 }),
          fc.integer({ min: -2, max: 5 }),
          fc.uint8Array({ minLength: 6, maxLength: 6 }),
        ),
        { maxLength: 6 },
      ),
      async (glyphs) => {
        const canvas = new Canvas(10, 6);
        const expected = Array.from({ length: 6 }, () => Array.from({ length: 10 }, () => 0));
        for (const [x, y, alpha] of glyphs) {
          canvas.glyph({ left: 1, top: -1, width: 3, height: 2, alpha }, x, y, 8, 8);
          alpha.forEach((cover, index) => {
            const [column, row] = [x + 1 + (index % 3), y - 1 + Math.floor(index / 3)];
            const step = (cover * 7 + 127) >> 8;
            const line = expected[row];
            if (line?.[column] !== undefined && step > 0) line[column] = Math.max(line[column], 8 + step);
          });
        }
        expect(await decoded(canvas)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

it('draws a bar between its margins, and is empty again when it is cleared', async () => {
  const canvas = new Canvas(8, 3);
  canvas.bar(1, 1, 2, 7);
  expect(await decoded(canvas)).toEqual([
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 7, 7, 7, 7, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
  ]);
  canvas.clear();
  expect((await decoded(canvas)).flat().every((index) => index === 0)).toBe(true);
});
