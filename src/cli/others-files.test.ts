import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../build/cache/folders.ts';
import { MARK } from '../build/folders/mark.ts';

/** Every command that writes, against folders that hold other people's files. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-others-'));
  put(
    'content/articles/harbour.md',
    '---\nheadline: The harbour opens\npublished: 2026-11-14\n---\n\nThe boats left.\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text = 'mine'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const tree = (): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(folder, path), entry.isFile() ? readFileSync(path, 'latin1') : readlinkSync(path)];
      }),
  );
function run(script: string, args: readonly string[], keep = 'keep') {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'src/cli', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      BROADSHEET_CONTENT: join(folder, 'content'),
      BROADSHEET_KEEP: join(folder, keep),
      NODE_OPTIONS: '',
    },
  });
  return { status, stderr, stdout };
}
/** Expects one sentence, an exit code that tells of it, and every file as it was. */
function refuses(script: string, args: readonly string[], says: RegExp, code = 2, keep = 'keep'): void {
  const before = tree();
  const { status, stderr } = run(script, args, keep);
  expect(stderr).toMatch(says);
  expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
  expect(status).toBe(code);
  expect(tree()).toEqual(before);
}

describe('build', () => {
  it('replaces no folder of theirs', { timeout: 240_000 }, () => {
    put('site/index.html');
    put('site/style.css');
    mkdirSync(join(folder, 'keep'));
    run('build.ts', ['--outDir', 'content']);
    refuses(
      'build.ts',
      ['--outDir', 'site'],
      /site holds files that this command did not make \(index\.html, style\.css\)/,
    );
    refuses('build.ts', ['--outDir', 'site/', '--cold', '--keep-going'], /site holds files/);
    refuses('build.ts', ['--outDir', 'site/index.html'], /is not a folder/);
    refuses('build.ts', ['--outDir', 'site/index.html/x'], /can't be made/);
    refuses('build.ts', ['--outDir', '/proc/x'], /\/proc\/x.*can't be made|\/proc/);
    refuses('build.ts', ['--outDir', 'content/out'], /lies in/);
    refuses('build.ts', ['--outDir', '.'], /would replace/);
    put('theirs/pictures/holiday.jpg');
    refuses('build.ts', [], /theirs can't be the cache/, 2, 'theirs');
    refuses('build.ts', [], /content can't be the cache/, 2, 'content');
    refuses('build.ts', [], /can't be the cache|not a folder/, 2, 'site/index.html');
  });
});

describe('compress', () => {
  it('replaces no folder of theirs', () => {
    put('dist/index.html', '<p>'.repeat(1000));
    put('www/index.html');
    refuses('compress.ts', ['dist', 'www'], /www holds files that this command did not make/);
    refuses('compress.ts', ['dist', 'content'], /content/);
    symlinkSync(join(folder, 'www'), join(folder, 'link'));
    refuses('compress.ts', ['dist', 'link'], /www holds files/);
    expect(run('compress.ts', ['dist', 'dist/in']).status).toBe(2);
    expect(run('compress.ts', ['dist', 'fresh']).status).toBe(0);
    put('fresh/CNAME');
    refuses('compress.ts', ['dist', 'fresh'], /not as it was made/);
  });
});

describe('new and import', () => {
  const day = () => new Date().toISOString().slice(0, 7).replace('-', '/');
  it('write over nothing, and through no link', () => {
    put('outside/letter.md');
    mkdirSync(join(folder, `content/articles/${day()}`), { recursive: true });
    put(`content/articles/${day()}/storm.md`);
    refuses('new.ts', ['Storm'], /is there already/, 1);
    symlinkSync(join(folder, 'outside/letter.md'), join(folder, `content/articles/${day()}/rain.md`));
    refuses('new.ts', ['Rain'], /is there already/, 1);
    expect(run('new.ts', ['--force', 'Rain']).status).toBe(0);
    expect(readFileSync(join(folder, 'outside/letter.md'), 'utf8')).toBe('mine');
    expect(lstatSync(join(folder, `content/articles/${day()}/rain.md`)).isSymbolicLink()).toBe(false);
    mkdirSync(join(folder, `content/articles/${day()}/snow.md`));
    refuses('new.ts', ['--force', 'Snow'], /can't be written \(a folder has its name\)/);
  });

  it('leave the folder by no link', () => {
    mkdirSync(join(folder, 'outside'));
    symlinkSync(join(folder, 'outside'), join(folder, `content/articles/${day().slice(0, 4)}`));
    refuses('new.ts', ['Storm'], /link that leads out of the content folder/);
    put('paste.md', '---\nheadline: Gale\npublished: 2020-01-02\n---\n\n![x](p.png)\n\nText.\n');
    put('p.png', 'a picture');
    symlinkSync(join(folder, 'outside'), join(folder, 'content/articles/2020'));
    refuses('import.ts', ['--force', 'paste.md'], /link that leads out of the content folder/);
    rmSync(join(folder, 'content/articles/2020'));
    put('content/articles/2020', 'a file');
    refuses('import.ts', ['paste.md'], /can't be made \(.*file/);
  });

  it('bring pictures along over nothing', () => {
    put('paste.md', '---\nheadline: Gale\npublished: 2020-01-02\n---\n\n![x](p.png)\n\nText.\n');
    put('p.png', 'a picture');
    put('outside.png');
    mkdirSync(join(folder, 'content/articles/2020/01'), { recursive: true });
    symlinkSync(join(folder, 'outside.png'), join(folder, 'content/articles/2020/01/p.png'));
    expect(run('import.ts', ['paste.md']).stderr).toMatch(/p\.png is there already and is another picture/);
    expect(run('import.ts', ['--force', 'paste.md']).status).toBe(0);
    expect(readFileSync(join(folder, 'outside.png'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'content/articles/2020/01/p.png'), 'utf8')).toBe('a picture');
  });
});

describe('epub', () => {
  it('writes over an earlier edition of its book alone', { timeout: 240_000 }, () => {
    put('edition.epub', 'a book of theirs');
    refuses('epub.ts', [], /edition\.epub is there already and is no earlier edition of this book/);
    refuses('epub.ts', ['--out', 'no/folder/x.epub'], /can't be written/);
    expect(run('epub.ts', ['--out', 'mine.epub']).status).toBe(0);
    expect(run('epub.ts', ['--out', 'mine.epub']).status).toBe(0);
    expect(run('epub.ts', ['--force']).status).toBe(0);
    expect(readFileSync(join(folder, 'edition.epub')).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('hosting', () => {
  it('writes nothing', () => {
    put('site/_redirects', 'mine');
    const before = tree();
    expect(run('hosting.ts', ['nginx', '--folder', '/www', '--outDir', 'site']).status).toBe(0);
    expect(tree()).toEqual(before);
    expect(tree().has(MARK)).toBe(false);
  });
});
