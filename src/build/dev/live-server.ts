import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import { root } from '../cache/folders.ts';
import { contentFolder } from '../articles/content-folder.ts';
import { site } from '../../site.ts';
import { asked } from './asked.ts';
import { keepFromDesk } from './desk-keep.ts';
import { theLive, type Found } from './live.ts';

/** Types of what is not a page, by the ending of its path. */
const types: Record<string, string> = {
  json: 'application/json;charset=utf-8',
  xml: 'application/xml;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  html: 'text/html;charset=utf-8',
  webp: 'image/webp',
  png: 'image/png',
  svg: 'image/svg+xml',
  epub: 'application/epub+zip',
};

/** A person saves several files at once: they are read together, this many milliseconds after the last. */
const QUIET = 80;

/**
 * Development: answers what is not a page, watches the content folder, and tells mistakes in the terminal.
 * Pages go on to Astro, whose middleware gives them their values.
 *
 * @param tell writes to the terminal
 */
export function serveLive(server: ViteDevServer, tell: (text: string) => void): void {
  const live = theLive();
  const content = contentFolder();
  const reload = async () => {
    try {
      for (const problem of await live.reload()) tell(String(problem));
    } catch (error) {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    server.ws.send({ type: 'full-reload' });
  };
  /** What has changed, below the project's folder; null for a file of the content folder. */
  const changed = new Set<string | null>();
  /** Code that reads articles reads them anew. Of the pages' code Astro takes care. */
  const bringUp = async () => {
    const paths = [...changed];
    changed.clear();
    let isOld = paths.includes(null);
    for (const path of paths) if (path !== null && (await live.renew(path).catch(() => true))) isOld = true;
    if (isOld) await reload();
  };
  void reload();

  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(content);
  server.watcher.on('all', (_event, file) => {
    const path = relative(root, file).split(sep).join('/');
    const isContent = file.startsWith(content + sep);
    if (path === 'src/site.ts') tell('the settings have changed: stop this and start it again to see them');
    if (!isContent && !/^src\/.+(?<!\.test)\.ts$/.test(path)) return;
    changed.add(isContent ? null : path);
    clearTimeout(timer);
    timer = setTimeout(() => void bringUp(), QUIET);
  });
  server.httpServer?.once('close', () => void live.close());

  // Before Vite's own: its file server ends at `Range: bytes=5-2`, and nobody needs parts of files while they write.
  server.middlewares.stack.unshift({
    route: '',
    handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      delete request.headers.range;
      if (asked(request.url ?? '') !== null) return next();
      response.writeHead(400, { 'Content-Type': 'text/plain;charset=utf-8' }).end('the address is malformed\n');
    },
  });
  server.middlewares.use((request, response, next) => {
    const path = siteAddress(request.originalUrl ?? request.url ?? '/');
    if (path === null) return next();
    if (path === '/desk/keep.txt' && site.desk !== 'off')
      return void keepFromDesk(request, response, content, live.deskToken);
    const answer = (found: Found) => {
      if (found.kind === 'file') {
        response.setHeader('Content-Type', types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
        response.end(found.content);
      } else if (found.kind === 'mistakes') {
        // Plain text that asks again by itself: the page shows as soon as its file is mended.
        response.writeHead(500, { 'Content-Type': 'text/plain;charset=utf-8', Refresh: '1' });
        response.end(`${found.problems.map(String).join('\n')}\n`);
      } else next();
    };
    live.find(path).then(answer, next);
  });
}

/** The path below the base; null where it is Vite's own business. */
function siteAddress(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (!path.startsWith(site.base) || /^\/(?:@|src\/|node_modules\/)/.test(path)) return null;
    return path.slice(site.base.length - 1);
  } catch {
    return null;
  }
}
