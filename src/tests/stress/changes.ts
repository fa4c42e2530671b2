import { afterAll, beforeAll, expect, it } from 'vitest';
import { MARK } from '../../build/folders/mark.ts';
import { difference, Sandbox } from './sandbox.ts';

/**
 * Tests in which each kind of input is changed in turn; what the build then publishes must be, byte for byte,
 * what a build with nothing kept makes, and it may have made again no more than the change touches.
 *
 * @param compare with a clean build after `each` change; or, in a third of the time, after the last of each `group`, and
 *   with one setting instead of three
 */
export function testChanges(compare: 'each' | 'group'): void {
  let box: Sandbox;
  const story = (index: number) => `content/articles/${2016 + index}/0${Math.floor(index / 10)}/story-${index}.md`;

  beforeAll(async () => {
    box = new Sandbox(10);
    await box.paint();
    const { code, stderr } = await box.build();
    expect(code, stderr).toBe(0);
  }, 120_000);
  afterAll(() => box.remove());

  const changes: {
    what: string;
    change: () => void | Promise<void>;
    remade: RegExp;
    most?: number;
    last?: true;
    long?: true;
  }[] = [
    {
      what: 'an article’s headline',
      change: () => box.edit(story(3), /headline: "/, 'headline: "New: '),
      remade: /./,
    },
    {
      what: 'an article’s last words',
      // As long as before: nothing but the record itself tells of it.
      change: () => box.edit(story(4), /[a-z]\.\n$/, '0.\n'),
      // Lists show its first words and how long it takes to read, not its last words.
      remade: /story-4|feed|atom|sitemap|search|sw\.js|^pagefind\/|^edition\.epub$/,
    },
    {
      what: 'a new neighbour',
      change: () => box.write('content/articles/new.md', box.read(story(2)).replace('number 2', 'the new one')),
      remade: /./,
    },
    {
      what: 'an article that goes',
      last: true,
      change: () =>
        box.write(
          'content/articles/new.md',
          box.read('content/articles/new.md').replace('---\n', '---\ndraft: true\n'),
        ),
      remade: /./,
    },
    {
      what: 'the order of the sections',
      long: true,
      change: () => box.edit('src/site.ts', `'Politics', 'War'`, `'War', 'Politics'`),
      remade: /./,
    },
    {
      what: 'a setting',
      last: true,
      change: () => box.edit('src/site.ts', `title: 'Broadsheet'`, `title: 'The Ledger'`),
      remade: /./,
    },
    {
      what: 'how many articles a list has',
      long: true,
      change: () => box.edit('src/site.ts', 'pageSize: 24', 'pageSize: 3'),
      remade: /^(?!articles\/)/,
    },
    {
      what: 'a recogniser',
      change: () =>
        box.edit(
          'src/render/text.ts',
          /export function wrap\b/,
          '// An edit that changes nothing.\nexport function wrap',
        ),
      // The bytes stay.
      remade: /^$/,
    },
    {
      what: 'a component of the front page alone',
      change: () => box.edit('src/components/front/SectionColumns.astro', '</h2>', '*</h2>'),
      remade: /^index\.html$|^sw\.js$|^_headers$/,
      // The three files that are made from the others are made each time.
      most: 4,
    },
    {
      what: 'a script of the search page alone',
      last: true,
      change: () => box.edit('src/client/search/page.ts', 'const TYPING = 2', 'const TYPING = 3'),
      remade: /^search\/index\.html$|^_astro\/|^sw\.js$|^_headers$/,
    },
    {
      what: 'a style of articles alone',
      change: () =>
        box.write(
          'src/styles/article.css',
          `${box.read('src/styles/article.css')}\n@layer page { .kicker { letter-spacing: 0.123em; } }\n`,
        ),
      remade: /^articles\/|^sw\.js$|^_headers$/,
      most: 14,
    },
    {
      what: 'a style that another one takes in',
      last: true,
      change: () => box.edit('src/styles/tokens.css', ':root {', ':root { --tried: 1;'),
      remade: /\.html$|^sw\.js$|^_headers$/,
    },
    {
      what: 'a module deep under the card pictures',
      change: () => box.edit('src/cards/png.ts', /^/, '// An edit that changes nothing.\n'),
      // The bytes stay: what is made again shows in how much was made.
      remade: /^$/,
      most: 16,
    },
    {
      what: 'a module of the service worker',
      change: () => box.edit('src/client/service-worker/names.ts', /newest: \d+/, 'newest: 7'),
      remade: /^sw\.js$/,
      most: 6,
    },
    { what: 'a picture', change: () => box.picture('p0.jpg', '#cc3311'), remade: /./ },
    {
      what: 'a file that is published as it is',
      change: () => box.write('public/feed.css', '/* another */'),
      remade: /^feed\.css$|^sw\.js$/,
      most: 4,
    },
    { what: 'nothing', change: () => undefined, remade: /^$/, most: 0 },
  ];

  const tried = changes.filter(({ long }) => !long || compare === 'each');
  it.each(tried)('$what', { timeout: 120_000 }, async ({ change, remade, most = Infinity, last }) => {
    const before = box.dist();
    await change();
    const { code, stderr, result } = await box.build();
    expect(code, stderr).toBe(0);
    const after = box.dist();
    // Of compiled code, what this build has just compiled: the last test compiles all changes from nothing.
    if (last || compare === 'each') expect(difference(after, await box.clean(false))).toEqual([]);
    // The mark vouches for all files, and so changes with any.
    const changed = difference(before, after).filter((path) => path !== MARK);
    expect(changed.filter((path) => !remade.test(path))).toEqual([]);
    // An edit that the compiled code had missed would change nothing.
    if (remade.source !== '^$') expect(changed).not.toEqual([]);
    expect(result?.made).toBeLessThanOrEqual(most);
  });

  it('all of these, and code that is compiled from nothing', { timeout: 120_000 }, async () => {
    expect(difference(box.dist(), await box.clean(true))).toEqual([]);
  });
}
