import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../article/id.ts';
import { difference, Sandbox, type Ran } from './stress/sandbox.ts';

/**
 * Nothing is dropped: each file of the content folder is a page, a draft, or named with its mistake. Every
 * kind of mistake that the code can tell is seeded here, once at least, beside articles that are well.
 */

const front = (lines: string, body = 'Text.') => `---\n${lines}\n---\n\n${body}\n`;
const fine = (headline: string, body?: string) => front(`headline: ${headline}\npublished: 2024-01-30`, body);
const text = (words: string) => new TextEncoder().encode(words);

/** Files that become pages. */
const pages: Record<string, string | Uint8Array> = {
  'well.md': fine('All is well'),
  'well pasted.txt': 'A headline of some words\n\nPost At: Jan 30/2024 12:50AM\n\nThe text of it.\n',
  'no date.md': '---\nheadline: Undated\n---\n\nText.\n',
  'ÜBER/Straße nach Süden.md': fine('Umlauts in a path'),
  'CAPITALS.MD': fine('An ending in capitals'),
  'utf-16.md': Uint8Array.from([0xff, 0xfe, 0x23, 0, 0x20, 0, 0x41, 0]),
  'another ending.markdown': fine('Another ending'),
  'bom.md': Buffer.concat([text('\uFEFF'), text(fine('A mark in front'))]),
  'windows.txt': 'A headline of some words too\r\n\r\nJan 30/2024 12:50AM\r\n\r\nThe text.\r\n',
  'left-out markup.md': fine('Markup', '<script>alert(1)</script> [a](javascript:alert(1)) Text.'),
  'picture elsewhere.md': fine('Remote', '![A cat](https://elsewhere.invalid/cat.png)'),
  'picture/outside.md': fine('Out', '![A cat](../../../secret.png)'),
  'picture/linked.md': fine('Out by a link', '![A cat](linked.png)'),
  'picture/no-picture.md': fine('None', '![A cat](../broken.png)'),
  'picture/format.md': fine('A drawing', '![A cat](../drawing.png)'),
  'picture missing.md': fine('No picture', '![A cat](cat.jpg)'),
  'lead picture missing.md': front('headline: No lead\nimage: cat.jpg'),
  'front/twice.md': front('headline: A\nheadline: B'),
  'front/twice-by-another-name.md': front('headline: A\ntitle: B'),
  'front/unknown.md': front('headline: A\npublised: 2024-01-30\nmood: calm'),
  'front/optional.md': front('headline: A\ntopics: {a: b}'),
  'front/none.md': 'Text without a headline.\n',
  'date/none.md': front('headline: A\npublished: last Tuesday'),
  'date/not-in-the-calendar.md': front('headline: A\npublished: 2023-02-30'),
  'date/not-on-the-clock.md': front('headline: A\npublished: 2024-01-30 25:70'),
};

/** Files that are not shown yet. */
const drafts: Record<string, string> = {
  'draft.md': front('headline: Not yet\ndraft: true'),
  'draft/of-a-picture.md': front('headline: Not yet\ndraft: true', '![Cut](../cut.jpg)'),
};

/** Files that hold nothing to publish, and the rule by which that is told: they stop nothing. */
const nothing: Record<string, [rule: string, content: string]> = {
  'bytes/empty.md': ['empty-file', ''],
  'bytes/blank.txt': ['empty-file', ' \n\n\t\n'],
  'page/none.html': ['no-story', '<html><head><title>A page</title></head><body></body></html>'],
};

