import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
};

export interface Served {
  /** Without a slash at its end. */
  url: string;
  close(): Promise<void>;
  /** Answers at this path in place of the folder, until it is set to null. */
  answer(path: string, status: number, body: string, type?: string): void;
  /** The folder's own answer again. */
  restore(path: string): void;
}

/**
 * Serves a folder as a plain static host does: `/x/` is `x/index.html`, what isn't there is `404.html`. On a free port.
 *
 * @param headers what the host adds to the answer for a path
 */
export async function serveFolder(
  folder: string,
  headers: (path: string) => Record<string, string> = () => ({}),
): Promise<Served> {
  const instead = new Map<string, { status: number; body: string; type: string }>();

  const respond = async (address: string, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(address, 'http://x').pathname);
    const other = instead.get(path);
    if (other)
      return void response
        .writeHead(other.status, { 'content-type': other.type, 'cache-control': 'no-cache' })
        .end(other.body);
    const name = normalize(path).replace(/\/$/, '/index.html');
    try {
      const body = await readFile(join(folder, name));
      response
        .writeHead(200, {
          'content-type': types[extname(name)] ?? 'application/octet-stream',
          'cache-control': 'no-cache',
          ...headers(path),
        })
        .end(body);
    } catch {
      const body = await readFile(join(folder, '404.html')).catch(() => 'not found');
      response.writeHead(404, { 'content-type': types['.html'], ...headers(path) }).end(body);
    }
  };

  const server = createServer((request, response) => {
    respond(request.url ?? '/', response).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answer: (path, status, body, type = 'text/html; charset=utf-8') => void instead.set(path, { status, body, type }),
    restore: (path) => void instead.delete(path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
