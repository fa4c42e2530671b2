import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, Sandbox } from './sandbox.ts';

/** What was published stays whole whatever happens to a build, and the next build works. */
describe('the last good site', () => {
  let box: Sandbox;

  beforeAll(async () => {
    box = new Sandbox(5);
    await box.paint();
    expect((await box.build()).code).toBe(0);
  }, 120_000);
  afterAll(() => box.remove());

  // `npm run test:hostile` kills a hundred.
  it('survives a build that is killed', { timeout: 60_000 }, async () => {
    const before = box.dist();
    box.edit('content/articles/2017/00/story-1.md', /$/, '\nA late edition.\n');
    const killed = box.build([], {}, 700);
    expect((await killed).signal).toBe('SIGKILL');
    expect(difference(before, box.dist())).toEqual([]);
    const { code, stderr } = await box.build();
    expect(code, stderr).toBe(0);
    expect(box.read('dist/articles/2017/00/story-1/index.html')).toContain('A late edition.');
  });

  it('survives a mistake, which is named with all the others', { timeout: 60_000 }, async () => {
    const before = box.dist();
    box.write('content/articles/bad.md', '---\nheadline: Bad\npublishd: 2024-01-01\n---\n\nText.\n');
    box.write('content/articles/empty.txt', '');
    box.write('content/articles/bytes.md', Buffer.from([0x2d, 0x2d, 0x2d, 0xff, 0xfe]));
    const { code, stderr, result } = await box.build();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^articles\/bad\.md:3:1 {2}.*\n {4}\S/m);
    expect(stderr).toMatch(/^articles\/empty\.txt:1:1 {2}/m);
    expect(stderr).toMatch(/^articles\/bytes\.md:1:\d+ {2}/m);
    expect(result).toMatchObject({ published: false });
    expect(difference(before, box.dist())).toEqual([]);
  });

  it('shows the other articles with --keep-going, and drops none unnamed', { timeout: 60_000 }, async () => {
    box.write('content/articles/draft.md', '---\nheadline: Not yet\ndraft: true\n---\n\nText.\n');
    const { code, result } = await box.build(['--keep-going']);
    expect(code).toBe(1);
    const files = readdirSync(join(box.folder, 'content/articles'), { recursive: true }).filter((path) =>
      /\.(?:md|txt)$/.test(String(path)),
    );
    const empty = result?.warnings.filter(({ rule }) => rule === 'empty-file') ?? [];
    const named = new Set([...(result?.problems ?? []), ...empty].map(({ path }) => path)).size;
    expect((result?.articles ?? 0) + (result?.drafts ?? 0) + named).toBe(files.length);
    expect([...box.dist().keys()].filter((path) => /^articles\/.*\/index\.html$/.test(path))).toHaveLength(
      result?.articles ?? -1,
    );
    for (const name of ['bad.md', 'empty.txt', 'bytes.md', 'draft.md'])
      rmSync(join(box.folder, 'content/articles', name));
    expect((await box.build()).code).toBe(0);
  });

  it('is made again where its own files were changed by another hand', { timeout: 60_000 }, async () => {
    const wanted = box.dist();
    writeFileSync(join(box.folder, 'dist/index.html'), 'not what was built');
    rmSync(join(box.folder, 'dist/feed.xml'));
    expect((await box.build()).code).toBe(0);
    expect(difference(box.dist(), wanted)).toEqual([]);
    // Neither its size nor its time tells of this one.
    damage(join(box.folder, 'dist/atom.xml'), 1);
    expect((await box.build()).code).toBe(0);
    expect(difference(box.dist(), wanted)).toEqual([]);
  });

  it('is not replaced where the output folder is another’s', { timeout: 60_000 }, async () => {
    box.write('mine/letter.txt', 'Dear');
    for (const folder of ['mine', '.', 'content', 'src/pages', 'mine/letter.txt']) {
      const { code, stderr } = await box.build(['--outDir', folder]);
      expect([folder, code]).toEqual([folder, 2]);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(readFileSync(join(box.folder, 'mine/letter.txt'), 'utf8')).toBe('Dear');
  });

  /** Turns over bytes in the middle of a file; every second file keeps its size and, to the last digit, its time. */
  function damage(path: string, index: number): void {
    const bytes = readFileSync(path);
    for (let at = Math.floor(bytes.length / 3); at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 7))) {
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    }
    renameSync(path, `${path}.before`);
    writeFileSync(path, bytes);
    if (index % 2) execFileSync('touch', ['-r', `${path}.before`, path]);
    rmSync(`${path}.before`);
  }
});
