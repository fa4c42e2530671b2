import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyOf, sha256 } from '../cache/digest.ts';
import { root } from '../cache/folders.ts';

/**
 * The code of each route: the chunks that its component is compiled into, and the styles and scripts
 * that are put into its pages. An edit of one component so makes again the pages that use it, and no others.
 */
export type RouteKeys = { pattern: string; key: string }[];

/**
 * @param pageBundle a compiled page bundle
 * @param common key of the code that every page goes through
 */
export async function routeKeys(pageBundle: string, common: string): Promise<RouteKeys> {
  const server = join(pageBundle, 'server');
  const { routes, scripts } = (await import(
    pathToFileURL(join(server, 'entry.mjs')).href
  )) as typeof import('./render-page.ts');
  const known = scripts();
  return routes().map(({ pattern, chunk, inlined }) => {
    // The table of routes is in the entry, or in a chunk: the path is relative to the one or the other.
    const file = [resolve(server, chunk), resolve(server, 'chunks', chunk)].find(
      (path) => chunk !== '' && existsSync(path),
    );
    if (file === undefined) throw new Error(`the compiled route ${pattern} has no chunk of its own`);
    const chunks = chunksFrom(file);
    const texts = chunks.map((path) => readFileSync(path, 'utf8'));
    const used = known
      .filter(([id]) => texts.some((text) => text.includes(id)))
      .map(([id, what]) => [id.replaceAll(root, '/'), what]);
    return {
      pattern,
      key: keyOf(common, inlined, JSON.stringify(used.sort()), ...chunks.map((path) => chunkHash(path))),
    };
  });
}

/** A route with its pattern ready to be asked ten thousand times. */
export interface Route {
  pattern: RegExp;
  key: string;
}

export const compiled = (routes: RouteKeys): Route[] =>
  routes.map(({ pattern, key }) => ({ pattern: new RegExp(pattern), key }));

/** The key of the route that answers a page's file. */
export function routeKey(routes: readonly Route[], path: string): string {
  const address = `/${path.replace(/(^|\/)index\.html$/, '$1').replace(/^404\.html$/, '404/')}`;
  const route = routes.find(({ pattern }) => pattern.test(address));
  if (!route) throw new Error(`no page of src/pages answers ${address}`);
  return route.key;
}

/** A chunk and those that it imports, in a fixed order. */
function chunksFrom(file: string): string[] {
  const seen = new Set<string>();
  const open = [file];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const text = readFileSync(at, 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)) {
      const chunk = resolve(dirname(at), path);
      // The packages' own comments name files too.
      if (existsSync(chunk)) open.push(chunk);
    }
  }
  return [...seen].sort();
}

/** A chunk's hash, without where the project stands on this machine. */
const chunkHash = (path: string): string => sha256(readFileSync(path, 'utf8').replaceAll(root, '/'));
