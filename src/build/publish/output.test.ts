import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  utimesSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifest, untouched, writeManifest } from '../cache/manifest.ts';
import { Output } from './output.ts';
import { MARK, markText } from '../folders/mark.ts';
import { inside } from './paths.ts';
import { writeNew } from '../pages/generate.ts';

let folder: string;
let dist: string;
let keep: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-output-')));
  dist = join(folder, 'dist');
  keep = join(folder, 'keep');
  mkdirSync(keep);
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new Output(dist, keep, []);
/** Publishes an edition of one page. */
const publish = (text: string) => {
  const output = open();
  output.open(true);
  const files = new Map([
    ['index.html', { path: 'index.html', key: text, ...writeNew(join(output.spare, 'index.html'), text) }],
  ]);
  output.swap(files, true);
  return output;
};
const shown = () => readFileSync(join(dist, 'index.html'), 'utf8');

describe('the two generations', () => {
  it('take turns', () => {
    publish('one');
    expect(shown()).toBe('one');
    publish('two');
    expect(shown()).toBe('two');
    const output = open();
    expect(output.published()?.get('index.html')?.key).toBe('two');
    expect(output.open(true).get('index.html')?.key).toBe('one');
  });

  it('writes nothing over a file that both share', () => {
    publish('one');
    const { spare } = publish('two');
    linkSync(join(dist, 'index.html'), join(spare, 'shared.html'));
    writeNew(join(spare, 'shared.html'), 'other');
    expect(shown()).toBe('two');
    expect(readFileSync(join(spare, 'shared.html'), 'utf8')).toBe('other');
  });

  /** Every state in which a killed swap can leave the folders, in the order of its steps. */
  const killed: { after: string; kill: (own: string, spare: string) => void; left: string }[] = [
    { after: 'the manifest of the next is written', kill: () => undefined, left: 'one' },
    { after: 'the published one is taken away', kill: (own) => renameSync(dist, join(own, 'former')), left: 'two' },
    {
      after: 'the next one is put in its place',
      kill: (own, spare) => {
        renameSync(dist, join(own, 'former'));
        renameSync(spare, dist);
      },
      left: 'two',
    },
    {
      after: 'the manifests follow',
      kill: (own, spare) => {
        renameSync(dist, join(own, 'former'));
        renameSync(spare, dist);
        renameSync(join(own, 'current.json'), join(own, 'spare.json'));
        renameSync(join(own, 'next.json'), join(own, 'current.json'));
      },
      left: 'two',
    },
  ];
  it.each(killed)('are put right when a build is killed after $after', ({ kill, left }) => {
    publish('one');
    const { spare } = open();
    const own = join(spare, '..');
    open().open(true);
    const files = new Map([
      ['index.html', { path: 'index.html', key: 'two', ...writeNew(join(spare, 'index.html'), 'two') }],
    ]);
    writeNew(join(spare, MARK), markText('site', new Map([['index.html', files.get('index.html')?.hash ?? '']])));
    writeManifest(join(own, 'next.json'), spare, files);
    kill(own, spare);
    const mended = open();
    expect(shown()).toBe(left);
    expect(mended.published()?.get('index.html')?.key).toBe(left);
    publish('three');
    expect(shown()).toBe('three');
    publish('four');
    expect(shown()).toBe('four');
    expect(existsSync(join(own, 'former'))).toBe(false);
  });

  it('keep the published one when it can’t be replaced', () => {
    publish('one');
    const output = open();
    output.open(true);
    rmSync(output.spare, { recursive: true });
    mkdirSync(output.spare);
    const files = new Map();
    rmSync(output.spare, { recursive: true });
    expect(() => output.swap(files, true)).toThrow();
    expect(shown()).toBe('one');
    publish('two');
    expect(shown()).toBe('two');
  });
});

describe('a manifest', () => {
  const file = { path: 'a', key: 'k', hash: 'h', size: 1, modified: 2, changed: 3 };

  it('is read back', () => {
    writeManifest(join(folder, 'm.json'), folder, new Map([['a', file]]));
    expect(readManifest(join(folder, 'm.json'))).toEqual({
      inode: statSync(folder).ino,
      files: new Map([['a', file]]),
    });
  });

  it('is worth nothing when a byte of it changed, or its end is missing', () => {
    writeManifest(join(folder, 'm.json'), folder, new Map([['a', file]]));
    const text = readFileSync(join(folder, 'm.json'), 'utf8');
    for (const damaged of [
      text.replace('"k"', '"K"'),
      text.slice(0, -2),
      text.slice(0, 40),
      '',
      'null\n',
      text + text,
    ]) {
      writeFileSync(join(folder, 'm.json'), damaged);
      expect(readManifest(join(folder, 'm.json')), damaged).toBeNull();
    }
  });

  it('tells a file that was changed from one that was not', async () => {
    const made = { path: 'page.html', key: '', ...writeNew(join(folder, 'page.html'), 'one') };
    expect(untouched(folder, made)).toEqual(made);
    expect(untouched(folder, { ...made, size: 4 })).toBeNull();
    // Content of the same length, and the time set back: the disk notes it all the same, some milliseconds apart.
    await new Promise((done) => setTimeout(done, 50));
    writeFileSync(join(folder, 'page.html'), 'two');
    utimesSync(join(folder, 'page.html'), made.modified / 1000, made.modified / 1000);
    const about = statSync(join(folder, 'page.html'));
    expect(untouched(folder, { ...made, modified: about.mtimeMs })).toMatchObject({ changed: 0 });
    rmSync(join(folder, 'page.html'));
    expect(untouched(folder, made)).toBeNull();
    mkdirSync(join(folder, 'page.html'));
    expect(untouched(folder, made)).toBeNull();
  });
});

describe('the path of a file of the site', () => {
  it('stays inside its folder', () => {
    expect(inside('/site', 'articles/harbour/index.html')).toBe('/site/articles/harbour/index.html');
    expect(inside('/site', 'articles/100%/…')).toBe('/site/articles/100%/…');
    for (const path of ['../x', 'a/../../x', '/etc/passwd', 'a//b', './a', 'a\0', 'a\\..\\b', '', 'é'.repeat(128)]) {
      expect(() => inside('/site', path), path).toThrow(/can't be a file/);
    }
  });
});
