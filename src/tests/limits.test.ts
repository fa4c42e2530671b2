import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from './stress/sandbox.ts';
import { Sandbox } from './stress/sandbox.ts';

/** One file past each limit beside good articles, through the command that a person runs, with the limits as they are. */

const article = (body: string) => `---\nheadline: Past a limit\npublished: 2024-01-30\n---\n\n${body}\n`;

/** A PNG whose header claims a size that its few bytes do not have. */
function boastful(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer).swap32();
    return Buffer.concat([number(data.length), body, number(crc32(body))]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4096))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each file with what must be said of it: the limit by its number. */
const past: Record<string, { text: string; told: RegExp }> = {
  'bytes.md': {
    text: article('Text. '.repeat(340_000)),
    told: /^articles\/bytes\.md:1:1 {2}the file has 2\d{6} bytes, and an article may have 2000000$/m,
  },
  'time.md': {
    text: article('~a~~b'.repeat(50_000)),
    told: /^articles\/time\.md:1:1 {2}reading the file took more than \d\.\d seconds of processor time and was ended$/m,
  },
  'a-megabyte-too-many.md': {
    text: article('_a'.repeat(900_000)),
    told: /^articles\/a-megabyte-too-many\.md:1:1 {2}reading the file took more than 400 megabytes of memory and was ended$/m,
  },
  'quotations.md': {
    text: article('>'.repeat(3000)),
    told: /^articles\/quotations\.md:6:1 {2}.*quotations or lists.*more than 100 levels\.$/m,
  },
  'elements.md': {
    text: article('<div>'.repeat(3000)),
    told: /^articles\/elements\.md:6:1 {2}.*HTML elements.*more than 200 levels\.$/m,
  },
  'brackets.md': {
    text: article('['.repeat(600)),
    told: /^articles\/brackets\.md:6:1 {2}.*square brackets.*more than 500 levels\.$/m,
  },
  'table.md': {
    text: article(`${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|x|\n'.repeat(99)}`),
    told: /^articles\/table\.md:6:1 {2}The table has 300 columns and 100 rows, 30000 cells, and a table may have 20000\.$/m,
  },
  'alias-bomb.md': {
    text: `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nheadline: [*c,*c,*c,*c,*c,*c,*c]\n---\nText.\n`,
    told: /^articles\/alias-bomb\.md:\d+:\d+ {2}/m,
  },
  'pixels.md': {
    text: article('![A wall](wall.png)'),
    told: /^articles\/pixels\.md:6:1 {2}warning: The picture "wall\.png" can't be used: it has 20000 × 20000 pixels, more than 100 million\.$/m,
  },
  'format.md': {
    text: article('![A drawing](drawing.png)'),
    told: /^articles\/format\.md:6:1 {2}warning: The picture "drawing\.png" can't be used: its format \(svg\) is not one that pages use\.$/m,
  },
};

const GOOD = 3;
let box: Sandbox;
let ran: Ran;
beforeAll(async () => {
  box = new Sandbox(GOOD);
  await box.paint();
  box.write('content/articles/wall.png', boastful(20_000, 20_000));
  box.write(
    'content/articles/drawing.png',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  );
  for (const [name, { text }] of Object.entries(past)) box.write(`content/articles/${name}`, text);
  ran = await box.build(['--keep-going']);
}, 400_000);
afterAll(() => box.remove());

describe('a file past a limit', () => {
  it('fails the build', () => {
    expect(ran.code).toBe(1);
    expect(ran.signal).toBeNull();
  });

  it.each(Object.entries(past))('is named with it: %s', (name, { told }) => {
    expect(ran.stderr).toMatch(told);
    const named = told.source.includes('warning: ') ? ran.result?.warnings : ran.result?.problems;
    expect(named?.map(({ path }) => path)).toContain(`articles/${name}`);
  });

  it('is counted once while the build tells how far it is', () => {
    for (const [said, done, of] of ran.stderr.matchAll(/^reading (\d+) of (\d+)/gm))
      expect(Number(done), said).toBeLessThanOrEqual(Number(of));
  });

  it('is told how to be mended', () => {
    for (const { path, hint } of ran.result?.problems ?? []) expect(hint, path).toMatch(/\w{3}.*\.$/);
  });

  it('keeps no other article from being published', () => {
    // A picture past a limit is left out, and its article is shown.
    const pictures = Object.values(past).filter(({ told }) => told.source.includes('warning: ')).length;
    expect(ran.result).toMatchObject({ published: true, articles: GOOD + pictures, drafts: 0 });
    const pages = [...box.dist().keys()].filter((path) => /^articles\/.*\/index\.html$/.test(path));
    expect(pages.filter((path) => path.includes('/story-'))).toHaveLength(GOOD);
    expect(pages).toHaveLength(GOOD + pictures);
    expect(new Set(ran.result?.problems.map(({ path }) => path)).size).toBe(Object.keys(past).length - pictures);
  });
});

describe('the page about the newspaper', () => {
  beforeAll(() => {
    for (const name of Object.keys(past)) rmSync(join(box.folder, 'content/articles', name));
    // An article may have its name, and is no worse for it.
    box.write('content/articles/about.md', article('About an article.'));
  });

  // Limits that are reached sooner, each for itself: what is tested is that it holds here too.
  const cases: [string[], string, RegExp][] = [
    [
      ['bytes=90000'],
      'Text. '.repeat(20_000),
      /^about\.md:1:1 {2}the file has 120000 bytes, and an article may have 90000$/m,
    ],
    [
      ['cpu=300', 'cpuPerMegabyte=1'],
      '~a~~b'.repeat(50_000),
      /^about\.md:1:1 {2}reading the file took more than 0\.3 seconds of processor time and was ended$/m,
    ],
    [['memory=100'], '_a'.repeat(900_000), /^about\.md:1:1 {2}.* more than 100 megabytes of memory and was ended$/m],
  ];
  it.each(cases)('is held to the limit of %s too', { timeout: 200_000 }, async (limits, text, told) => {
    box.write('content/about.md', text);
    // The articles are kept, and pass the limits as they were.
    const flags = limits.flatMap((limit) => ['--limit', limit]);
    const { code, stderr, result } = await box.build(['--keep-going', ...flags]);
    expect(stderr).toMatch(told);
    expect(code).toBe(1);
    expect(result).toMatchObject({ published: true, articles: GOOD + 1 });
  });

  it('stands when it is within them', { timeout: 200_000 }, async () => {
    box.write('content/about.md', 'A newspaper of its own.');
    const { code, result } = await box.build(['--keep-going']);
    expect([code, result?.articles]).toEqual([0, GOOD + 1]);
    expect(box.read('dist/about/index.html')).toContain('A newspaper of its own.');
  });
});

it('the picture that boasts is one that a decoder would believe', async () => {
  const { width, height } = await sharp(boastful(3000, 2000)).metadata();
  expect([width, height]).toEqual([3000, 2000]);
});
