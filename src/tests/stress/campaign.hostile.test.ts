import { lstatSync, mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { createConnection, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { siteServer } from '../../build/serve/site-server.ts';
import { parts } from '../../build/workers/shared-out.ts';
import { filesBelow } from '../../build/folders/mark.ts';
import { findWords } from '../every-byte.ts';
import { note } from '../figures.ts';
import { hostileRequests } from '../hostile-requests.ts';
import { Draw, kindNames, writeHostileFolder } from './hostile-folders.ts';
import { Sandbox } from './sandbox.ts';

/** Content folders, and requests to the site that is made of the last one. BROADSHEET_CAMPAIGN names others: `80-120`. */
const [FROM = 0, TO = 220] = (process.env['BROADSHEET_CAMPAIGN'] ?? '0-220').split('-').map(Number);
const REQUESTS = 2_000;
/** Milliseconds after which a build counts as one that hangs. */
const HANGS = 30_000;
const SECRET = 'ZqNotForAnyoneXv';

let box: Sandbox;
beforeAll(async () => {
  box = new Sandbox(0);
  box.write('content/articles/good.md', '---\nheadline: Good\npublished: 2024-01-03\n---\n\nText.\n');
  expect((await box.build()).code).toBe(0);
});
afterAll(() => box.remove());

/** Every file with its kind, size and time, no link followed: what a build may not touch. */
const look = (folder: string): string[] =>
  filesBelow(folder)
    .map((name) => {
      const path = join(folder, name);
      const about = lstatSync(path, { throwIfNoEntry: false });
      return `${path} ${about?.mode} ${about?.size} ${about?.mtimeMs} ${about?.isSymbolicLink() ? readlinkSync(path) : ''}`;
    })
    .sort();

it('no content folder takes the build down', { timeout: 7_200_000 }, async () => {
  const wrong: string[] = [];
  const seen = { down: 0, hangs: 0, stacks: 0, lost: 0, secrets: 0, published: 0 };
  for (let index = FROM; index < TO; index += 1) {
    // Each folder is drawn for itself, so that one can be built again alone.
    const draw = new Draw(Math.imul(index + 1, 2654435761));
    const content = join(box.folder, `hostile-${index}`);
    mkdirSync(join(content, 'articles'), { recursive: true });
    const what = writeHostileFolder(content, draw, kindNames[index % kindNames.length] ?? '');
    box.write(`hostile-${index}/articles/draft.md`, `---\nheadline: ${SECRET}\ndraft: true\n---\n\n${SECRET}\n`);
    const before = look(content);
    const ran = await box.build(['--keep-going'], { BROADSHEET_CONTENT: content }, HANGS);
    const tell = (kind: keyof typeof seen, more: string) => {
      seen[kind] += 1;
      wrong.push(`folder ${index} (${what.join(', ')}): ${kind}: ${more}`);
    };
    if (ran.signal) tell('hangs', ran.signal);
    else if (ran.result === null && ran.code !== 2) tell('down', ran.stderr.slice(0, 500));
    else if (ran.result === null) tell('down', `refused: ${ran.stderr.slice(0, 500)}`);
    else if (ran.result.published) seen.published += 1;
    else tell('down', `nothing was published: ${ran.stderr.slice(0, 500)}`);
    if (/^\s+at .*[:(]|panicked/m.test(ran.stderr)) tell('stacks', ran.stderr.slice(0, 500));
    if (JSON.stringify(look(content)) !== JSON.stringify(before)) tell('lost', 'the content folder was touched');
    const found = findWords(join(box.folder, 'dist'), [SECRET]);
    if (found.length > 0) tell('secrets', found.slice(0, 3).join(', '));
    rmSync(content, { recursive: true, force: true });
  }
  note(inject('figures'), 'hostile content folders built', TO - FROM);
  note(inject('figures'), '  published without what is hostile', seen.published);
  note(
    inject('figures'),
    '  builds down, hangs, stack traces, files lost, secrets found',
    [seen.down, seen.hangs, seen.stacks, seen.lost, seen.secrets].join(', '),
  );
  expect(wrong).toEqual([]);
});

it('no request takes the local server down', { timeout: 600_000 }, async () => {
  const server = siteServer({ folder: join(box.folder, 'dist'), base: '/' });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const ask = (bytes: string) =>
    new Promise<string>((done) => {
      let answer = '';
      const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
      socket.setEncoding('latin1').on('data', (data) => (answer += String(data)));
      socket.on('error', () => undefined).on('close', () => done(answer));
      socket.setTimeout(1_000, () => socket.destroy());
    });
  const failed: string[] = [];
  for (const some of parts(hostileRequests(REQUESTS, 7), 50))
    for (const answer of await Promise.all(some.map(ask)))
      if (/^HTTP\/1\.1 5|^\s+at .*:\d|root:x:0/m.test(answer.slice(0, 2_000))) failed.push(answer.slice(0, 300));
  const after = await ask('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  server.close().closeAllConnections();
  note(inject('figures'), 'hostile requests to the local server', REQUESTS);
  note(inject('figures'), '  that ended it, failed or read what is not the site’s', failed.length);
  expect(failed).toEqual([]);
  expect(after).toMatch(/^HTTP\/1\.1 200 /);
});
