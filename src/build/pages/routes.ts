import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyOf, sha256 } from '../cache/digest.ts';
import { root } from '../cache/folders.ts';
import { readCompiledModules, type CompiledModules } from './compiled-modules.ts';

/**
 * The code of each route: the chunks that its component is compiled into, and the styles and scripts
 * that are put into its pages. An edit of one component so makes again the pages that use it, and no others.
 */
export type RouteKeys = {
  pattern: string;
  /** Below the project's folder. */
  component: string;
  /** The one address that it answers, below the base; null where it answers many. */
  path: string | null;
  /** Whether it may ask for all articles. */
  asks: boolean;
  key: string;
}[];

/** What a page imports that asks for articles. */
const COLLECTION = 'src/build/pages/articles-collection.ts';

/**
 * @param pageBundle a compiled page bundle
 * @param common     key of the code that every page goes through
 */
export async function routeKeys(pageBundle: string, common: string): Promise<RouteKeys> {
  const server = join(pageBundle, 'server');
  const { routes, scripts } = (await import(
    pathToFileURL(join(server, 'entry.mjs')).href
  )) as typeof import('./render-page.ts');
  const { chunks } = readCompiledModules(pageBundle);
  const known = scripts().map(([id, what]) => ({ id: id.replaceAll(root, '/'), component: componentOf(id), what }));
  return routes().map(({ pattern, component, path, inlined }) => {
    const start = Object.keys(chunks).find((path) => chunks[path]?.modules.includes(component));
    if (start === undefined) throw new Error(`the compiled route ${pattern} has no chunk of its own`);
    const used = chunksFrom(start, chunks);
    const modules = new Set(used.flatMap((path) => chunks[path]?.modules ?? []));
    const ofRoute = known.flatMap(({ id, component, what }) => (modules.has(component) ? [[id, what]] : []));
    return {
      pattern,
      component,
      path,
      asks: modules.has(COLLECTION),
      key: keyOf(common, inlined, JSON.stringify(ofRoute.sort()), ...used.map((path) => chunkHash(join(server, path)))),
    };
  });
}

/** The component that a script stands in: the script's id is the component's path, then a question mark. */
const componentOf = (id: string): string => id.replace(/\?.*$/s, '').replace(root, '');

/** A route with its pattern ready to be asked ten thousand times. */
export interface Route {
  pattern: RegExp;
  component: string;
  key: string;
}

export const compiled = (routes: RouteKeys): Route[] =>
  routes.map(({ pattern, component, key }) => ({ pattern: new RegExp(pattern), component, key }));

/**
 * The key of the route that answers a page's file.
 *
 * @param component the one that is meant, where it is known
 */
export function routeKey(routes: readonly Route[], path: string, component: string | null): string {
  const address = `/${path.replace(/(^|\/)index\.html$/, '$1').replace(/^404\.html$/, '404/')}`;
  const route = routes.find((each) => (component === null ? each.pattern.test(address) : each.component === component));
  if (!route) throw new Error(`no page of src/pages answers ${address}`);
  return route.key;
}

/** A chunk and those that it imports, in a fixed order. What isn't a chunk is a part of Node. */
function chunksFrom(start: string, chunks: CompiledModules['chunks']): string[] {
  const seen = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const chunk = chunks[path];
    if (!chunk || seen.has(path)) continue;
    seen.add(path);
    open.push(...chunk.imports);
  }
  return [...seen].sort();
}

/** A chunk's hash, without where the project stands on this machine. */
const chunkHash = (path: string): string => sha256(readFileSync(path, 'utf8').replaceAll(root, '/'));
