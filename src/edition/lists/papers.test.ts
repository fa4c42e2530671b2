import { describe, expect, it } from 'vitest';
import { noon, site, summary } from '../fixtures/summaries.ts';
import { openEdition } from '../edition.ts';
import type { PaperPage } from '../pages.ts';
import { planEdition } from '../plan.ts';

const three = Array.from({ length: 3 }, (_, at) => summary(`x${at}`, { published: noon('2024-01-02') }));
const articles = [
  ...three,
  summary('y', { published: noon('2024-01-03') }),
  summary('a', { published: noon('2024-01-05') }),
  summary('b', { published: noon('2024-01-05') }),
  summary('undated', {}),
];
const large = { ...site, pageSize: 24 };
const files = (settings = large) => planEdition(openEdition(articles, settings));
const paper = (path: string, settings = large): PaperPage => {
  const work = files(settings).find((each) => each.path === path)?.work;
  if (work?.generator !== 'page' || work.page.kind !== 'paper') throw new Error(`no paper at ${path}`);
  return work.page;
};

describe('the paper of a day', () => {
  it('is there for days with more than one article, and leads to those before and after', () => {
    expect(files().flatMap(({ path }) => (path.startsWith('papers/') ? [path] : []))).toEqual([
      'papers/2024-01-05/index.html',
      'papers/2024-01-02/index.html',
    ]);
    expect(paper('papers/2024-01-05/index.html')).toMatchObject({
      next: null,
      previous: { date: '2024-01-02', path: '/papers/2024-01-02/' },
    });
  });

  it('has each article of its day once, on as many pages as they fill', () => {
    const small = { ...site, pageSize: 2 };
    const pages = ['papers/2024-01-02/index.html', 'papers/2024-01-02/2/index.html'].map((path) => paper(path, small));
    const shown = pages.flatMap(({ lead, seconds, articles: own }) => [...(lead ? [lead] : []), ...seconds, ...own]);
    expect(shown.map(({ id }) => id).sort()).toEqual(['x0', 'x1', 'x2']);
  });

  it('is named by its month, its articles and the sitemap', () => {
    const all = files();
    const page = (path: string) => {
      const work = all.find((each) => each.path === path)?.work;
      return work?.generator === 'page' ? work.page : null;
    };
    expect(page('archive/2024/01/index.html')).toMatchObject({
      days: [
        { day: 2, paper: '/papers/2024-01-02/' },
        { day: 3, paper: null },
        { day: 5, paper: '/papers/2024-01-05/' },
      ],
    });
    expect(page('articles/x0/index.html')).toMatchObject({ paper: '/papers/2024-01-02/' });
    expect(page('articles/y/index.html')).toMatchObject({ paper: null });
    expect(JSON.stringify(all.find(({ path }) => path === 'sitemap-pages.xml')?.work)).toContain('/papers/2024-01-02/');
  });
});
