import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { tell, tellArchive } from '../../exports/tell.ts';
import { importLibrary } from './library.ts';
import { unpackedExport } from './sources.ts';
import { failureLines, outcomeText } from './outcome.ts';

const root = mkdtempSync(join(tmpdir(), 'broadsheet-import-'));
const content = join(root, 'content');
const articles = join(content, 'articles');
const fixtures = 'src/exports/fixtures';
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/import.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, BROADSHEET_CONTENT: content, NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

/** Every file of the content folder with what is in it. */
function kept(): Record<string, string> {
  const names = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(content, name), 'utf8')]));
}

const harbour = join(articles, '2024/01/harbour-reopens-and-the-boats-are-back.md');

describe('an export', () => {
  test('is told, written into its months, and what was not read is told of', () => {
    const first = run(`${fixtures}/wallabag.json`);
    expect(first.status).toBe(1);
    expect(first.stdout).toBe(
      `${fixtures}/wallabag.json is a wallabag export (JSON).\n3 entries: 2 articles written (1 with the address alone), 1 not read.\n`,
    );
    expect(first.stderr).toBe('  entry 3 “A script”: its address is no web address (javascript:alert(1))\n');
    expect(readFileSync(harbour, 'utf8')).toContain('headline: Harbour reopens & the boats are back\n');
    expect(existsSync(join(articles, '2024/02/where-the-lamps-went.md'))).toBe(true);
  }, 30_000);

  test('is brought up to date with --update, but for what was changed by hand', () => {
    const file = join(root, 'wallabag.json');
    cpSync(`${fixtures}/wallabag.json`, file);
    run(file);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('the storm', 'the great storm').replaceAll("wallabag can't retrieve", 'Lamps went to sea; who could not retrieve')); // prettier-ignore
    const old = readFileSync(harbour, 'utf8');
    run(file);
    expect(readFileSync(harbour, 'utf8')).toBe(old);

    const lamps = join(articles, '2024/02/where-the-lamps-went.md');
    writeFileSync(lamps, readFileSync(lamps, 'utf8').replace('headline: Where', 'headline: How and where'));
    const updated = run('--update', file);
    expect(updated.stdout).toContain(
      '0 articles written, 1 brought up to date, 1 changed by hand and left as they are',
    );
    expect(updated.stderr).toContain(
      '2024/02/where-the-lamps-went.md was changed by hand since it was imported: --force writes over it',
    );
    expect(readFileSync(harbour, 'utf8')).toContain('the great storm');
    expect(readFileSync(lamps, 'utf8')).toContain('How and where');
    run('--force', file);
    expect(readFileSync(lamps, 'utf8')).toContain('Lamps went to sea');
  }, 30_000);

  test('is known by its address, wherever its article stands and whoever wrote it', () => {
    mkdirSync(join(articles, 'mine'), { recursive: true });
    const own = join(articles, 'mine/boats.md');
    writeFileSync(own, '---\nheadline: Boats\npublished: 2024-01-01\nsource: http://averill-post.example/2024/harbour/#top\n---\n\nMine.\n'); // prettier-ignore
    expect(run(`${fixtures}/wallabag.json`).stdout).toContain(
      '1 article written (1 with the address alone), 1 here already',
    );
    expect(existsSync(harbour)).toBe(false);
    expect(readFileSync(own, 'utf8')).toContain('Mine.');
  }, 30_000);

  test('never writes over a file of another article: the new one gets a number', () => {
    const lamps = join(articles, '2024/02/where-the-lamps-went.txt');
    mkdirSync(join(lamps, '..'), { recursive: true });
    writeFileSync(lamps, 'Other lamps\n\nText.\n');
    run(`${fixtures}/wallabag.json`);
    expect(readFileSync(lamps, 'utf8')).toBe('Other lamps\n\nText.\n');
    expect(existsSync(join(articles, '2024/02/where-the-lamps-went-2.md'))).toBe(true);
  }, 30_000);

  test('with the address alone never takes the place of an article', () => {
    run(`${fixtures}/wallabag.csv`);
    const before = kept();
    expect(run('--update', `${fixtures}/pinboard.json`).stdout).toContain('1 here already');
    expect(kept()).toMatchObject({
      'articles/2024/01/harbour-reopened.md': before['articles/2024/01/harbour-reopened.md'],
    });
  }, 30_000);

  test('--dry-run tells and writes nothing, --since leaves out what is older, --section puts all into one', () => {
    const dry = run('--dry-run', '--since', '2024-02-01', `${fixtures}/wallabag.json`);
    expect(dry.stdout).toContain('2024/02/where-the-lamps-went.md  “Where the lamps went”\n');
    expect(dry.stdout).toContain('1 article would be written (1 with the address alone), 1 older or without a date');
    expect(kept()).toEqual({});
    run('--section', 'Sea', `${fixtures}/wallabag.json`);
    expect(readFileSync(harbour, 'utf8')).toContain('section: Sea\n');
    expect(run('--since', 'yesterday', 'x').status).toBe(2);
  }, 30_000);

  test('is found in the folder that it was unpacked into', () => {
    const told = run(`${fixtures}/omnivore`);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('is an Omnivore export.\n2 entries: 2 articles written (1 with the address alone).');
    expect(run('src/i18n')).toMatchObject({ status: 2 });
  }, 30_000);
});

