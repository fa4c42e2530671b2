import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from './digest.ts';
import { CacheFolder } from './cache-folder.ts';
import { readMarked, writeMarked } from './marked-file.ts';

/** Keys as the build makes them. */
const [A, B, C] = ['a', 'b', 'c'].map((name) => keyOf(name)) as [string, string, string];

let folder: string;
let cache: CacheFolder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-cache-'));
  cache = new CacheFolder(join(folder, 'cache'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (key: string, text: string) =>
  cache.put(key, (draft) => {
    mkdirSync(join(draft, 'deep'));
    writeFileSync(join(draft, 'deep/file.txt'), text);
    return Promise.resolve({ note: { about: text } });
  });

describe('a cache folder', () => {
  it('gives back what was put in, with its files and its note', async () => {
    const entry = await put(A, 'one');
    expect(entry.files.map(([path]) => path)).toEqual(['deep/file.txt']);
    expect(cache.verified(A)).toEqual(entry);
    expect(readFileSync(join(entry.folder, 'deep/file.txt'), 'utf8')).toBe('one');
    expect(cache.find(B)).toBeNull();
  });

  it.each([
    ['a file that changed', () => writeFileSync(join(cache.folder, A, 'deep/file.txt'), 'two')],
    ['a file that is gone', () => rmSync(join(cache.folder, A, 'deep/file.txt'))],
    [
      'a list that was touched',
      () => writeFileSync(join(cache.folder, A, 'files.json'), '{"files":[],"note":null}\nx\n'),
    ],
    ['no list', () => rmSync(join(cache.folder, A, 'files.json'))],
  ])('passes over an entry with %s', async (_, damage) => {
    await put(A, 'one');
    damage();
    expect(cache.verified(A)).toBeNull();
    await put(A, 'three');
    expect(cache.verified(A)?.note).toEqual({ about: 'three' });
  });

  it('leaves what is there alone when a draft fails, and clears the draft away', async () => {
    await put(A, 'one');
    await expect(cache.put(A, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(cache.verified(A)?.note).toEqual({ about: 'one' });
    cache.forget(5);
    expect(readdirSync(cache.folder)).toEqual([A]);
  });

  it('forgets all but those used last, or all but those named', async () => {
    for (const [index, key] of [A, B, C].entries()) {
      await put(key, key);
      utimesSync(join(cache.folder, key), 1000 + index, 1000 + index);
    }
    cache.verified(A);
    cache.forget(2);
    expect(cache.keys()).toEqual([A, C]);
    cache.forget(new Set([C]));
    expect(cache.keys()).toEqual([C]);
    expect(existsSync(join(cache.folder, A))).toBe(false);
  });
});

describe('a marked file', () => {
  it('is what was written, or nothing', () => {
    const file = join(folder, 'list');
    expect(readMarked(file)).toBeNull();
    for (const text of ['', 'one\ntwo', 'ends in a line\n']) {
      writeMarked(file, text);
      expect(readMarked(file)).toBe(text);
    }
    writeFileSync(file, readFileSync(file, 'utf8').replace('ends', 'Ends'));
    expect(readMarked(file)).toBeNull();
    writeFileSync(file, 'no mark');
    expect(readMarked(file)).toBeNull();
  });
});
