import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasterise, type Outline } from './raster.ts';

const polygon = (points: readonly (readonly [number, number])[]): Outline[] => [
  ...points.map(([x, y], index): Outline => ({ command: index === 0 ? 'moveTo' : 'lineTo', args: [x, y] })),
  { command: 'closePath', args: [] },
];
const area = (coverage: { alpha: Uint8Array }): number => coverage.alpha.reduce((sum, alpha) => sum + alpha / 255, 0);
const number = fc.double({ min: -60, max: 60, noNaN: true });

describe('a glyph', () => {
  it('covers whole pixels where its edges are theirs', () => {
    const square = rasterise(
      polygon([
        [1, 0],
        [3, 0],
        [3, 2],
        [1, 2],
      ]),
      1,
    );
    expect(square).toMatchObject({ left: 1, top: -2 });
    const rows = Array.from({ length: square.height }, (_, row) => [
      ...square.alpha.slice(row * square.width, (row + 1) * square.width),
    ]);
    expect(rows.slice(0, 2)).toEqual([
      [255, 255, 0, 0],
      [255, 255, 0, 0],
    ]);
    expect(area(square)).toBe(4);
  });

  it('covers a half where an edge halves a pixel', () => {
    expect([
      ...rasterise(
        polygon([
          [0.5, 0],
          [2, 0],
          [2, 1],
          [0.5, 1],
        ]),
        1,
      ).alpha.slice(0, 2),
    ]).toEqual([128, 255]);
  });

  it('covers as much as the shape is large, whatever the triangle and the scale', () => {
    fc.assert(
      fc.property(
        number,
        number,
        number,
        number,
        number,
        number,
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (ax, ay, bx, by, cx, cy, scale) => {
          const exact = (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * scale ** 2;
          const drawn = rasterise(
            polygon([
              [ax, ay],
              [bx, by],
              [cx, cy],
            ]),
            scale,
          );
          // Each pixel on the edge is rounded to 1/255.
          expect(Math.abs(area(drawn) - exact)).toBeLessThan(0.01 + drawn.alpha.length / 400);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('draws curves: a circle of four bends has its area', () => {
    const k = 0.5522847498;
    const circle: Outline[] = [
      { command: 'moveTo', args: [1, 0] },
      { command: 'bezierCurveTo', args: [1, k, k, 1, 0, 1] },
      { command: 'bezierCurveTo', args: [-k, 1, -1, k, -1, 0] },
      { command: 'bezierCurveTo', args: [-1, -k, -k, -1, 0, -1] },
      { command: 'bezierCurveTo', args: [k, -1, 1, -k, 1, 0] },
      { command: 'closePath', args: [] },
    ];
    // Its chords lie inside it.
    expect(area(rasterise(circle, 40)) / (Math.PI * 1600)).toBeCloseTo(1, 2);
  });

  it('is nothing without an outline', () => {
    expect(rasterise([], 1)).toMatchObject({ width: 0, height: 0 });
  });
});
