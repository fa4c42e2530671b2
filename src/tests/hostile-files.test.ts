import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clashes, findArticles } from '../build/articles/content-folder.ts';
import { readArticle } from '../build/articles/read-article.ts';
import { copiesOf } from '../build/publish/public-files.ts';
import { aliasFile } from '../edition/redirects.ts';
import { site } from '../site.ts';
import { hasHalf } from '../source/cut.ts';
import { SourceError, SourceErrors } from '../source/error.ts';

/** Files that a disk may hold and no article is made of. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-files-'));
  mkdirSync(join(folder, 'articles'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string | Buffer, text = 'x') => {
  const file = typeof path === 'string' ? join(folder, path) : Buffer.concat([Buffer.from(`${folder}/`), path]);
  if (typeof file === 'string') mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const article = (body: string, keys = '') => `---\nheadline: A\npublished: 2024-01-30\n${keys}---\n\n${body}\n`;
async function told(path: string, text: string): Promise<string> {
  try {
    const { warnings, json } = await readArticle(folder, path, Buffer.from(text), site);
    expect(hasHalf(json)).toBe(false);
    return warnings.map(String).join('\n');
  } catch (error) {
    if (error instanceof SourceErrors) return error.problems.map(String).join('\n');
    throw error;
  }
}

it('a name that is no UTF-8 is a mistake in one file', () => {
  put(Buffer.from([...Buffer.from('articles/b'), 0xff, ...Buffer.from('.md')]), article('Text.'));
  put('articles/good.md', article('Text.'));
  const { found, problems } = findArticles(folder);
  expect(found.map(({ path }) => path)).toEqual(['articles/good.md']);
  expect(problems.map(String)).toEqual([expect.stringMatching(/^articles\/b\ufffd\.md:1:1 {2}.*no UTF-8/)]);
});

it('a pipe is no article, no picture and no file of public/', { timeout: 10_000 }, async () => {
  for (const name of ['articles/pipe.md', 'articles/pipe.png', 'public/pipe.txt']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    execFileSync('mkfifo', [join(folder, name)]);
  }
  put('public/robots.txt');
  execFileSync('ln', ['-s', '.', join(folder, 'public/loop')]);
  expect(findArticles(folder).problems.map(String)).toEqual([
    expect.stringMatching(/^articles\/pipe\.md:1:1 {2}This is no file/),
    expect.stringMatching(/^public\/pipe\.txt:1:1 {2}This is no file/),
  ]);
  mkdirSync(join(folder, 'articles/folder.png'));
  for (const name of ['pipe.png', 'folder.png'])
    expect(await told('articles/a.md', article(`![A](${name})`))).toMatch(
      /can't be used: it is no file but a folder, a pipe/,
    );
  expect(await told('articles/a.md', article('Text.', 'image: pipe.png\n'))).toMatch(/can't be used: it is no file/);
  expect(copiesOf(join(folder, 'public')).map(({ path }) => path)).toEqual(['robots.txt']);
});

it('an address is never longer than disks take', () => {
  const deep = `${'a'.repeat(200)}/`.repeat(5);
  expect(clashes([`${deep}x.md`]).map(String)).toEqual([expect.stringMatching(/an address of 1006 bytes/)]);
  expect(aliasFile(`/${deep}`)).toBeNull();
  expect(aliasFile(`/${'字'.repeat(100)}/`)).toBeNull();
  expect(aliasFile(`/${'字'.repeat(80)}/`)).not.toBeNull();
  for (const alias of ['/.made-by-broadsheet/', '/.git/x', '/a/../b', '/%ED%A0%BD/', '/a%00b'])
    expect([alias, aliasFile(alias)]).toEqual([alias, null]);
});

it('half a character is shown as the sign for an unknown one, and told', async () => {
  for (const keys of ['description: "A \\uD83D b"\n', 'topics: ["\\uDE00"]\n', 'authors: ["J\\uD83D"]\n'])
    expect(await told('a.md', article('Text.', keys))).toMatch(/half a character/);
});

it('no text of ours is cut inside a character', async () => {
  const many = (sign: string) => sign.repeat(200);
  for (const sign of ['😀', '𝐀', '👩‍👩‍👧', '🇫🇷'])
    for (const before of ['', 'A', 'Ab'])
      for (const text of [
        `${before}${many(sign)} (@harbour_averill) November 14, 2026`,
        `${before}${many(sign)} JON REED/AFP`,
        `${before}${many(sign)}... ${before}${many(sign)}`,
        `Photo: ${before}${many(sign)}`,
        `${before}${many(sign)} — ${many(sign)} (@a) May 1, 2024`,
        `# ${before}${many(sign)}`,
      ]) {
        expect(await told('a.md', article(text)), text).not.toMatch(/half a character/);
        expect(
          await told('a.txt', `A headline\n\nWorld\nPost At: Jan 30/2024 12:50AM\n\n${text}\n\nMore text.\n`),
        ).not.toMatch(/half a character/);
      }
});

it('signs that act on a terminal are written out', () => {
  const problem = {
    path: 'a\u001b[2J\n.md',
    line: 1,
    column: 1,
    rule: 'nul' as const,
    message: 'M\u0007\u202e',
    hint: 'H\u009b',
  };
  expect(String(new SourceError(problem))).toBe('a\\u001b[2J\\u000a.md:1:1  M\\u0007\\u202e\n    H\\u009b');
});
