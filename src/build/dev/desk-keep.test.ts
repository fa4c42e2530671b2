import { mkdtemp, readFile, rm, symlink, mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFromDesk } from './desk-keep.ts';

const token = 'a token of the test';
let content: string;
let server: Server;
let url: string;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'broadsheet-desk-'));
  server = createServer((request, response) => void keepFromDesk(request, response, content, token));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(content, { recursive: true });
});

function form(name: string, text = '# A lock opens\n', picture?: string): FormData {
  const body = new FormData();
  body.set('article', new File([text], name));
  if (picture !== undefined) body.append('picture', new File(['bytes'], picture));
  return body;
}
const keep = (body: FormData, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers: { Origin: url, 'Desk-Token': token, ...headers } });

describe('what the desk keeps in development', () => {
  it('is written into the content folder, its pictures beside it', async () => {
    const response = await keep(form('lock.md', '# Lock\n', 'lock.jpg'));
    expect([response.status, (await response.text()).trim()]).toEqual([200, 'lock.md']);
    expect(await readFile(join(content, 'lock.md'), 'utf8')).toBe('# Lock\n');
    expect(await readFile(join(content, 'lock.jpg'), 'utf8')).toBe('bytes');
  });

  it('takes no file’s place unasked', async () => {
    await keep(form('twice.md', 'one'));
    expect((await keep(form('twice.md', 'two'))).status).toBe(409);
    expect(await readFile(join(content, 'twice.md'), 'utf8')).toBe('one');
    expect((await keep(form('twice.md', 'two'), { 'Desk-Replace': 'yes' })).status).toBe(200);
    expect(await readFile(join(content, 'twice.md'), 'utf8')).toBe('two');
  });

  it.each(['../out.md', 'a/b.md', '.hidden.md', 'con.md', 'a\\b.md', 'a.txt', 'a.md.', `${'x'.repeat(300)}.md`])(
    'has no name such as %s',
    async (name) => {
      expect((await keep(form(name))).status).toBe(400);
    },
  );

  it('never follows a link out of the folder', async () => {
    await mkdir(join(content, 'deep'));
    await symlink(join(tmpdir(), 'broadsheet-desk-nowhere'), join(content, 'link.md'));
    expect((await keep(form('link.md'))).status).not.toBe(200);
    expect((await keep(form('link.md'), { 'Desk-Replace': 'yes' })).status).not.toBe(200);
  });

  it.each([
    ['another origin', { Origin: 'https://elsewhere.example' }],
    ['no token', { 'Desk-Token': '' }],
    ['another token', { 'Desk-Token': 'another token here!' }],
  ])('is not asked for by a page with %s', async (_, headers) => {
    expect((await keep(form('no.md'), headers)).status).toBe(403);
  });
});
