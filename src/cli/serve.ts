import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import sirv from 'sirv';

/** Text says how it is encoded: without that a browser may guess otherwise. */
const types: Record<string, string> = {
  html: 'text/html;charset=utf-8',
  css: 'text/css;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  json: 'application/json;charset=utf-8',
  xml: 'application/xml;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  webmanifest: 'application/manifest+json;charset=utf-8',
};

/**
 * Serves a built site as a host would: `index.html` for a folder, a redirect to the slash at its end, and
 * `404.html` with status 404. Files are looked up at each request, so that a new edition shows at once.
 *
 * @param folder the built site
 * @param base   path under which it stands, with both slashes
 */
export function siteServer(folder: string, base: string): Server {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    extensions: [],
    onNoMatch: (_request, response) => missing(response, folder),
    setHeaders: (response, path) => {
      const type = types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
      if (type !== undefined) response.setHeader('Content-Type', type);
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
  return createServer((request, response) => {
    const { pathname, search } = address(request);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    if (!pathname.startsWith(base)) {
      return pathname === '/' ? redirect(response, base) : missing(response, folder);
    }
    const below = pathname.slice(base.length - 1);
    if (!below.endsWith('/') && isFolder(folder, below)) return redirect(response, `${pathname}/${search}`);
    request.url = (below.endsWith('/') ? `${below}index.html` : below) + search;
    return files(request, response);
  });
}

function address(request: IncomingMessage): { pathname: string; search: string } {
  try {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    return { pathname: pathname.replace(/^\/{2,}/, '/'), search };
  } catch {
    return { pathname: '/', search: '' };
  }
}

function isFolder(folder: string, path: string): boolean {
  try {
    const file = join(folder, decodeURIComponent(path));
    return file.startsWith(folder + sep) && statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to }).end();
}

function missing(response: ServerResponse, folder: string): void {
  const page = createReadStream(join(folder, '404.html'));
  page.on('error', () => response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' }).end('Not found'));
  page.on('open', () => {
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
    page.pipe(response);
  });
}