const exported = readdirSync(fixtures).filter((name) => name !== 'expected');

test.each(exported)('%s, imported again, changes nothing', async (name) => {
  const file = join(fixtures, name);
  const entries = () => {
    const archive = statSync(file).isDirectory() ? unpackedExport(file) : null;
    const told = archive ? tellArchive(archive) : tell(readFileSync(file));
    return told.kind === 'export' ? told.entries : [];
  };
  const settings = {
    content,
    dryRun: false,
    force: false,
    since: null,
    section: null,
    step() {},
    tell() {},
    fetch: null,
  };
  const first = await importLibrary(entries(), { ...settings, update: false });
  const before = kept();
  expect(Object.keys(before)).toHaveLength(first.written + 1);
  expect(first.written).toBeGreaterThan(0);
  for (const update of [false, true]) {
    const again = await importLibrary(entries(), { ...settings, update });
    expect(again).toMatchObject({ written: 0, updated: 0, known: first.written, touched: [] });
    expect(kept()).toEqual(before);
  }
});

test('what can not be read is refused in one line with exit code 2, and nothing is written', () => {
  const file = join(root, 'notes.txt');
  writeFileSync(file, '%PDF-1.7\n%âãÏÓ\n');
  const refused = run(file);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    /notes\.txt: it is a PDF document: import reads texts, saved pages and the exports that --help lists\n$/,
  );
  expect(kept()).toEqual({});
}, 30_000);

describe('what is told at the end', () => {
  const none = {
    entries: 0,
    written: 0,
    cards: 0,
    updated: 0,
    known: 0,
    touched: [],
    twice: 0,
    older: 0,
    drafts: 0,
    failures: [],
  };
  const failures = Array.from({ length: 12 }, (_, index) => ({
    place: `row ${index + 2}`,
    title: null,
    why: `its address is no web address (ftp:${index})`,
  }));

  test('counts with the right words', () => {
    expect(outcomeText({ ...none, entries: 1, written: 1 }, false)).toBe('1 entry: 1 article written.');
    expect(outcomeText({ ...none, entries: 5000, written: 4321, drafts: 1, twice: 679 }, false)).toBe(
      '5,000 entries: 4,321 articles written (1 draft), 679 twice in it.',
    );
  });

  test('a screen gets ten of one reason, a file all of them', () => {
    expect(failureLines(failures, true)).toHaveLength(12);
    const lines = failureLines(failures, false);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('  … and 2 more: its address is no web address');
  });
});
