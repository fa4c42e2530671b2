import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findWords } from './every-byte.ts';
import { Sandbox, type Ran } from './stress/sandbox.ts';

/** What must not leave: planted once of each kind, and looked for in every byte of the whole output. */

const secret = (kind: string) => `Zq${kind.replace(/\W/g, '')}Xv`;
const article = (headline: string, body: string, keys = '') =>
  `---\nheadline: ${headline}\npublished: 2024-01-30\n${keys}---\n\n${body}\n`;

/** By kind: what is written to which file. */
const planted: Record<string, (say: string) => Record<string, string>> = {
  'a draft': (say) => ({
    'draft.md': article(`Not yet ${say}`, say, `topics: [${say}]\nauthors: [${say}]\ndraft: true\n`),
  }),
  'a file that is not published': (say) => ({ '_private.md': article(say, say), '.hidden/a.md': article(say, say) }),
  'a scheduled article': (say) => ({
    'later.md': `---\nheadline: Later ${say}\npublished: 2099-01-30\ntopics: [${say}]\n---\n\n${say}\n`,
  }),
  'a comment in HTML': (say) => ({
    'comment.md': article('Comment', `Text.\n\n<!-- ${say} -->\n\nMore <!-- ${say} --> text.`),
  }),
  'a comment over paragraphs': (say) => ({
    'long-comment.md': article('Long comment', `Text.\n\n<!--\n\n${say}\n\n-->\n\nMore.`),
  }),
  'a note that no link uses': (say) => ({
    'note.md': article('Note', `Text.\n\n[//]: # (${say})\n\n[comment]: <> (${say})\n`),
  }),
  'a comment of Obsidian': (say) => ({
    'percent.md': article('Percent', `Text %%${say}%% goes on.\n\n%%\n${say}\n%%\n\nMore.`),
  }),
  'a comment in front matter': (say) => ({ 'yaml.md': article('Front', 'Text.', `# ${say}\n`) }),
};

let box: Sandbox;
let ran: Ran;
let dist: string;
beforeAll(async () => {
  box = new Sandbox(0);
  dist = join(box.folder, 'dist');
  box.write(
    'content/articles/good.md',
    article('A good article', 'Text with ![a wall](wall.jpg) and ![a door](door.png).'),
  );
  const about = secret('metadata');
  const picture = () =>
    sharp({ create: { width: 700, height: 300, channels: 3, background: '#369' } }).withExif({
      IFD0: { Artist: about, ImageDescription: about, Copyright: about },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    });
  box.write(
    'content/articles/wall.jpg',
    await picture().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${about}</x:xmpmeta>`).jpeg().toBuffer(),
  );
  box.write('content/articles/door.png', await picture().png().toBuffer());
  for (const [kind, files] of Object.entries(planted))
    for (const [name, text] of Object.entries(files(secret(kind)))) box.write(`content/articles/${name}`, text);
  ran = await box.build(['--keep-going'], {
    USER: secret('user'),
    LOGNAME: secret('user'),
    HOME: join(box.folder, secret('home')),
    SOME_TOKEN: secret('environment'),
    HOSTNAME: secret('machine'),
  });
}, 300_000);
afterAll(() => box.remove());

describe('the whole output', () => {
  it('is there', () => {
    expect(ran.stderr).not.toMatch(/^\s+at /m);
    expect(ran.result).toMatchObject({ published: true });
    expect(findWords(dist, ['A good article']).length).toBeGreaterThan(5);
    expect(findWords(dist, ['A good article']).some((place) => place.startsWith('edition.epub/'))).toBe(true);
  });

  it.each([...Object.keys(planted), 'metadata', 'user', 'home', 'environment', 'machine'])(
    'holds nothing of %s',
    (kind) => {
      expect(findWords(dist, [secret(kind)])).toEqual([]);
    },
  );

  it('holds no place on this machine and no name of it', () => {
    const names = [hostname(), userInfo().username].filter((name) => name.length > 6);
    expect(findWords(dist, [box.folder, basename(box.folder), process.cwd(), ...names])).toEqual([]);
  });
});

it('words are found in whatever packs them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bytes-'));
  const text = Buffer.from(`before ${secret('x')} after`);
  const files: Record<string, Uint8Array> = {
    plain: text,
    gzip: gzipSync(text),
    'text.br': brotliCompressSync(text),
    'book.epub': zipSync({ 'a.xhtml': text, 'b.gz': gzipSync(text) }),
    'chunk.png': Buffer.concat([Buffer.from('tEXt'), deflateSync(text)]),
    utf16: Buffer.from(text.toString(), 'utf16le'),
    base64: Buffer.from(text.toString('base64')),
  };
  mkdirSync(join(folder, 'deep'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'deep', name), bytes);
  const found = findWords(folder, [secret('x')]);
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(files))
    expect(
      found.some((place) => place.startsWith(`deep/${name}`)),
      name,
    ).toBe(true);
  expect(found.filter((place) => place.startsWith('deep/book.epub'))).toHaveLength(2);
});
