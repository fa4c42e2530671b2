import { realpathSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join, sep } from 'node:path';
import send from 'send';
import { asked } from '../dev/asked.ts';

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

export interface Serving {
  /** The built site. */
  folder: string;
  /** Path under which it stands, with both slashes. */
  base: string;
  /** Whether other machines of the network may ask too; else this one alone. */
  network?: boolean;
}

/**
 * Serves a built site as a host would: `index.html` for a folder, a redirect to the slash at its end, and
 * `404.html` with status 404. Files are looked up at each request, so that a new edition shows at once. Only what
 * stands in the folder itself is sent: no hidden file, nothing through a link that leads out.
 */
export function siteServer({ folder, base, network = false }: Serving): Server {
  return createServer((request, response) => {
    // A page of somebody else's may have its own name lead to this machine, and read what it answers (DNS rebinding).
    if (!mayAsk(request.headers.host, network))
      return tell(response, 403, `this server answers to ${network ? "this machine's names" : 'localhost'} alone`);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return tell(response, 405, 'only GET and HEAD are answered');
    }
    const address = asked(request.url ?? '');
    if (address === null) return tell(response, 400, 'the address is malformed');
    const { path, search } = address;
    const missing = () => {
      delete request.headers.range;
      sent(request, response, folder, '/404.html', 404, () => tell(response, 404, 'not found'));
    };
    if (!path.startsWith(base)) return path === '/' ? redirect(response, base) : missing();
    const below = path.slice(base.length - 1);
    const place = placeOf(folder, decodeURIComponent(below));
    if (place === null) return missing();
    if (place === 'folder' && !below.endsWith('/')) return redirect(response, `${path}/${search}`);
    sent(request, response, folder, below.endsWith('/') ? `${below}index.html` : below, 200, missing);
  });
}

/** Whether a request's Host header names this machine. */
function mayAsk(host: string | undefined, network: boolean): boolean {
  const name = /^(.*?)(?::\d*)?$/.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const address = name.replace(/^\[(.*)\]$/, '$1');
  if (address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)) return true;
  const own = hostname().toLowerCase();
  return network && (isIP(address) !== 0 || name === own || name === `${own}.local`);
}

/** Hidden files are nobody's business, but for this folder, which is made to be asked for (RFC 8615). */
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') && part !== '.well-known');

/** @returns what a path below the site is, `null` where nothing that may be sent stands there */
function placeOf(folder: string, path: string): 'file' | 'folder' | null {
  if (isHidden(path)) return null;
  try {
    const top = realpathSync(folder);
    const place = realpathSync(join(top, path, path.endsWith('/') ? 'index.html' : ''));
    if (!place.startsWith(top + sep)) return null;
    const about = statSync(place);
    return about.isDirectory() ? 'folder' : about.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}

/** Sends a file of the site, ranges and "not modified" included. */
function sent(
  request: Parameters<typeof send>[0],
  response: ServerResponse,
  folder: string,
  path: string,
  status: number,
  missing: () => void,
): void {
  response.statusCode = status;
  send(request, path, { root: folder, index: false, dotfiles: 'allow', cacheControl: false })
    .on('error', (error: { status?: number; headers?: Record<string, string> }) => {
      if (error.status === 404) return missing();
      for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value);
      tell(
        response,
        error.status ?? 500,
        error.status === 416 ? 'there is no such part of the file' : 'the file can’t be read',
      );
    })
    .on('directory', missing)
    .on('headers', (to: ServerResponse, file: string) => {
      const type = types[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
      if (type !== undefined) to.setHeader('Content-Type', type);
      to.setHeader('X-Content-Type-Options', 'nosniff');
    })
    .pipe(response);
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to }).end();
}

function tell(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
}
