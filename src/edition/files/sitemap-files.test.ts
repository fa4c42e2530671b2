import { describe, expect, it } from 'vitest';
import type { NewsEntry, SitemapEntry } from '../feed-values.ts';
import { noon, site, summary } from '../fixtures/summaries.ts';
import type { OutputFile } from './output-file.ts';
import { openEdition } from '../edition.ts';
import { sitemapFiles } from './sitemap-files.ts';
import type { Summary } from '../summary.ts';

const filesOf = (summaries: Summary[]): OutputFile[] => sitemapFiles(openEdition(summaries, site));
const entriesAt = (outputFiles: OutputFile[], path: string): SitemapEntry[] => {
  const work = outputFiles.find((outputFile) => outputFile.path === path)?.work;
  if (work?.generator === 'sitemap') return work.entries;
  if (work?.generator === 'sitemap-index') return work.sitemaps;
  throw new Error(`no sitemap at ${path}`);
};
const news = (outputFiles: OutputFile[]): NewsEntry[] =>
  outputFiles.flatMap(({ work }) => (work.generator === 'sitemap-news' ? work.entries : []));

const articles = [
  summary('a', { published: noon('2024-02-03'), updated: noon('2024-02-09'), section: 'World' }),
  summary('b', { published: noon('2024-02-01'), section: 'World' }),
  summary('c', { published: noon('2024-01-31') }),
  summary('secret', { published: noon('2024-02-02'), rights: 'restricted', section: 'Hidden' }),
  summary('undated'),
];

describe('the sitemaps of an edition', () => {
  const outputFiles = filesOf(articles);

  it('have each open article once, by month, with when it changed', () => {
    expect(entriesAt(outputFiles, 'sitemap-2024-02.xml')).toEqual([
      { path: '/articles/a/', changed: noon('2024-02-09') },
      { path: '/articles/b/', changed: noon('2024-02-01') },
    ]);
    expect(entriesAt(outputFiles, 'sitemap-2024-01.xml')).toEqual([
      { path: '/articles/c/', changed: noon('2024-01-31') },
    ]);
    expect(entriesAt(outputFiles, 'sitemap-undated.xml')).toEqual([{ path: '/articles/undated/', changed: null }]);
  });

  it('leave out restricted articles, and lists that have no other', () => {
    expect(JSON.stringify(outputFiles)).not.toMatch(/secret|hidden/i);
  });

  it('have the pages that list articles', () => {
    const pages = entriesAt(outputFiles, 'sitemap-pages.xml');
    expect(pages).toContainEqual({ path: '/', changed: noon('2024-02-09') });
    expect(pages).toContainEqual({ path: '/sections/world/', changed: noon('2024-02-09') });
  });

  it('are all in the index', () => {
    const listed = entriesAt(outputFiles, 'sitemap.xml').map(({ path }) => path.slice(1));
    expect(listed).toEqual(outputFiles.filter(({ work }) => work.generator === 'sitemap').map(({ path }) => path));
    expect(entriesAt(outputFiles, 'sitemap.xml').find(({ path }) => path === '/sitemap-2024-02.xml')?.changed).toBe(
      noon('2024-02-09'),
    );
  });

  it('tell as news what came in the two days before the newest', () => {
    expect(news(outputFiles).map(({ path }) => path)).toEqual(['/articles/a/', '/articles/b/']);
    expect(news(filesOf([]))).toEqual([]);
  });

  it('are cut at 50,000', () => {
    const many = Array.from({ length: 50_001 }, (_, index) => summary(`m${index}`, { published: noon('2024-02-03') }));
    const cut = filesOf(many);
    expect(entriesAt(cut, 'sitemap-2024-02.xml')).toHaveLength(50_000);
    expect(entriesAt(cut, 'sitemap-2024-02-2.xml')).toHaveLength(1);
  });
});
