import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { counted, explain } from './explain.ts';
import { placeOf } from './terminal/place.ts';

const root = mkdtempSync(join(tmpdir(), 'broadsheet-content-'));
const content = join(root, 'content');
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(join(content, 'articles'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(command: string, args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BROADSHEET_CONTENT: content, NODE_OPTIONS: '' },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

const paste = `Council votes to keep harbour open
Harbour
Post At: Jan 30/2024 12:50AM

The council of the town voted on Tuesday to keep the old harbour open, as its master told everybody who would listen:

We did it. pic.twitter.com/abcdefghij

— Ann Lee (@annlee) January 29, 2024

A boat at dawn. Photograph: Bo Berg/Reuters

It was late.
`;

describe('import', () => {
  test('writes a paste from standard input as canonical Markdown, in its month, once', () => {
    const first = run('import', ['-'], paste);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toBe(
      '2024/01/council-votes-to-keep-harbour-open.md  “Council votes to keep harbour open”, 2 passages, 1 tweet and 1 figure\n',
    );
    const file = join(content, 'articles/2024/01/council-votes-to-keep-harbour-open.md');
    const written = readFileSync(file, 'utf8');
    expect(written).toMatchInlineSnapshot(`
      "---
      headline: Council votes to keep harbour open
      published: 2024-01-30T00:50:00.000Z
      publishedText: Jan 30/2024 12:50AM
      section: Harbour
      language: en
      repairs:
        - rule: date
          lines: [3, 3]
          removed: "Post At:"
        - rule: caption-label
          lines: [11, 11]
          removed: "Photograph:"
      ---

      The council of the town voted on Tuesday to keep the old harbour open, as its master told everybody who would listen:

      > We did it. pic.twitter.com/abcdefghij
      >
      > — Ann Lee (@annlee) January 29, 2024

      :::figure{credit="Bo Berg / Reuters"}
      A boat at dawn.
      :::

      It was late.
      "
    `);

    writeFileSync(file, 'mine');
    const again = run('import', ['-'], paste);
    expect(again.status).toBe(1);
    expect(again.stderr).toBe(
      '2024/01/council-votes-to-keep-harbour-open.md is there already: --force writes over it\n',
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(run('import', ['--force', '-'], paste).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(written);
  }, 30_000);

  test('shows and writes nothing with --dry-run; tells of mistakes and of files that are not there', () => {
    const file = join(root, 'paste');
    writeFileSync(file, 'Harbour stays open, council says\n\nIt was late.\n');
    const dry = run('import', ['--dry-run', file]);
    expect(dry.stdout).toContain('headline: Harbour stays open, council says\n');
    expect(dry.stderr).toContain('paste.txt:1:1  warning: The article has no date');
    expect(existsSync(join(content, 'articles/undated'))).toBe(false);

    writeFileSync(join(root, 'bad.md'), '---\ndraft: maybe\n---\nText.');
    const bad = run('import', [join(root, 'bad.md'), join(root, 'none.txt')]);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('bad.md:2:8  "draft" is neither true nor false.');
    expect(bad.stderr).toContain("none.txt can't be read (ENOENT)");
  }, 30_000);
});

describe('pictures of an imported file', () => {
  const from = join(root, 'saved');
  const story = (picture: string) =>
    `---\nheadline: Harbour stays\npublished: 2024-01-30\n---\n\n![A boat](${picture})\n`;
  const save = (name: string, text: string) => {
    mkdirSync(join(from, name, '..'), { recursive: true });
    writeFileSync(join(from, name), text);
    return join(from, name);
  };
  const kept = (name: string) => readFileSync(join(content, 'articles/2024/01', name), 'utf8');

  test('come along, to where the article names them, once', () => {
    save('pictures/a boat.png', 'boat');
    const file = save('story.md', story('pictures/a%20boat.png').replace('headline', 'image: front.jpg\nheadline'));
    save('front.jpg', 'front');
    expect(run('import', [file])).toMatchObject({ status: 0, stderr: '' });
    expect([kept('pictures/a boat.png'), kept('front.jpg')]).toEqual(['boat', 'front']);
    expect(run('import', ['--force', file])).toMatchObject({ status: 0, stderr: '' });
  }, 30_000);

  test('write over no other picture unless forced to', () => {
    const file = save('story.md', story('boat.png'));
    save('boat.png', 'mine');
    mkdirSync(join(content, 'articles/2024/01'), { recursive: true });
    writeFileSync(join(content, 'articles/2024/01/boat.png'), 'another');
    expect(run('import', [file])).toMatchObject({
      status: 1,
      stderr: 'story.md:6:1  2024/01/boat.png is there already and is another picture\n    --force writes over it.\n',
    });
    expect(kept('boat.png')).toBe('another');
    expect(run('import', ['--force', file]).status).toBe(0);
    expect(kept('boat.png')).toBe('mine');
  }, 30_000);

  test.each([
    ['none.png', 'there is no such file beside the article'],
    ['../secret.png', 'only what stands beside the article or below is brought along'],
    ['/secret.png', 'only what stands beside the article or below is brought along'],
    ['link.png', 'only what stands beside the article or below is brought along'],
  ])(
    '%s is told of and not brought',
    (name, why) => {
      save('../secret.png', 'secret');
      rmSync(join(from, 'link.png'), { force: true });
      symlinkSync(join(root, 'secret.png'), join(from, 'link.png'));
      const answer = run('import', [save('story.md', story(name))]);
      expect(answer.status).toBe(1);
      expect(answer.stderr).toContain(`story.md:6:1  The picture "${name}" was not brought along: ${why}.`);
      expect(
        readdirSync(join(content, 'articles'), { recursive: true }).filter((file) => /png$/.test(String(file))),
      ).toEqual([]);
    },
    30_000,
  );

  test('from elsewhere stay where they are', () => {
    expect(run('import', [save('story.md', story('https://example.org/boat.png'))])).toMatchObject({
      status: 0,
      stderr: '',
    });
  }, 30_000);
});

describe('new', () => {
  test('starts an article that the reader accepts and the site does not show yet', () => {
    const { status, stdout } = run('new', ['Harbour: the end?']);
    expect(status).toBe(0);
    const place = stdout.split(' ')[0]!;
    expect(place).toMatch(/^\d{4}\/\d\d\/harbour-the-end\.md$/);
    expect(readFileSync(join(content, 'articles', place), 'utf8')).toMatch(
      /^---\nheadline: "Harbour: the end\?"\npublished: \d{4}-\d\d-\d\d\n/,
    );
    expect(run('new', ['Harbour: the end?']).status).toBe(1);
    const checked = run('check', []);
    expect(checked.stdout).toContain('draft');
    expect(checked.status).toBe(0);
  }, 30_000);
});

describe('check', () => {
  test('a line for each article, mistakes with their places, and a non-zero exit', () => {
    writeFileSync(join(content, 'articles/harbour.txt'), paste);
    writeFileSync(join(content, 'articles/bad.md'), '---\nheadline: Bad\nrights: mine\n---\nText.\n');
    writeFileSync(join(content, 'articles/HARBOUR.md'), '# Harbour\n\nText.\n');
    const { status, stdout, stderr } = run('check', []);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'harbour.txt  “Council votes to keep harbour open”  Harbour · 2024-01-30 · 2 passages, 1 tweet and 1 figure · 2 repairs\n',
    );
    expect(stdout).toContain('bad.md  not read\n');
    expect(stderr).toContain('articles/bad.md:3:9  "rights" is not one of');
    expect(stderr).toContain('3 files: 1 article comes in, 1 with warnings, 2 mistakes in 2 files\n');
    expect(stderr).toContain('--keep-going');
  }, 30_000);

  test('links that lead nowhere and files without text are told, as a build tells them', () => {
    writeFileSync(
      join(content, 'articles/links.md'),
      '---\ntitle: L\ndate: 2024-11-20\n---\n[a](gone.md) [b](harbour.txt) [c](/articles/nope/)\n',
    );
    writeFileSync(join(content, 'articles/harbour.txt'), paste);
    writeFileSync(join(content, 'articles/empty.md'), '\n');
    const { status, stdout, stderr } = run('check', []);
    expect(status).toBe(0);
    expect(stdout).toContain('empty.md  left out\n');
    expect(stderr).toMatch(/links.md:5:1  warning: "gone.md" leads to no article[^]*"\/articles\/nope\/" leads to no/);
    expect(stderr).not.toContain('harbour.txt" leads');
    expect(stderr).toContain('3 files: 2 articles come in, 1 without text left out, 1 with warnings, no mistakes\n');
  }, 30_000);

  test('the same for machines, and the trace of one file', () => {
    writeFileSync(join(content, 'articles/harbour.txt'), paste);
    writeFileSync(join(content, 'articles/letter.docx'), 'PK');
    const { articles, warnings, problems } = JSON.parse(run('check', ['--json']).stdout) as {
      articles: Record<string, unknown>[];
      warnings: unknown[];
      problems: unknown[];
    };
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ path: 'articles/letter.docx', severity: 'warning' }]);
    expect(articles).toMatchObject([
      {
        path: 'articles/harbour.txt',
        section: 'Harbour',
        blocks: { prose: 2, tweet: 1, figure: 1, notice: 0 },
        problems: [],
      },
    ]);
    const { stdout, status } = run('check', ['--explain', 'harbour.txt']);
    expect(status).toBe(0);
    expect(stdout).toContain('articles/harbour.txt, pasted text: ');
    expect(stdout).toContain(
      "line 3  date (likely)\n  before   Post At: Jan 30/2024 12:50AM\n  after    published 2024-01-30 00:50, in the site's zone: the text names none\n  removed  Post At:\n",
    );
    expect(run('check', ['--explain', 'none.txt']).status).toBe(2);
  }, 30_000);
});

