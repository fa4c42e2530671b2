import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK } from '../../build/folders/mark.ts';
import { difference, Sandbox } from './sandbox.ts';

/** What was published stays whole whatever happens to what is kept, to the disk or at once, and the next build works. */
describe('the last good site, on a bad disk', () => {
  let box: Sandbox;
  const story = 'content/articles/2018/00/story-2.md';

  beforeAll(async () => {
    box = new Sandbox(5);
    await box.paint();
    expect((await box.build()).code).toBe(0);
  }, 120_000);
  afterAll(() => box.remove());

  it('is made again whole when what is kept is damaged', { timeout: 120_000 }, async () => {
    const wanted = box.dist();
    const damaged = readdirSync(box.keep, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      // Without its mark the cache is somebody else's folder, and is refused as one.
      .filter((path) => !/node_modules/.test(path) && path !== join(box.keep, MARK));
    for (const [index, path] of damaged.entries()) damage(path, index);
    box.write(story, `${box.read(story)}\nAn edit.\n`);
    const { code, stderr } = await box.build();
    expect(code, stderr).toBe(0);
    expect(difference(box.dist(), await box.clean(false))).toEqual([]);
    box.write(story, box.read(story).replace('\nAn edit.\n', ''));
    expect((await box.build()).code).toBe(0);
    expect(difference(box.dist(), wanted)).toEqual([]);
  });

  it(
    'is made of sound files alone when the files of the spare are damaged and nothing tells it',
    { timeout: 120_000 },
    async () => {
      // With two editions behind it there is a spare.
      for (const words of ['One.', 'Two.']) {
        box.write(story, `${box.read(story)}\n${words}\n`);
        expect((await box.build()).code).toBe(0);
      }
      const spare = readdirSync(join(box.keep, 'output'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.parentPath.includes('spare'))
        .map(({ parentPath, name }) => join(parentPath, name));
      for (const path of spare) damage(path, 1);
      expect(spare.length).toBeGreaterThan(100);
      box.write(story, `${box.read(story)}\nAn edit.\n`);
      expect((await box.build()).code).toBe(0);
      expect(difference(box.dist(), await box.clean(false))).toEqual([]);
      box.write(story, box.read(story).replace('\nOne.\n\nTwo.\n\nAn edit.\n', ''));
      expect((await box.build()).code).toBe(0);
    },
  );

  it('comes from one of two builds at once, whole', { timeout: 120_000 }, async () => {
    box.write(story, `${box.read(story)}\nAnother edit.\n`);
    const both = await Promise.all([box.build(), box.build(['--cold'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(difference(box.dist(), await box.clean(false))).toEqual([]);
  });

  it('stands when there is no room for a new one', { timeout: 60_000 }, async () => {
    const before = box.dist();
    box.write(story, `${box.read(story)}\nA third edit.\n`);
    // Files that may not grow past a few blocks: every write of a page fails, as on a full disk.
    const { code, stderr } = await box.build(['--cold'], {}, undefined, 8);
    expect(code).not.toBe(0);
    expect(stderr).not.toBe('');
    expect(difference(before, box.dist())).toEqual([]);
    expect((await box.build()).code).toBe(0);
    expect(difference(box.dist(), await box.clean(false))).toEqual([]);
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
