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
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../exports/item.ts';
import { tell, tellArchive } from '../../exports/tell.ts';
import { importLibrary, type LibraryOptions, type Outcome } from './library.ts';
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
const lamps = join(articles, '2024/02/where-the-lamps-went.md');

/** Imports an export of the fixtures, or of another folder, in this process. */
function importExport(name: string, options: Partial<LibraryOptions> = {}): Promise<Outcome> {
  const file = resolve(fixtures, name);
  const archive = statSync(file).isDirectory() ? unpackedExport(file) : null;
  const told = archive ? tellArchive(archive) : tell(readFileSync(file));
  expect(told.kind).toBe('export');
  return importLibrary(told.kind === 'export' ? told.entries : [], {
    content,
    dryRun: false,
    force: false,
    update: false,
    since: null,
    section: null,
    step() {},
    tell() {},
    fetch: null,
    ...options,
  });
}

test.each(readdirSync(fixtures).filter((name) => name !== 'expected'))(
  '%s, imported again, changes nothing',
  async (name) => {
    const first = await importExport(name);
    const before = kept();
    expect(Object.keys(before).filter((each) => each.endsWith('.md'))).toHaveLength(first.written);
    expect(first.written).toBeGreaterThan(0);
    for (const update of [false, true]) {
      const again = await importExport(name, { update });
      expect(again).toMatchObject({ written: 0, updated: 0, known: first.written, touched: [] });
      expect(kept()).toEqual(before);
    }
  },
);

test('pictures that an export holds stand beside their article, which names them, and never take the place of others', async () => {
  const picture = join(articles, '2024/01/harbour-reopened-1.png');
  expect(await importExport('evernote.enex')).toMatchObject({ written: 1 });
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(join(articles, '2024/01/harbour-reopened.md'), 'utf8')).toContain('![](harbour-reopened-1.png)');

  rmSync(join(articles, '2024/01/harbour-reopened.md'));
  writeFileSync(picture, 'mine');
  const { lost } = await importExport('evernote.enex');
  expect(lost.map(({ why }) => why)).toContain('its picture articles/2024/01/harbour-reopened-1.png was not written: another file of that name is there'); // prettier-ignore
  expect(readFileSync(picture, 'utf8')).toBe('mine');
});