/** Files with a mistake each, and the rule by which it is told. */
const mistakes: Record<string, [rule: string, content: string | Uint8Array]> = {
  'front/open.md': ['unclosed-front-matter', '---\nheadline: A\n\nText.\n'],
  'front/list.md': ['front-matter-not-a-map', '---\n- headline: A\n---\nText.\n'],
  'front/no-yaml.md': ['unreadable-front-matter', '---\nheadline: "A\n---\nText.\n'],
  'front/kind.md': ['wrong-value', front('headline: A\ndraft: perhaps')],
  'front/bomb.md': [
    'alias-bomb',
    front(
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nheadline: [*c,*c,*c,*c,*c]',
    ),
  ],
  'front/slip.md': ['misspelt-key', front('headline: A\ndrfat: true')],
  '&&&.md': ['no-headline', front('published: 2024-01-30')],
  'note.md': ['open-comment', fine('A note', 'Text. <!-- an aside that never ends')],
  'page/none.mhtml': ['not-a-page', 'This is no page.\n'],
  'bytes/latin.txt': ['not-utf-8', Uint8Array.from([72, 101, 108, 108, 111, 10, 119, 0xe9, 114, 108, 100])],
  'bytes/utf-16.md': ['not-utf-16', Uint8Array.from([0xff, 0xfe, 0x23, 0, 0x00, 0xd8])],
  'bytes/nul.txt': ['nul', 'Headline\n\nText\0.\n'],
  'size/bytes.md': ['too-large', fine('Large', 'Text. '.repeat(340_000))],
  'size/time.md': ['too-slow', fine('Slow', '~a~~b'.repeat(50_000))],
  'size/memory.md': ['too-much-memory', fine('Heavy', '_a'.repeat(900_000))],
  'size/deep.md': ['too-deep', fine('Deep', '>'.repeat(3000))],
  'size/elements.md': ['too-deep', fine('Deep in HTML', '<div>'.repeat(3000))],
  'size/table.md': ['table-size', fine('Wide', `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|x|\n'.repeat(99)}`)],
  'picture/cut.md': ['picture', fine('Half a file', '![A cat](../cut.jpg)')],
  'picture/cut-again.md': ['picture', fine('Half a file, once more', '![A cat](../cut.jpg)')],
  'alias/of-a-page.md': ['alias', front('headline: A\naliases: [/search/]')],
  'alias/of-a-file.md': ['alias', front('headline: A\naliases: [/sw.js]')],
  'alias/of-the-owner.md': ['alias', front('headline: A\naliases: [/icon.svg]')],
  'alias/claimed-by-two.md': ['alias', front('headline: A\naliases: [/2019/old/]')],
  'alias/claimed-by-two-again.md': ['alias', front('headline: B\naliases: [/2019/OLD]')],
  'alias/no-address.md': ['alias', front('headline: A\naliases: [/../x]')],
  'fault.md': ['unreadable', fine('A fault of the program', 'the-program-fails-here')],
  // The first of two that have one address is shown.
  'clash/lights.txt': ['address', 'Another headline of words\n\nJan 30/2024 12:50AM\n\nAnother text.\n'],
  'clash/caf\u00e9.md': ['address', fine('A café, in another form')],
  '!!!.md': ['address', fine('No name at all')],
  'several.md': ['wrong-value', front('headline: A\nrights: mine\ndraft: perhaps')],
};
/** Shown although another file wants its address. */
Object.assign(pages, { 'clash/Lights.md': fine('Lights'), 'clash/cafe\u0301.md': fine('A café') });

/** Links, and the folder that one leads to; the rule is reported the link. */
const links: Record<string, string> = {
  'link/out.md': '../../../elsewhere/secret.md',
  'link/nowhere.md': 'nothing.md',
  'link/folder': '../../../elsewhere',
};

/** Files that are no articles, by their names: hidden ones, pictures, what an editor leaves, and texts of other kinds. */
const others = ['.hidden.md', '_aside.md', '.git/x.md', '_aside/x.md', 'notes.docx', 'well.md~'];

const inputs = [pages, drafts, nothing, mistakes, links].flatMap((files) => Object.keys(files));

let box: Sandbox;
let ran: Ran;
let strict: Ran;
/** What was published before the build that stopped at the mistakes. */
let after: Map<string, string>;
const slow = ['size/time.md', 'size/memory.md'];
const at = (path: string) => `content/articles/${path}`;

