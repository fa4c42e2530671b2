import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PictureFinder } from './picture-finder.ts';

const content = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
for (const path of ['assets/a.png', 'news/b.png', 'static/img/c.png']) {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), '');
}
afterAll(() => rmSync(content, { recursive: true }));

test.each([
  ['b.png', 'news/b.png'],
  ['a.png', 'assets/a.png'],
  ['/assets/a.png', 'assets/a.png'],
  ['@/assets/a.png', 'assets/a.png'],
  ['../../../assets/a.png', 'assets/a.png'],
  ['/img/c.png', 'static/img/c.png'],
  ['../../../etc/passwd', null],
])('%s', (name, found) => {
  expect(new PictureFinder(content).find('news/tide.md', name)).toBe(found);
});