describe('an article that is here already', () => {
  test('is brought up to date with --update, but for what was changed by hand', async () => {
    const file = join(root, 'wallabag.json');
    cpSync(`${fixtures}/wallabag.json`, file);
    await importExport(file);
    const changed = readFileSync(file, 'utf8').replaceAll('the storm', 'the great storm').replace("<p>wallabag can't retrieve", '<p>Lamps went to sea. We could not retrieve'); // prettier-ignore
    writeFileSync(file, changed);
    const old = readFileSync(harbour, 'utf8');
    expect(await importExport(file)).toMatchObject({ known: 2, updated: 0 });
    expect(readFileSync(harbour, 'utf8')).toBe(old);

    writeFileSync(lamps, readFileSync(lamps, 'utf8').replace('headline: Where', 'headline: How and where'));
    const updated = await importExport(file, { update: true });
    expect(updated).toMatchObject({ written: 0, updated: 1, touched: ['articles/2024/02/where-the-lamps-went.md'] });
    expect(readFileSync(harbour, 'utf8')).toContain('the great storm');
    expect(readFileSync(lamps, 'utf8')).toContain('How and where');
    await importExport(file, { update: true, force: true });
    expect(readFileSync(lamps, 'utf8')).toContain('Lamps went to sea');
  });

  test('is known by its address, wherever it stands and whoever wrote it', async () => {
    const own = join(articles, 'mine/boats.md');
    mkdirSync(join(own, '..'), { recursive: true });
    writeFileSync(own, '---\nheadline: Boats\npublished: 2024-01-01\nsource: http://averill-post.example/2024/harbour/#top\n---\n\nMine.\n'); // prettier-ignore
    expect(await importExport('wallabag.json')).toMatchObject({ written: 1, known: 1 });
    expect(existsSync(harbour)).toBe(false);
    expect(await importExport('wallabag.json', { update: true })).toMatchObject({
      touched: ['articles/mine/boats.md'],
    });
    expect(readFileSync(own, 'utf8')).toContain('Mine.');
  });

  test('is not replaced by a card, which has its address alone', async () => {
    await importExport('wallabag.csv');
    const before = kept();
    expect(await importExport('pinboard.json', { update: true })).toMatchObject({ updated: 0, known: 1, touched: [] });
    expect(kept()).toMatchObject({
      'articles/2024/01/harbour-reopened.md': before['articles/2024/01/harbour-reopened.md'],
    });
  });

  test('as a card gets the text of an export that has it, with --update', async () => {
    await importExport('pocket.csv');
    expect(await importExport('wallabag.csv')).toMatchObject({ written: 0, known: 1, fillable: 1 });
    expect(await importExport('wallabag.csv', { update: true })).toMatchObject({ updated: 1 });
    expect(readFileSync(join(articles, '2024/01/harbour-reopened.md'), 'utf8')).toContain(
      'The harbour reopened; it was late.',
    );
  });

  test('as a card is loaded with --fetch; what has its text is asked for no more, and a failure is told', async () => {
    await importExport('pocket.csv');
    const asked: string[] = [];
    const fetch = (item: Item): Promise<Item | string> => {
      asked.push(item.address ?? '');
      return Promise.resolve(item.address?.endsWith('/harbour') ? { ...item, text: { form: 'plain', value: 'The harbour reopened.' } } : 'there is no connection to it'); // prettier-ignore
    };
    const first = await importExport('pocket.csv', { update: true, fetch });
    expect(first).toMatchObject({ written: 0, updated: 1, known: 2 });
    expect(first.lost.map(({ why }) => why)).toEqual(['there is no connection to it', 'there is no connection to it']);
    expect(readFileSync(join(articles, '2024/01/harbour-reopened.md'), 'utf8')).toContain('The harbour reopened.');
    expect(asked).toHaveLength(3);
    await importExport('pocket.csv', { update: true, fetch });
    expect(asked).toHaveLength(5);
  });

  test('of the same name and another address stays: the new one gets a number', async () => {
    const other = lamps.replace('.md', '.txt');
    mkdirSync(join(other, '..'), { recursive: true });
    writeFileSync(other, 'Other lamps\n\nText.\n');
    await importExport('wallabag.json');
    expect(readFileSync(other, 'utf8')).toBe('Other lamps\n\nText.\n');
    expect(existsSync(lamps.replace('.md', '-2.md'))).toBe(true);
  });
});

describe('the options', () => {
  test('a dry run tells and writes nothing; --since leaves out what is older', async () => {
    const lines: string[] = [];
    const dry = await importExport('wallabag.json', {
      dryRun: true,
      since: '2024-02-01',
      tell: (line) => lines.push(line),
    });
    expect(dry).toMatchObject({ written: 1, cards: 1, older: 1 });
    expect(lines).toEqual(['2024/02/where-the-lamps-went.md  “Where the lamps went”']);
    expect(kept()).toEqual({});
  });

  test('--section puts all into one', async () => {
    await importExport('wallabag.json', { section: 'Sea' });
    expect(readFileSync(harbour, 'utf8')).toContain('section: Sea\n');
  });
});

describe('the command', () => {
  test('says what a file is and what became of it', () => {
    const { status, stdout, stderr } = run('--dry-run', `${fixtures}/wallabag.json`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/wallabag\.json is a wallabag export \(JSON\)\.\n(?:2024\S+ {2}“.+”\n){2}3 entries: 2 articles would be written \(1 with the address alone\), 1 not read\.\n$/); // prettier-ignore
    expect(stderr).toBe('wallabag.json: entry 3 “A script”: its address is no web address (javascript:alert(1))\n');
  }, 120_000);

  test('what can not be read is refused in one line with exit code 2, and nothing is written', () => {
    const file = join(root, 'notes.txt');
    writeFileSync(file, '%PDF-1.7\n%âãÏÓ\n');
    const refused = run(file);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(
      /notes\.txt: it is a PDF document: import reads texts, saved pages and the exports that --help lists\n$/,
    );
    expect(kept()).toEqual({});
    expect(run('--since', 'yesterday', file).stderr).toContain(
      '--since takes a day, such as 2024-01-30, not "yesterday"',
    );
  }, 120_000);
});

describe('what is told at the end', () => {
  const none = {
    entries: 0,
    written: 0,
    cards: 0,
    updated: 0,
    known: 0,
    fillable: 0,
    touched: [],
    twice: 0,
    older: 0,
    drafts: 0,
    failures: [],
    lost: [],
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
    expect(lines.at(-1)).toBe('… and 2 more: its address is no web address');
  });
});