beforeAll(async () => {
  box = new Sandbox(0);
  const noise = Uint8Array.from({ length: 900 * 600 * 3 }, (_, index) => (index * 7919) % 251);
  const picture = await sharp(noise, { raw: { width: 900, height: 600, channels: 3 } })
    .jpeg()
    .toBuffer();
  box.write(at('cut.jpg'), picture.subarray(0, picture.length / 2));
  box.write(at('broken.png'), 'this is not a picture');
  box.write(at('drawing.png'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  box.write('elsewhere/secret.md', fine('Secret'));
  box.write('elsewhere/secret.png', picture);
  for (const [path, content] of Object.entries({ ...pages, ...drafts })) box.write(at(path), content);
  for (const [path, [, content]] of Object.entries({ ...nothing, ...mistakes })) box.write(at(path), content);
  for (const [path, target] of Object.entries({ ...links, 'picture/linked.png': '../../../elsewhere/secret.png' })) {
    mkdirSync(dirname(join(box.folder, at(path))), { recursive: true });
    symlinkSync(target, join(box.folder, at(path)));
  }
  for (const path of others) box.write(at(path), 'Not an article.');
  // Sooner reached, so that the test is done sooner; how they are in earnest is in limits.test.ts.
  box.edit('src/build/workers/limits.ts', 'memory: 400', 'memory: 200');
  box.edit(
    'src/source/front-matter/split.ts',
    /\): SplitSource \{\n/,
    "$&  if (text.includes('the-program-fails-here')) throw new TypeError('a fault');\n",
  );
  ran = await box.build(['--keep-going']);
  after = box.dist();
  // Once is enough for what takes long.
  for (const path of slow) rmSync(join(box.folder, at(path)));
  strict = await box.build();
}, 120_000);
afterAll(() => box.remove());

/** Paths below `articles/`, as they are here. */
const below = (path: string) => path.replace(/^articles\//, '');
const named = (result: Ran) => new Set(result.result?.problems.map(({ path }) => below(path)));

describe('every file of the content folder', () => {
  it('is a page, a draft, left out or named: the sums agree', () => {
    expect(ran.code).toBe(1);
    expect(ran.result).toMatchObject({
      published: true,
      articles: Object.keys(pages).length,
      drafts: Object.keys(drafts).length,
    });
    const seen = [pages, drafts, nothing].flatMap((files) => Object.keys(files)).length;
    expect(seen + named(ran).size).toBe(inputs.length);
  });

  it.each(Object.entries(nothing))('is told of where it holds nothing: %s', (path, [rule]) => {
    const told = ran.result?.warnings.filter((warning) => below(warning.path) === path);
    expect(told?.map((warning) => warning.rule)).toEqual([rule]);
    expect(named(ran).has(path)).toBe(false);
  });

  it('is told of where it is a text that no reader takes', () => {
    const told = ran.result?.warnings.filter(({ rule }) => rule === 'other-file');
    expect(told?.map(({ path }) => below(path))).toEqual(['notes.docx']);
  });

  it.each(Object.keys(pages))('has its page: %s', (path) => {
    expect(box.dist().has(`articles/${articleId(path)}/index.html`)).toBe(true);
    expect(named(ran).has(path)).toBe(false);
  });

  it('has no page that it should not have', () => {
    const made = [...box.dist().keys()].filter((path) => /^articles\/.*\/index\.html$/.test(path));
    expect(made.sort()).toEqual(
      Object.keys(pages)
        .map((path) => `articles/${articleId(path)}/index.html`)
        .sort(),
    );
    const site = [...box.dist().keys()].filter((path) => /\.(?:html|xml|json|txt|md)$/.test(path));
    for (const path of site) expect(box.read(`dist/${path}`), path).not.toMatch(/Secret|Not yet|Not an article/);
  });

  it.each([
    ...Object.entries(mistakes).map(([path, [rule]]): [string, string] => [path, rule]),
    ...Object.keys(links).map((path): [string, string] => [path, 'link-out']),
  ])('is named: %s, %s', (path, rule) => {
    const told = ran.result?.problems.filter((problem) => below(problem.path) === path) ?? [];
    expect(told.map((problem) => problem.rule)).toContain(rule);
    for (const { line, column, hint, severity } of told) {
      expect([line > 0, column > 0, severity]).toEqual([true, true, 'error']);
      expect(hint).toMatch(/\w/);
    }
    // A person sees it: file, place, what is wrong, and how to mend it on the next line.
    expect(ran.stderr).toMatch(
      new RegExp(`^articles/${path.replace(/[.!]/g, '\\$&')}:\\d+:\\d+ {2}\\S.*\\n {4}\\S`, 'm'),
    );
  });

  it('is named alike without --keep-going, and then what was published stays', () => {
    expect(strict.code).toBe(1);
    expect(strict.result?.published).toBe(false);
    expect([...named(strict), ...slow].sort()).toEqual([...named(ran)].sort());
    expect(after.size).toBeGreaterThan(50);
    expect(difference(after, box.dist())).toEqual([]);
  });

  it('stays published when all of them are gone, whatever was asked for', async () => {
    rmSync(join(box.folder, 'content'), { recursive: true });
    const gone = await box.build(['--keep-going']);
    expect([gone.code, gone.result?.published]).toEqual([1, false]);
    expect(gone.result?.problems.map(({ rule }) => rule).sort()).toEqual(['no-content-folder', 'nothing-to-publish']);
    mkdirSync(join(box.folder, 'content'));
    const empty = await box.build(['--keep-going']);
    expect(empty.result?.problems.map(({ rule }) => rule)).toEqual(['nothing-to-publish']);
    expect(difference(after, box.dist())).toEqual([]);
  }, 60_000);
});

describe('every kind of mistake that the code can tell', () => {
  const src = fileURLToPath(new URL('../', import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\/fixtures\/|^tests\//.test(path));

  /** Files with a function of their own that makes a mistake of the rule that it is given, as its first literal. */
  const helpers: Record<string, RegExp> = {
    'build/articles/content-folder.ts': /\bmistake\(\s*(?:path|relative\(.*),\s*('[\w-]+'),/g,
    'parse/page/parse-page.ts': /\bfailed\(path, ('[\w-]+'),/g,
    'build/workers/limits.ts': /\bnamed\(\s*path,\s*(.+),/g,
    'parse/text/measures.ts': /\bmistake\(\s*path,\s*(?:line|.*\?\? 1),\s*(.+),/g,
    'source/front-matter/front-matter.ts': /#tell\(\s*\w+ \? 'error' : 'warning',\s*[\w.]+,\s*(.+),/g,
  };
  /** What is said of a rule: one literal, or two of which a condition chooses. */
  const rulesIn = (code: string) =>
    [...code.replace(/[!=]== '[^']*'/g, '').matchAll(/'([a-z0-9-]+)'/g)].map(([, rule = '']) => rule).slice(0, 2);

  const told = new Set<string>();
  const without: string[] = [];
  for (const file of files) {
    const code = readFileSync(join(src, file), 'utf8');
    for (const [, made = ''] of code.matchAll(/\bnew SourceError\(\{(.*?)\}\)/gs)) {
      if (/severity: 'warning'/.test(made)) continue;
      const rule = /\brule: ([^,]+),/.exec(made)?.[1];
      for (const each of rulesIn(rule ?? '')) told.add(each);
      // One that is told again is no new kind.
      if (rule === undefined && !/^\s*\.\.\.\w+\.toJSON\(\)/.test(made)) without.push(file);
    }
    for (const [, rule = ''] of helpers[file] ? code.matchAll(helpers[file]) : [])
      for (const each of rulesIn(rule)) told.add(each);
  }

  it('is found in the code', () => {
    expect(without.sort()).toEqual(Object.keys(helpers).sort());
    expect(told.size).toBeGreaterThan(15);
  });

  it('is seeded here', () => {
    const seeded = new Set([
      ...Object.values(mistakes).map(([rule]) => rule),
      ...(Object.keys(links).length ? ['link-out'] : []),
      // Told of the folder as a whole, above.
      'no-content-folder',
      'nothing-to-publish',
      // Told of pages and lists; see their own tests.
      'own-page',
      'too-many-names',
    ]);
    expect([...told].sort()).toEqual([...seeded].sort());
  });
});
