import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weeks } from './calendar.ts';

it('lays January 2024 out with Monday first, and with Sunday', () => {
  expect(weeks(2024, 1, 1)).toEqual([
    [1, 2, 3, 4, 5, 6, 7],
    [8, 9, 10, 11, 12, 13, 14],
    [15, 16, 17, 18, 19, 20, 21],
    [22, 23, 24, 25, 26, 27, 28],
    [29, 30, 31, null, null, null, null],
  ]);
  expect(weeks(2024, 1, 0)[0]).toEqual([null, 1, 2, 3, 4, 5, 6]);
});

it('knows leap years, and a February of four rows', () => {
  expect(weeks(2024, 2, 1).flat().filter(Boolean)).toHaveLength(29);
  expect(weeks(1900, 2, 1).flat().filter(Boolean)).toHaveLength(28);
  expect(weeks(2021, 2, 1)).toHaveLength(4);
});

it('has every day once, in order, in its weekday', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 6 }),
      (year, month, first) => {
        const rows = weeks(year, month, first);
        const days = rows.flat().filter((day) => day !== null);
        expect(days).toEqual(days.map((_, index) => index + 1));
        expect(rows.every((row) => row.length === 7 && row.some((day) => day !== null))).toBe(true);
        const place = rows[0]?.indexOf(1) ?? -1;
        expect((place + first) % 7).toBe(new Date(Date.UTC(year, month - 1, 1)).getUTCDay());
      },
    ),
  );
});
