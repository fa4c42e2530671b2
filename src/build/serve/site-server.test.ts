import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parts } from '../workers/shared-out.ts';
import { hostileRequests } from '../../tests/hostile-requests.ts';
import { siteServer } from './site-server.ts';

const SECRET = 'nobody asked for this';
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-serve-'));
const site = join(folder, 'site');
const page = '<p>0123456789</p>';
const servers: Server[] = [];

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}
async function serve(options: Partial<Parameters<typeof siteServer>[0]> = {}): Promise<number> {
  const server = siteServer({ folder: site, base: '/', ...options });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** Sends bytes as they are, and reads the answer to its end. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let answer = '';
    socket.setEncoding('latin1').on('data', (data) => (answer += String(data)));
    socket.on('error', () => undefined).on('close', () => done(answer));
    // A request that never comes to its end gets no answer, from any server.
    socket.setTimeout(1_000, () => socket.end());
  });
}
const get = (port: number, path: string, headers = '') =>
  raw(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n${headers}\r\n`);
const status = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

let port = 0;
beforeAll(async () => {
  put('site/index.html', page);
  put('site/404.html', '<p>No such page</p>');
  put('site/a/index.html', page);
  put('site/100% ü.txt', page);
  put('site/.made-by-broadsheet', SECRET);
  put('site/.git/config', SECRET);
  put('site/.well-known/security.txt', 'Contact: mailto:desk@example.org');
  put('secret.txt', SECRET);
  put('outside/index.html', SECRET);
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  symlinkSync(join(folder, 'outside'), join(site, 'out'));
  symlinkSync(join(site, 'loop'), join(site, 'loop'));
  execFileSync('mkfifo', [join(site, 'pipe')]);
  port = await serve();
});
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

describe('the local server', () => {
  it('answers with pages, redirects and what is missing', async () => {
    expect(await get(port, '/')).toContain(page);
    const file = await get(port, '/100%25%20%C3%BC.txt');
    expect(file).toContain('Content-Type: text/plain;charset=utf-8');
    expect(file).toContain('X-Content-Type-Options: nosniff');
    expect(await get(port, '/a?x=1')).toMatch(/^HTTP\/1\.1 301 .*\r\nLocation: \/a\/\?x=1\r\n/);
    expect(await get(port, '/a/?x=1')).toContain(page);
    const missing = await get(port, '/no', 'Range: bytes=0-2\r\n');
    expect([status(missing), missing.includes('No such page')]).toEqual([404, true]);
    expect(status(await raw(port, `POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`))).toBe(405);
    expect(await get(port, '/.well-known/security.txt')).toContain('Contact');
  });

  it('stands below a base', async () => {
    const at = await serve({ base: '/news/' });
    expect(await get(at, '/')).toMatch(/^HTTP\/1\.1 301 .*\r\nLocation: \/news\/\r\n/);
    expect(await get(at, '/news/')).toContain(page);
    expect(status(await get(at, '/a/'))).toBe(404);
  });

  it.each([
    ['bytes=0-3', 206, '<p>0'],
    ['bytes=-5', 206, '9</p>'],
    ['bytes=3-', 206, page.slice(3)],
    ['bytes=3-99999999999999999999', 206, page.slice(3)],
    ['bytes=5-2', 416, ''],
    ['bytes=99999-', 416, ''],
    ['bytes=-0', 416, ''],
    ['bytes=0-1,3-4', 200, page],
    ['lines=1-2', 200, page],
    ['bytes', 200, page],
    ['bytes=a-b', 200, page],
  ])('answers the range %s with %i', async (range, code, body) => {
    const answer = await get(port, '/', `Range: ${range}\r\n`);
    expect(status(answer)).toBe(code);
    if (code === 416) expect(answer).toContain(`Content-Range: bytes */${page.length}`);
    else expect(answer.split('\r\n\r\n')[1]).toBe(body);
    expect(status(await get(port, '/'))).toBe(200);
  });

  it.each([
    '/.made-by-broadsheet',
    '/.git/config',
    '/%2egit/config',
    '/link.txt',
    '/out/',
    '/out/index.html',
    '/loop',
    '/pipe',
  ])('sends no hidden file, and nothing through a link: %s', async (path) => {
    const answer = await get(port, path);
    expect([status(answer), answer.includes(SECRET)]).toEqual([404, false]);
  });

  it.each([
    '/%',
    '/%zz',
    '/%c0%ae',
    '/a%00',
    '//evil.example/a',
    '/../secret.txt',
    '/a/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/a\\b',
    'http://localhost/',
    '*',
    'a',
  ])('calls an address malformed: %s', async (path) => {
    const answer = await get(port, path);
    expect([status(answer), answer.includes(SECRET)]).toEqual([400, false]);
  });

  it('answers to this machine’s names alone', async () => {
    const open = await serve({ network: true });
    const ask = async (at: number, host: string) =>
      status(await raw(at, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
    for (const host of ['localhost', 'LOCALHOST:80', 'news.localhost', '127.0.0.1:4321', '127.9.9.9', '[::1]:80'])
      expect([host, await ask(port, host), await ask(open, host)]).toEqual([host, 200, 200]);
    for (const host of ['192.168.1.9:4321', '[fe80::1]', hostname(), `${hostname()}.local:1`])
      expect([host, await ask(port, host), await ask(open, host)]).toEqual([host, 403, 200]);
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'localhost@evil.example',
      '',
    ])
      expect([host, await ask(port, host), await ask(open, host)]).toEqual([host, 403, 403]);
  });

  it('outlives hundreds of requests that no browser sends', { timeout: 60_000 }, async () => {
    const check = async (bytes: string) => {
      const answer = await raw(port, bytes);
      expect(answer, JSON.stringify(bytes)).not.toContain(SECRET);
      expect(answer, JSON.stringify(bytes)).not.toMatch(/^\s+at .*\.[jt]s:\d/m);
      if (answer !== '') expect(answer, JSON.stringify(bytes)).toMatch(/^HTTP\/1\.1 [1-4]\d\d /);
    };
    for (const some of parts(hostileRequests(400, 20261125), 25)) await Promise.all(some.map(check));
    expect(await get(port, '/')).toContain(page);
  });
});
