import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, placeAt, progress, type Span } from './place.ts';

/** Blocks of these heights, one under another, the first at `top`. */
function stack(top: number, heights: number[]): Span[] {
  let at = top;
  return heights.map((height) => ({ top: at, bottom: (at += height) }));
}

describe('a place in a story', () => {
  it('is the block at the line and how much of it lies above', () => {
    expect(placeAt(stack(-300, [200, 400, 400]), 100)).toEqual({ block: 1, fraction: 0.5, share: 0.4 });
  });

  it('is the beginning before the story and its end after it', () => {
    expect(placeAt(stack(500, [200, 200]), 100)).toEqual({ block: 0, fraction: 0, share: 0 });
    expect(placeAt(stack(-900, [200, 200]), 100)).toEqual({ block: 1, fraction: 1, share: 1 });
  });

  it('is nowhere in a story without blocks', () => {
    expect(placeAt([], 10)).toBeNull();
    expect(lineOf([], { block: 0, fraction: 0 })).toBeNull();
  });

  it('is found again when every block has another height', () => {
    const heights = fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        heights,
        fc.double({ min: 0.25, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, scale, share) => {
          const before = stack(0, sizes);
          const line = share * (sizes.reduce((sum, size) => sum + size, 0) - 1);
          const place = placeAt(before, line)!;
          const after = stack(
            77,
            sizes.map((size) => size * scale),
          );
          const found = placeAt(after, lineOf(after, place)!)!;
          const near = found.block + found.fraction - (place.block + place.fraction);
          expect(Math.abs(near)).toBeLessThan(0.001);
        },
      ),
    );
  });

  it('is the last block when the story has become shorter', () => {
    expect(lineOf(stack(0, [100, 100]), { block: 9, fraction: 0.5 })).toBe(150);
  });
});

describe('progress', () => {
  it('is whole when the end of the story is in view', () => {
    expect(progress(0, 3000, 1000)).toBe(0);
    expect(progress(1000, 3000, 1000)).toBe(0.5);
    expect(progress(2000, 3000, 1000)).toBe(1);
    expect(progress(2600, 3000, 1000)).toBe(1);
  });

  it('is whole at once for a story that fits the window', () => {
    expect(progress(0, 600, 1000)).toBe(1);
  });
});
