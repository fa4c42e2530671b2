import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Teaser } from '../pages.ts';
import { cutEvenly, heightOf, setInColumns } from './columns.ts';

const teaser = (words: number): Teaser => ({
  id: 'a',
  path: '/articles/a/',
  headline: 'A word '.repeat(words).trim(),
  description: null,
  excerpt: 'Some words of the story. '.repeat(6),
  authors: [],
  language: 'en',
  published: null,
  publishedPrecision: 'day',
  updated: null,
  source: null,
  image: null,
  minutes: 2,
  section: null,
});
const section = (articles: number) => ({
  articles: Array.from({ length: articles }, (_, at) => teaser(2 + (at % 5))),
  total: articles,
});

describe('sections in columns', () => {
  it('keep their order, and each shows something', () => {
    const sections = [3, 40, 1, 12, 7, 2, 9].map(section);
    const columns = setInColumns(sections);
    expect(columns).toHaveLength(4);
    expect(columns.flat().map(({ total }) => total)).toEqual(sections.map(({ total }) => total));
    for (const { articles, stories } of columns.flat()) {
      expect(articles.length).toBeGreaterThan(0);
      expect(stories).toBeGreaterThan(0);
    }
  });

  it('end at nearly one height where there is enough to show', () => {
    const heights = setInColumns([20, 20, 20, 20, 20, 20, 20].map(section)).map((column) =>
      column.reduce((sum, each) => sum + heightOf(each, true), 0),
    );
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(150);
  });

  it('are as few columns as there are sections', () => {
    expect(setInColumns([])).toEqual([]);
    expect(setInColumns([section(5)])).toHaveLength(1);
    expect(setInColumns([5, 5, 5].map(section))).toHaveLength(3);
  });
});

it('a row is cut into parts that are all of it, in order, none empty', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 10 }), (sizes) => {
      const parts = cutEvenly(sizes, 4);
      expect(parts).toHaveLength(4);
      expect(parts.flatMap(([from, to]) => sizes.slice(from, to))).toEqual(sizes);
      for (const [from, to] of parts) expect(to).toBeGreaterThan(from);
    }),
  );
});