test('the place of an article is made of its day and headline', () => {
  expect(placeOf('Harbour: the end?', '2024-01-30')).toBe('2024/01/harbour-the-end.md');
  expect(placeOf('???', null)).toBe('undated/article.md');
  expect(placeOf('../../etc/passwd', '2024-01-30')).toBe('2024/01/etc-passwd.md');
});

test('a trace is told in the order of its lines', () => {
  const step = { before: 'x', after: '', certainty: 'guess' as const, why: 'So it is.' };
  const told = explain({
    path: 'a.txt',
    form: 'pasted',
    trace: [
      { ...step, rule: 'second', lines: [5, 6], removed: 'x' },
      { ...step, rule: 'first', lines: [2, 2], after: 'y' },
    ],
    repairs: [
      { rule: 'second', lines: [5, 6], removed: 'x' },
      { rule: 'kept', lines: [1, 1], removed: 'Share' },
    ],
    blocks: [],
  });
  expect(told).toMatchInlineSnapshot(`
    "a.txt, pasted text: 2 steps

    line 2  first (a guess)
      before   x
      after    y
      why      So it is.

    lines 5–6  second (a guess)
      before   x
      after    (taken out)
      removed  x
      why      So it is.

    Other repairs

    line 1  kept
      removed  Share

    The article has no text."
  `);
  expect(counted([{ type: 'prose' }, { type: 'tweet' }, { type: 'prose' }])).toBe('2 passages and 1 tweet');
});
