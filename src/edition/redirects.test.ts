import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summary } from './fixtures/summaries.ts';
import { aliasFile, planRedirects } from './redirects.ts';

const plan = (
  aliases: Record<string, string[]>,
  taken: string[] = ['index.html', 'about/index.html', 'articles/a/index.html', 'feed.xml'],
) =>
  planRedirects(
    Object.entries(aliases).map(([id, own]) => summary(id, { aliases: own })),
    taken,
  );
const clashes = (made: ReturnType<typeof plan>) =>
  made.clashes.map(({ article, alias, with: other }) => [
    article.id,
    alias,
    other === null || typeof other === 'string' ? other : other.id,
  ]);

describe('old addresses', () => {
  it.each([
    ['/2019/old-name/', '2019/old-name/index.html'],
    ['/2019/old-name', '2019/old-name/index.html'],
    ['/old.html', 'old.html'],
    ['/story.php', 'story.php'],
    ['/v1.2/notes', 'v1.2/notes/index.html'],
    ['/caf%C3%A9/', 'café/index.html'],
    ['/../x', null],
    ['/a/%2e%2e/b', null],
    ['/a//b', null],
    ['/', null],
    ['/%', null],
    ['/a%00b', null],
  ])('%s is the file %s', (alias, file) => {
    expect(aliasFile(alias)).toBe(file);
  });

  it('get a page each, and a line in the list', () => {
    const { outputFiles, clashes: none } = plan({ a: ['/old/', '/2019/x.html'] });
    expect(none).toEqual([]);
    expect(outputFiles.map(({ path, work }) => [path, work.generator])).toEqual([
      ['2019/x.html', 'redirect'],
      ['old/index.html', 'redirect'],
      ['_redirects', 'redirects'],
    ]);
    expect(outputFiles.at(-1)?.work).toMatchObject({
      pairs: [
        { from: '/2019/x.html', to: '/articles/a/' },
        { from: '/old/', to: '/articles/a/' },
      ],
    });
  });

  it.each(['/sw.js', '/_headers', '/_redirects/x', '/manifest.webmanifest', '/Search/Shards.json'])(
    'clash with what stands in no plan: %s',
    (alias) => {
      expect(clashes(plan({ a: [alias] }))).toHaveLength(1);
    },
  );

  it('clash with pages, files, folders and one another, whatever their case', () => {
    expect(clashes(plan({ a: ['/About', '/'] }))).toEqual([
      ['a', '/', null],
      ['a', '/About', 'about/index.html'],
    ]);
    expect(clashes(plan({ a: ['/articles.html', '/feed.xml/more'] }))).toEqual([['a', '/feed.xml/more', 'feed.xml']]);
    expect(clashes(plan({ a: ['/old/'], b: ['/OLD'] }))).toEqual([
      ['a', '/old/', 'b'],
      ['b', '/OLD', 'a'],
    ]);
    expect(clashes(plan({ a: ['/pictures/x/'] }))).toEqual([['a', '/pictures/x/', 'pictures/']]);
    expect(clashes(plan({ a: ['/x.html', '/x.html/y/'] }))).toHaveLength(1);
    expect(plan({ a: ['/old', '/old/'] }).outputFiles).toHaveLength(2);
  });

  it('never leave the output folder, nor take a path twice', () => {
    const alias = fc.oneof(
      fc.webPath(),
      fc.string().map((each) => `/${each}`),
    );
    fc.assert(
      fc.property(fc.array(alias, { maxLength: 8 }), fc.array(alias, { maxLength: 8 }), (one, two) => {
        const paths = plan({ a: one, b: two }).outputFiles.map(({ path }) => path);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
        for (const path of paths) expect(path).not.toMatch(/^\/|(?:^|\/)\.{1,2}(?:\/|$)|\\|\0/);
      }),
    );
  });
});
