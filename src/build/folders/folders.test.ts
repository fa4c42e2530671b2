import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNew } from '../pages/generate.ts';
import { Output } from '../publish/output.ts';
import { cacheFolder } from './own-cache.ts';
import { makeFolders, MARK, UnusableFolder } from './mark.ts';
import { dropOwn } from './own-names.ts';

let folder: string;
let dist: string;
let keep: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-folders-')));
  dist = join(folder, 'dist');
  keep = join(folder, 'keep');
  vi.stubEnv('BROADSHEET_KEEP', keep);
  vi.stubEnv('BROADSHEET_CONTENT', join(folder, 'content'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const open = (outDir = dist) => new Output(outDir, cacheFolder(), [join(folder, 'content')]);
function publish(text: string, outDir = dist) {
  const output = open(outDir);
  output.open(true);
  const page = (path: string) => ({ path, key: text, ...writeNew(join(output.spare, path), text) });
  output.swap(new Map([page('index.html'), page('feed.xml')].map((file) => [file.path, file])), true);
}
/** Every file below the test's folder with what is in it, folders of results apart. */
const tree = (below: string): Map<string, string> =>
  new Map(
    readdirSync(below, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(below, path), entry.isFile() ? readFileSync(path, 'utf8') : readlinkSync(path)];
      }),
  );
function put(path: string, text = 'mine'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}
/** Expects a refusal in one sentence, and every file of the user's as it was. */
function refused(act: () => unknown, says: RegExp): void {
  const before = tree(folder);
  expect(act).toThrow(UnusableFolder);
  expect(act).toThrow(says);
  expect(act).not.toThrow(/\n/);
  expect(tree(folder)).toEqual(before);
}

