import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutFromOldest } from './paging.ts';

const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: count - index, published: `2026-01-${10 + index}` }));

it('leaves further pages as they were when an entry is added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (count, size) => {
      const key = (pages: ReturnType<typeof cutFromOldest>) =>
        new Map(
          pages.slice(1).map((page) => [page.path, JSON.stringify({ ...page, paging: { ...page.paging, newer: '' } })]),
        );
      const all = entries(count + 1);
      const [before, after] = [key(cutFromOldest('/a/', all.slice(1), size)), key(cutFromOldest('/a/', all, size))];
      for (const [path, page] of before) expect(after.get(path)).toBe(page);
    }),
  );
});

it('has every entry once, on pages of one size but for the first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (count, size) => {
      const all = entries(count);
      const pages = cutFromOldest('/a/', all, size);
      expect(pages.flatMap((page) => page.entries)).toEqual(all);
      const [first, ...further] = pages;
      for (const page of further) expect(page.entries).toHaveLength(size);
      if (further.length > 0) expect(first?.entries.length).toBeGreaterThanOrEqual(size / 2);
      expect(first?.entries.length).toBeLessThan(1.5 * size + 1);
    }),
  );
});

it('leads from each page to the next older one and back', () => {
  const pages = cutFromOldest('/a/', entries(11), 3);
  expect(pages.map(({ path, paging }) => [path, paging.newer, paging.older])).toEqual([
    ['/a/', null, '/a/3/'],
    ['/a/3/', '/a/', '/a/2/'],
    ['/a/2/', '/a/3/', '/a/1/'],
    ['/a/1/', '/a/2/', null],
  ]);
  expect(pages[1]?.paging).toMatchObject({ fromOldest: 3, dates: { newest: '2026-01-12', oldest: '2026-01-14' } });
});
