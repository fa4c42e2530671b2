import { describe, expect, it } from 'vitest';
import { feedLeaves } from './feed-files.ts';
import { noon, site, summary } from './fixtures/summaries.ts';
import type { Leaf } from './output-file.ts';
import { openEdition } from './plan.ts';
import type { Summary } from './summary.ts';

const leavesOf = (summaries: Summary[]): Leaf[] => feedLeaves(openEdition(summaries, site));
const at = (leaves: Leaf[], path: string): Leaf => {
  const leaf = leaves.find((each) => each.path === path);
  if (!leaf) throw new Error(`no ${path}`);
  return leaf;
};
const feedOf = (leaf: Leaf) => {
  if (leaf.work.maker !== 'feed') throw new Error(`${leaf.path} is no feed`);
  return leaf.work.feed;
};

// Fifty days from December into January and February, one article a day, and one without a date.
const days = Array.from({ length: 50 }, (_, index) =>
  new Date(Date.UTC(2023, 11, 20 + index)).toISOString().slice(0, 10),
);
const articles = [
  ...days.map((day, index) =>
    summary(`d${index}`, { published: noon(day), section: index % 2 ? 'World' : 'Sport', topics: ['Sea'] }),
  ),
  summary('undated'),
];

describe('the feeds of an edition', () => {
  const leaves = leavesOf(articles);

  it('stand at the top, in each section and in each topic, in three formats', () => {
    const folders = ['', 'sections/world/', 'sections/sport/', 'topics/sea/'];
    const wanted = folders.flatMap((folder) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => folder + file));
    expect(leaves.map(({ path }) => path)).toEqual(expect.arrayContaining(wanted));
    expect(leaves).toHaveLength(wanted.length + 3);
  });

  it('have the newest twenty, newest first, and only what is in the list', () => {
    expect(at(leaves, 'feed.xml').articles).toEqual(Array.from({ length: 20 }, (_, index) => `d${49 - index}`));
    expect(at(leaves, 'sections/world/feed.json').articles.every((id) => Number(id.slice(1)) % 2 === 1)).toBe(true);
  });

  it('leave out what has no date', () => {
    expect(leavesOf([summary('undated')]).every(({ articles: own }) => own.length === 0)).toBe(true);
  });

  it('are whole by way of the archives: following them back finds every dated article once', () => {
    const seen: string[] = [];
    let next = feedOf(at(leaves, 'atom.xml')).archive?.previous ?? null;
    while (next) {
      const leaf = at(leaves, next.slice(1));
      const { archive, self } = feedOf(leaf);
      expect(self).toBe(next);
      expect(archive?.archived).toBe(true);
      if (archive?.previous) expect(feedOf(at(leaves, archive.previous.slice(1))).archive?.next).toBe(self);
      seen.push(...leaf.articles);
      next = archive?.previous ?? null;
    }
    expect(seen).toEqual(days.map((_, index) => `d${49 - index}`));
  });

  it('change little when an old article joins: its own lists and its own month', () => {
    const before = new Map(leaves.map((leaf) => [leaf.path, JSON.stringify(leaf)]));
    const after = leavesOf([...articles, summary('late', { published: noon('2023-12-25'), section: 'World' })]);
    expect(after.filter((leaf) => before.get(leaf.path) !== JSON.stringify(leaf)).map(({ path }) => path)).toEqual([
      'archive/2023/12/atom.xml',
    ]);
  });
});