describe('a folder of other people’s files', () => {
  it('is no output, whatever is in it', () => {
    open();
    for (const name of ['index.html', 'letter.txt', '.git/config', 'a/b/c.md', MARK]) {
      put(`dist/${name}`);
      refused(open, /dist holds files that this command did not make \(/);
      rmSync(dist, { recursive: true });
    }
  });

  it('is no output where a build stood once', () => {
    publish('one');
    publish('two');
    rmSync(dist, { recursive: true });
    put('dist/index.html', 'a project');
    put('dist/package.json');
    refused(open, /index\.html, package\.json/);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('a project');
  });

  it('is no output by a mark that was copied along', () => {
    publish('one');
    cpSync(dist, join(folder, 'copy'), { recursive: true });
    expect(() => open(join(folder, 'copy'))).not.toThrow();
    put('copy/notes.txt');
    refused(() => open(join(folder, 'copy')), /not as it was made/);
    rmSync(join(folder, 'copy/notes.txt'));
    put('copy/index.html', 'edited');
    refused(() => open(join(folder, 'copy')), /not as it was made/);
    cpSync(join(dist, MARK), join(folder, 'other', MARK), { recursive: true });
    put('other/mine.txt');
    refused(() => open(join(folder, 'other')), /not as it was made/);
  });

  it('is no output by a link, nor a link in the output', () => {
    put('mine/index.html');
    cacheFolder();
    symlinkSync(join(folder, 'mine'), dist);
    refused(open, /holds files/);
    rmSync(dist);
    publish('one');
    symlinkSync(join(folder, 'mine'), join(dist, 'also'));
    refused(open, /also in it is not of its making/);
  });

  it('is no output where it is, holds or lies in what a build needs', () => {
    put('content/articles/a.md');
    open();
    const project = process.cwd();
    const places = [
      '/',
      homedir(),
      folder,
      `${folder}/`,
      keep,
      join(keep, 'output/x'),
      join(folder, 'content'),
      join(folder, 'content/articles'),
      join(folder, 'content/new'),
      `${folder}/content/../content/`,
      project,
      join(project, '..'),
      ...['src', 'src/new', 'public', 'content', 'node_modules/x', '.git', '.broadsheet/x'].map((path) =>
        join(project, path),
      ),
      join(folder, 'content/articles/a.md'),
      join(folder, 'content/articles/a.md/new'),
    ];
    symlinkSync(join(folder, 'content'), join(folder, 'link'));
    for (const place of [...places, join(folder, 'link'), join(folder, 'link/new')]) refused(() => open(place), /./);
  });

  it('is no cache', () => {
    put('keep/pictures/holiday.jpg');
    put('keep/search/notes.txt');
    refused(cacheFolder, /keep can't be the cache, for it holds files that no build made/);
    for (const place of ['content', '.', 'content/articles/x', 'file.txt', 'file.txt/x']) {
      put('file.txt');
      put('content/articles/a.md');
      vi.stubEnv('BROADSHEET_KEEP', join(folder, place));
      refused(cacheFolder, /name another one in BROADSHEET_KEEP|name another one$/);
    }
    for (const place of ['src', 'public/x', 'content', '.', '..', '.git']) {
      vi.stubEnv('BROADSHEET_KEEP', join(process.cwd(), place));
      refused(cacheFolder, /can't be the cache/);
    }
  });

  it('is not taken for what is in the making beside an output on another disk', async () => {
    const { takeBeside } = await import('./replaceable.ts');
    put('.dist.broadsheet/spare/mine.txt');
    refused(() => takeBeside(join(folder, '.dist.broadsheet')), /holds other files/);
    takeBeside(join(folder, '.www.broadsheet'));
    expect(() => takeBeside(join(folder, '.www.broadsheet'))).not.toThrow();
  });
});

describe('a file of somebody’s in our own output', () => {
  it('is told each time, and stays', () => {
    publish('one');
    publish('two');
    put('dist/CNAME', 'news.example.org');
    put('dist/.well-known/acme', 'x');
    for (let time = 0; time < 3; time += 1)
      refused(
        () => publish('three'),
        /^\S+dist is replaced whole, and \.well-known\/acme, CNAME in it are not .* public\//,
      );
    rmSync(keep, { recursive: true });
    cacheFolder();
    refused(open, /not as it was made/);
  });

  it('is told when it is put there while a build runs', () => {
    publish('one');
    const output = open();
    output.open(true);
    put('dist/CNAME');
    refused(() => output.swap(new Map(), true), /CNAME in it is not/);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('one');
  });
});

describe('a folder of ours', () => {
  it('is known again without the cache, by all that it holds', () => {
    publish('one');
    rmSync(keep, { recursive: true });
    publish('two');
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('two');
  });

  it('may be new, empty, or hold what systems put anywhere', () => {
    mkdirSync(dist);
    open();
    put('dist/.DS_Store');
    publish('one');
    put('dist/Thumbs.db');
    publish('two');
    mkdirSync(join(folder, 'other'));
    symlinkSync(join(folder, 'other'), join(folder, 'link'));
    publish('one', join(folder, 'link'));
    expect(existsSync(join(folder, 'other/index.html'))).toBe(true);
  });

  it('holds its results under names of its own, and loses no other file', () => {
    const made = ['a'.repeat(32), `12.${'b'.repeat(32)}`, `${'c'.repeat(32)}.webp`, `${'d'.repeat(32)}.412.new`];
    for (const name of [...made, 'holiday.webp', 'core', 'notes.txt', '2024.md', `${'e'.repeat(32)}.jpg`])
      put(`keep/pictures/${name}`);
    expect(dropOwn(join(keep, 'pictures'), new Set(made.slice(0, 1))).sort()).toEqual(made.slice(1).sort());
    expect([...tree(join(keep, 'pictures')).keys()]).toEqual(
      ['2024.md', made[0], 'core', `${'e'.repeat(32)}.jpg`, 'holiday.webp', 'notes.txt'].sort(),
    );
  });
});

describe('a place where nothing can be made', () => {
  it.each(['/proc/x', '/proc/x/y/z', '/dev/null/x', `/tmp/${'n'.repeat(300)}`])('is told: %s', (place) => {
    expect(() => makeFolders(place)).toThrow(UnusableFolder);
    expect(() => open(place)).toThrow(UnusableFolder);
  });
});
