import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { differences } from './compare-folders.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function site(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-sites-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

it('tells of files that came, went and changed, and lets the names of hashed files be', () => {
  const before = site({
    'index.html': '<script src="/_astro/a.one.js">',
    'a.json': '{"a":1}',
    'gone.txt': '',
    '_astro/a.one.js': '',
  });
  const after = site({
    'index.html': '<script src="/_astro/a.two.js">',
    'a.json': '{"a":2}',
    'new.txt': '',
    '_astro/a.two.js': '',
  });
  expect(differences(before, after)).toEqual({
    files: 4,
    found: ['a.json: "{\\"a\\":1}" is now "{\\"a\\":2}"', 'gone.txt: gone', 'new.txt: new'],
  });
  expect(differences(before, before).found).toEqual([]);
});
