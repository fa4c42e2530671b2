/** Bytes that a server may be sent by who wants to end it or to read what isn't its to send. */

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'G', '', 'GET\t', 'PRI'];
const hosts = [
  'localhost',
  '127.0.0.1',
  'evil.example',
  '',
  'localhost\r\nHost: evil.example',
  '[::1',
  'a'.repeat(9000),
];
const pieces = [
  ...['..', '.', '%2e%2e', '%2E.', '..%2f', '..%5c', '..\\', '%252e%252e', '%c0%ae%c0%ae', '%ff', '%', '%0', '%00'],
  ...['a', 'index.html', '.git', 'config', 'out', 'link.txt', 'pipe', 'loop', 'secret.txt', '404.html', ''],
  ...[
    '?',
    '#',
    ';',
    '@',
    ':',
    '//',
    '\\',
    '\x01',
    '\x7f',
    'ü',
    '%F0%9F%97%9E',
    'con',
    'a'.repeat(300),
    'a/'.repeat(2000),
  ],
  ...['__proto__', 'constructor', '%0d%0aSet-Cookie:x=1', 'etc/passwd', 'proc/self/environ'],
];
const ranges = ['bytes=5-2', 'bytes=-', 'bytes=--1', 'bytes=-1-', 'bytes=0-0,0-0', `bytes=${'0-1,'.repeat(500)}0-1`];
const more = ['bytes=NaN-', 'bytes=1e9-', 'bytes= 1 - 2', 'bytes=\x00', '-1', 'bytes=9007199254740993-', 'items=0-'];
const headers: ((next: (below: number) => number) => string)[] = [
  (next) => `Range: ${[...ranges, ...more][next(ranges.length + more.length)]}\r\n`,
  () => 'If-None-Match: *\r\n',
  () => 'If-Modified-Since: yesterday\r\n',
  () => 'If-Range: "x"\r\nRange: bytes=3-1\r\n',
  () => 'Content-Length: -1\r\n',
  () => 'Content-Length: 5\r\nContent-Length: 6\r\n',
  () => 'Transfer-Encoding: chunked\r\n',
  () => 'Upgrade: websocket\r\nConnection: Upgrade\r\n',
  () => 'Expect: 100-continue\r\n',
  () => 'Expect: the unexpected\r\n',
  () => `Cookie: ${'c'.repeat(20_000)}\r\n`,
  () => ': nothing\r\n',
  () => ' folded\r\n',
  () => 'X\x00Y: z\r\n',
  (next) => 'X: y\r\n'.repeat(next(3000)),
];
const versions = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'http/1.1', '', 'HTTP/1.1 x'];

/**
 * @param seed decides them all: the same one gives the same requests
 * @returns requests as bytes (Latin-1), most of them well-formed enough to reach the server's own code
 */
export function hostileRequests(count: number, seed: number): string[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const one = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item;
  return Array.from({ length: count }, (_, index) => {
    const path = `/${Array.from({ length: 1 + next(5) }, () => one(pieces)).join(next(4) === 0 ? '' : '/')}`;
    const lines = Array.from({ length: next(3) }, () => one(headers)(next)).join('');
    // Every tenth may be anything; the others reach the files.
    const odd = index % 10 === 0;
    const method = odd ? one(methods) : one(methods.slice(0, 2));
    const host = odd ? one(hosts) : one(hosts.slice(0, 2));
    const target = odd && next(3) === 0 ? path.slice(1) : path;
    const version = odd ? one(versions) : 'HTTP/1.1';
    return `${method} ${target} ${version}\r\nHost: ${host}\r\nConnection: close\r\n${lines}\r\n${odd ? 'body\0' : ''}`;
  });
}
