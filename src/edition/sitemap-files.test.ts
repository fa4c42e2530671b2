import { describe, expect, it } from 'vitest';
import type { NewsEntry, SitemapEntry } from './feed-values.ts';
import { noon, site, summary } from './fixtures/summaries.ts';
import type { Leaf } from './output-file.ts';
import { openEdition } from './plan.ts';
import { sitemapLeaves } from './sitemap-files.ts';
import type { Summary } from './summary.ts';

const leavesOf = (summaries: Summary[]): Leaf[] => sitemapLeaves(openEdition(summaries, site));
const entriesAt = (leaves: Leaf[], path: string): SitemapEntry[] => {
  const work = leaves.find((leaf) => leaf.path === path)?.work;
  if (work?.maker === 'sitemap') return work.entries;
  if (work?.maker === 'sitemap-index') return work.sitemaps;
  throw new Error(`no sitemap at ${path}`);
};
const news = (leaves: Leaf[]): NewsEntry[] =>
  leaves.flatMap(({ work }) => (work.maker === 'sitemap-news' ? work.entries : []));

const articles = [
  summary('a', { published: noon('2024-02-03'), updated: noon('2024-02-09'), section: 'World' }),
  summary('b', { published: noon('2024-02-01'), section: 'World' }),
  summary('c', { published: noon('2024-01-31') }),
  summary('secret', { published: noon('2024-02-02'), rights: 'restricted', section: 'Hidden' }),
  summary('undated'),
];

describe('the sitemaps of an edition', () => {
  const leaves = leavesOf(articles);

  it('have each open article once, by month, with when it changed', () => {
    expect(entriesAt(leaves, 'sitemap-2024-02.xml')).toEqual([
      { path: '/articles/a/', changed: noon('2024-02-09') },
      { path: '/articles/b/', changed: noon('2024-02-01') },
    ]);
    expect(entriesAt(leaves, 'sitemap-2024-01.xml')).toEqual([{ path: '/articles/c/', changed: noon('2024-01-31') }]);
    expect(entriesAt(leaves, 'sitemap-undated.xml')).toEqual([{ path: '/articles/undated/', changed: null }]);
  });

  it('leave out restricted articles, and lists that have no other', () => {
    expect(JSON.stringify(leaves)).not.toMatch(/secret|hidden/i);
  });

  it('have the pages that list articles', () => {
    const pages = entriesAt(leaves, 'sitemap-pages.xml');
    expect(pages).toContainEqual({ path: '/', changed: noon('2024-02-09') });
    expect(pages).toContainEqual({ path: '/sections/world/', changed: noon('2024-02-09') });
  });

  it('are all in the index', () => {
    const listed = entriesAt(leaves, 'sitemap.xml').map(({ path }) => path.slice(1));
    expect(listed).toEqual(leaves.filter(({ work }) => work.maker === 'sitemap').map(({ path }) => path));
    expect(entriesAt(leaves, 'sitemap.xml').find(({ path }) => path === '/sitemap-2024-02.xml')?.changed).toBe(
      noon('2024-02-09'),
    );
  });

  it('tell as news what came in the two days before the newest', () => {
    expect(news(leaves).map(({ path }) => path)).toEqual(['/articles/a/', '/articles/b/']);
    expect(news(leavesOf([]))).toEqual([]);
  });

  it('are cut at 50,000', () => {
    const many = Array.from({ length: 50_001 }, (_, index) => summary(`m${index}`, { published: noon('2024-02-03') }));
    const cut = leavesOf(many);
    expect(entriesAt(cut, 'sitemap-2024-02.xml')).toHaveLength(50_000);
    expect(entriesAt(cut, 'sitemap-2024-02-2.xml')).toHaveLength(1);
  });
});
