import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noon, site, summary } from './fixtures/summaries.ts';
import type { OutputFile } from './files/output-file.ts';
import type { Page } from './pages.ts';
import { openEdition } from './edition.ts';
import { planEdition } from './plan.ts';
import type { Summary } from './summary.ts';

const plan = (summaries: Summary[], settings = site): OutputFile[] => planEdition(openEdition(summaries, settings));
function page<Kind extends Page['kind']>(
  outputFiles: OutputFile[],
  path: string,
  kind: Kind,
): Extract<Page, { kind: Kind }> {
  const outputFile = outputFiles.find((each) => each.path === path);
  if (outputFile?.work.generator !== 'page' || outputFile.work.page.kind !== kind)
    throw new Error(`no ${kind} page at ${path}: ${outputFiles.map((each) => each.path).join(' ')}`);
  return outputFile.work.page as Extract<Page, { kind: Kind }>;
}

const articles = [
  summary('a', { section: 'World', published: noon('2024-01-03'), topics: ['Sea', 'Ships'], authors: ['Ada'] }),
  summary('b', {
    section: 'World',
    published: noon('2024-01-02'),
    topics: ['sea'],
    quoted: [{ name: 'Bo', handle: 'bo_x' }],
  }),
  summary('c', {
    section: 'Sport',
    published: noon('2023-12-31'),
    credits: ['Jo', 'AFP'],
    source: { name: 'The Paper', url: null },
  }),
  summary('d', { section: 'World', published: noon('2024-01-01') }),
  summary('e', { section: 'Other' }),
];

