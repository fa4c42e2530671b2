import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK, UnusableFolder } from '../../build/folders/mark.ts';
import { compressSite } from './compress-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-compress-'));
const from = join(folder, 'dist');
const to = join(folder, 'out');
const options = { best: false, workers: 2 };
const page = '<p>Words and words and words.</p>'.repeat(100);

beforeAll(() => {
  mkdirSync(join(from, 'a'), { recursive: true });
  writeFileSync(join(from, 'index.html'), page);
  writeFileSync(join(from, 'a/index.html'), page);
  writeFileSync(join(from, 'short.txt'), 'short');
  writeFileSync(join(from, 'p.webp'), page);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('compressed copies', () => {
  it('stand beside the texts that are worth it, and are the texts', async () => {
    expect(await compressSite(from, to, options)).toMatchObject({
      files: 4,
      compressed: 2,
      kept: 0,
      before: 2 * page.length,
    });
    expect(readdirSync(to).sort()).toEqual([
      MARK,
      'a',
      'index.html',
      'index.html.br',
      'index.html.gz',
      'p.webp',
      'short.txt',
    ]);
    expect(brotliDecompressSync(readFileSync(join(to, 'index.html.br'))).toString()).toBe(page);
    expect(gunzipSync(readFileSync(join(to, 'a/index.html.gz'))).toString()).toBe(page);
    expect(readdirSync(from).sort()).toEqual(['a', 'index.html', 'p.webp', 'short.txt']);
  });

  it('are kept for a text that is the same file, and never for another', async () => {
    rmSync(join(from, 'index.html'));
    writeFileSync(join(from, 'index.html'), page.replaceAll('Words', 'Other'));
    rmSync(join(from, 'short.txt'));
    expect(await compressSite(from, to, options)).toMatchObject({ files: 3, compressed: 1, kept: 1 });
    expect(brotliDecompressSync(readFileSync(join(to, 'index.html.br'))).toString()).toContain('Other');
    expect(existsSync(join(to, 'short.txt'))).toBe(false);
    expect(statSync(join(to, 'a/index.html')).ino).toBe(statSync(join(from, 'a/index.html')).ino);
    expect(readdirSync(folder).sort()).toEqual(['dist', 'out']);
  });

  it('take the place of nothing but such copies', async () => {
    const refused = async (into: string, mine: string) => {
      const path = join(folder, mine);
      mkdirSync(dirname(path), { recursive: true });
      const before = existsSync(path) ? readFileSync(path) : Buffer.from('mine');
      writeFileSync(path, before);
      await expect(compressSite(from, join(folder, into), options), mine).rejects.toThrow(UnusableFolder);
      expect(readFileSync(path)).toEqual(before);
    };
    await refused('theirs', 'theirs/index.html');
    await refused('theirs/index.html', 'theirs/index.html');
    await refused('fresh', '.fresh.broadsheet/spare/mine.txt');
    await refused('out', 'out/CNAME');
    rmSync(join(folder, 'out/CNAME'));
    await refused('out', 'out/index.html');
    cpSync(to, join(folder, 'copy'), { recursive: true });
    await refused('copy', 'copy/mine.txt');
    expect(existsSync(join(folder, 'fresh'))).toBe(false);
  });
});