describe('the plan of an edition', () => {
  it('has a page and three other forms for each article', () => {
    const paths = plan(articles).map((outputFile) => outputFile.path);
    for (const { id } of articles) {
      expect(paths).toEqual(
        expect.arrayContaining([
          `articles/${id}/index.html`,
          `articles/${id}.json`,
          `articles/${id}.md`,
          `articles/${id}.txt`,
        ]),
      );
    }
  });

  it('has the forms, cards and books that the settings name, and icons unless the owner has put some', () => {
    const paths = (settings: Partial<typeof site>) => plan(articles, { ...site, ...settings }).map(({ path }) => path);
    expect(paths({ alternates: ['txt'] }).filter((path) => /^articles\/a\.|^keep\/|epub$/.test(path))).toEqual([
      'articles/a.txt',
    ]);
    expect(paths({}).filter((path) => /^card/.test(path))).toHaveLength(articles.length + 1);
    expect(paths({ cards: false }).filter((path) => /^card/.test(path))).toEqual([]);
    const icons = (others: string[]) =>
      planEdition(openEdition(articles, site), others).filter(({ work }) => work.generator === 'icon').length;
    expect(icons([]) - icons(['icon.svg', 'icon-32.png'])).toBe(2);
  });

  it('leads the front page with as many stories, and shows the sections, that the settings name', () => {
    const front = (settings: Partial<typeof site>) =>
      page(plan(articles, { ...site, ...settings }), 'index.html', 'front');
    expect(front({ featured: 2 }).seconds).toHaveLength(1);
    expect(front({ featured: 1 }).seconds).toEqual([]);
    const sections = (settings: Partial<typeof site>) =>
      front(settings)
        .columns.flat()
        .map(({ section }) => section.name);
    expect(sections({ featured: 1 })).toEqual(['World', 'Sport', 'Other']);
    expect(sections({ featured: 1, frontSections: ['other', 'World'] })).toEqual(['Other', 'World']);
    expect(sections({ frontSections: [] })).toEqual([]);
  });

  it('tells no machine of a draft that is shown', () => {
    const drafted = plan([...articles, summary('f', { published: noon('2024-01-05'), state: 'draft' })]);
    expect(page(drafted, 'articles/f/index.html', 'article').teaser.state).toBe('draft');
    const told = drafted.filter(({ work }) => /feed|sitemap|book/.test(work.generator));
    expect(told.length).toBeGreaterThan(5);
    expect(JSON.stringify(told)).not.toContain('articles/f/');
    expect(told.flatMap((each) => each.articles)).not.toContain('f');
  });

  it('plans no file twice, and none outside the output folder', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.string(), fc.string()), {
          selector: ([name]) => name,
          maxLength: 12,
        }),
        (names) => {
          const summaries = names.map(([name, topic, author], index) =>
            summary(`x${index}`, { section: name, topics: [topic, name], authors: [author] }),
          );
          const paths = plan(summaries).map((outputFile) => outputFile.path);
          expect(new Set(paths).size).toBe(paths.length);
          for (const path of paths) expect(path).not.toMatch(/^\/|(?:^|\/)\.{1,2}(?:\/|$)|\\|\0/);
        },
      ),
    );
  });

  it('is the same whatever the order in which the files were read', () => {
    const expected = JSON.stringify(plan(articles));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(JSON.stringify(plan(shuffled))).toBe(expected);
      }),
    );
  });

  it('orders sections as the settings do, others after them, and shows only those that have articles', () => {
    expect(openEdition(articles, site).chrome.sections.map(({ name }) => name)).toEqual(['World', 'Sport', 'Other']);
  });

  it('cuts a list from its oldest end into pages that know their neighbours', () => {
    const files = plan(articles);
    const first = page(files, 'sections/world/index.html', 'list');
    expect(first.articles.map(({ id }) => id)).toEqual(['a']);
    expect(first.paging).toEqual({ page: 1, pages: 2, total: 3, newer: null, older: '/sections/world/1/' });
    const second = page(files, 'sections/world/1/index.html', 'list');
    expect(second.articles.map(({ id }) => id)).toEqual(['b', 'd']);
    expect(second.paging).toMatchObject({ newer: '/sections/world/', older: null });
  });

  it('takes two spellings of a topic for one', () => {
    expect(page(plan(articles), 'topics/sea/index.html', 'list').articles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(page(plan(articles), 'topics/index.html', 'index').entries.map(({ name, count }) => [name, count])).toEqual([
      ['Sea', 2],
      ['Ships', 1],
    ]);
  });

  it('has pages for handles quoted, photographers and agencies, authors and sources', () => {
    const outputFiles = plan(articles);
    expect(page(outputFiles, 'handles/bo-x/index.html', 'list')).toMatchObject({ name: '@bo_x', note: 'Bo' });
    expect(page(outputFiles, 'credits/afp/index.html', 'list').articles.map(({ id }) => id)).toEqual(['c']);
    expect(page(outputFiles, 'authors/ada/index.html', 'list').articles.map(({ id }) => id)).toEqual(['a']);
    expect(page(outputFiles, 'sources/the-paper/index.html', 'list').articles.map(({ id }) => id)).toEqual(['c']);
  });

  it('leads from an article to its neighbours in the section', () => {
    const { previous, next } = page(plan(articles), 'articles/b/index.html', 'article');
    expect([previous?.id, next?.id]).toEqual(['d', 'a']);
  });

  it('has the archive by month, in the zone of the site', () => {
    const east = { ...site, timeZone: 'Pacific/Kiritimati' };
    const outputFiles = plan([summary('late', { published: '2024-01-31T20:00:00.000Z' })], east);
    expect(page(outputFiles, 'archive/2024/02/index.html', 'month').days).toEqual([{ day: 1, count: 1, paper: null }]);
    expect(page(plan(articles), 'archive/index.html', 'archive')).toMatchObject({
      years: [
        { year: 2024, total: 3 },
        { year: 2023, total: 1, months: [{ month: 12, count: 1, path: '/archive/2023/12/' }] },
      ],
      undated: 1,
    });
  });

  it('leads with the newest story that has a picture, and repeats nothing on the front page', () => {
    const image = { src: '/p.webp', alt: '', width: 10, height: 10, renditions: [{ src: '/p.webp', width: 10 }] };
    const front = page(
      plan([...articles, summary('f', { section: 'World', published: noon('2024-01-02'), image })]),
      'index.html',
      'front',
    );
    expect(front.lead?.id).toBe('f');
    const shown = [front.lead, ...front.seconds, ...front.columns.flat().flatMap((section) => section.articles)].map(
      (teaser) => teaser?.id,
    );
    expect(new Set(shown).size).toBe(shown.length);
    expect(front).toMatchObject({ date: '2024-01-03', dateTo: '/archive/2024/01/', total: 6 });
  });

  it('says nothing of articles where there are none', () => {
    expect(page(plan([]), 'index.html', 'front')).toEqual({
      kind: 'front',
      date: null,
      dateTo: null,
      lead: null,
      seconds: [],
      latest: [],
      latestUnder: null,
      columns: [],
      total: 0,
    });
    expect(page(plan([]), 'archive/index.html', 'archive').years).toEqual([]);
  });

  it('touches only pages that show an article when that article changes', () => {
    const before = new Map(plan(articles).map((outputFile) => [outputFile.path, JSON.stringify(outputFile.work)]));
    const after = plan(articles.map((each) => (each.id === 'c' ? { ...each, headline: 'Another headline' } : each)));
    const changed = after
      .filter((outputFile) => before.get(outputFile.path) !== JSON.stringify(outputFile.work))
      .map(({ path }) => path);
    expect(changed.sort()).toEqual([
      'archive/2023/12/index.html',
      'articles/c/index.html',
      'cards/c.png',
      'credits/afp/index.html',
      'credits/jo/index.html',
      'index.html',
      'search/addresses/3.json',
      'sections/sport/index.html',
      'sources/the-paper/index.html',
    ]);
  });

  it('names the owner’s sections and the largest others in the frame of a page, and no more of very many', () => {
    const own = [summary('w', { section: 'world' }), summary('s', { section: 'Sport' })];
    const others = Array.from({ length: 300 }, (_, at) =>
      summary(`o${at}`, { section: `Paper ${at % 7 === 0 ? 7 : at}` }),
    );
    const { chrome } = openEdition([...others, ...own], site);
    const names = chrome.sections.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['world', 'Sport']);
    expect(names).toContain('Paper 7');
    expect(names).toHaveLength(14);
    expect(chrome.moreSections).toBe(true);
    expect(openEdition(own, site).chrome).toMatchObject({ sections: [{}, {}], moreSections: false });
  });

  it('shows no more on a page of ten thousand articles than on one of a thousand', () => {
    const day = (at: number) => noon(new Date(Date.UTC(2020, 0, 1 + (at % 900))).toISOString().slice(0, 10));
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        summary(`a${String(at).padStart(5, '0')}`, {
          section: `Section ${at % 40}`,
          topics: [`Topic ${at % 90}`, `Alone ${String(at).padStart(5, '0')}`],
          authors: [`Author ${String(at).padStart(5, '0')}`],
          source: { name: `Paper ${at % 20}`, url: null },
          published: at % 50 === 0 ? null : day(at),
        }),
      );
    const largest = (count: number) => {
      const sizes = new Map<string, number>();
      for (const { work } of plan(many(count), { ...site, pageSize: 24 })) {
        if (work.generator !== 'page') continue;
        const size = JSON.stringify([work.page, work.chrome]).length;
        sizes.set(work.page.kind, Math.max(sizes.get(work.page.kind) ?? 0, size));
      }
      return sizes;
    };
    const [small, large] = [largest(1_000), largest(10_000)];
    expect([...large.keys()]).toEqual(
      expect.arrayContaining(['front', 'list', 'index', 'archive', 'month', 'article']),
    );
    // Numbers have more digits, and an index of a thousand names has fewer pages to lead to: nothing else may grow.
    // The paper of a day is a list of its articles. The first page of a list may have half a page more than another.
    for (const [kind, size] of large) {
      const most = kind === 'list' || kind === 'paper' ? 1.5 : 1.1;
      expect(size, kind).toBeLessThan(most * (small.get(kind === 'paper' ? 'list' : kind) ?? 0) + 100);
    }
  });
});

it('has a desk where one is asked for', () => {
  const desk = (asked: boolean) =>
    planEdition(openEdition([], site), [], asked)
      .map(({ path }) => path)
      .filter((path) => path.startsWith('desk/'));
  expect(desk(false)).toEqual([]);
  expect(desk(true)).toEqual(['desk/index.html', 'desk/worker.js']);
});
