import { createApp } from 'astro/app/entrypoint';

import { DESK_PAGE } from './desk-page.ts';

const app = createApp({ streaming: false });

/** What shows the texts that are pages of their own, whatever pages of the owner's answer such addresses too. */
const TEXTS = 'src/pages/[...page].astro';

/**
 * Renders one page. This module is the entry of the bundle that Astro compiles.
 *
 * @param address absolute address of the page, with the site's base
 * @param locals  what the page shows
 * @returns the page's HTML
 * @throws Error when no route answers, or a component throws
 */
export async function render(address: string, locals: App.Locals): Promise<string> {
  const own =
    locals.page.kind === 'own'
      ? ownRoute(locals.page.component)
      : locals.page.kind === 'text'
        ? routeOf(TEXTS)
        : undefined;
  const response = await app.render(new Request(address), { locals, ...(own && { routeData: own }) });
  const html = await response.text();
  const wanted = locals.page.kind === 'not-found' ? 404 : 200;
  if (response.status !== wanted) throw new Error(`the page ${address} answered ${response.status}`);
  return html;
}

/** What is reported a route, so that its pages are made again when its own code changes. */
export interface CompiledRoute {
  /** Matches the addresses that it answers, below the base. */
  pattern: string;
  /** Its component, below the project's folder: `src/pages/index.astro`. */
  component: string;
  /** The one address that it answers, below the base, with its slashes; null where it answers many. */
  path: string | null;
  /** Styles and scripts that the compiler puts into its pages, as JSON. */
  inlined: string;
}

/**
 * What stands in a page for each script that a component has: the address of its file, or its text. The
 * component's chunk knows the script by its id alone.
 */
export function scripts(): [id: string, what: string][] {
  const { entryModules, inlinedScripts } = app.manifest;
  return [...Object.entries(entryModules), ...inlinedScripts];
}

/** The routes of src/pages, in the order in which they are tried. */
export function routes(): CompiledRoute[] {
  return app.manifest.routes
    .filter(({ routeData }) => routeData.origin === 'project' || routeData.component === DESK_PAGE)
    .map(({ routeData, styles, scripts, links }) => ({
      pattern: routeData.pattern.source,
      component: routeData.component,
      path: routeData.pathname === undefined ? null : withSlash(routeData.pathname, routeData.type),
      inlined: JSON.stringify([styles, scripts, links]),
    }));
}

const withSlash = (path: string, type: string): string => (type === 'page' && !path.endsWith('/') ? `${path}/` : path);

function routeOf(component: string) {
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component)?.routeData;
  if (!route) throw new Error(`${component} was not compiled`);
  return route;
}

/** The route of one of the owner's own pages. */
function ownRoute(component: string) {
  const route = routeOf(component);
  // So Astro hands a page of many addresses the props that its getStaticPaths gives with each.
  if (route.pathname === undefined) route.prerender = true;
  return route;
}

/**
 * The addresses of a page of many: what its `getStaticPaths` says.
 *
 * @returns paths below the base, with their slashes
 * @throws Error where it has none, or names no value for a part of its path
 */
export async function pathsOf(component: string): Promise<string[]> {
  const route = ownRoute(component);
  const module = await app.manifest.pageMap?.get(component)?.();
  const page = (await module?.page()) as { getStaticPaths?: (options: object) => unknown } | undefined;
  if (typeof page?.getStaticPaths !== 'function')
    throw new Error(`${component} has no getStaticPaths: a page with [brackets] in its name says its addresses there`);
  const paths = (await page.getStaticPaths({
    paginate: pagesOf(route.params.includes('...page')),
    routePattern: route.route,
  })) as {
    params: Record<string, string | undefined>;
  }[];
  return paths.flat().map(({ params }) => {
    const parts = route.segments.map((segment) =>
      segment.map(({ content, dynamic }) => (dynamic ? valueOf(params, content, component) : content)).join(''),
    );
    return withSlash(`/${parts.filter(Boolean).join('/')}`, route.type);
  });
}

function valueOf(params: Record<string, string | undefined>, name: string, component: string): string {
  const rest = name.startsWith('...');
  const value = params[rest ? name.slice(3) : name];
  if (value === undefined && !rest) throw new Error(`${component}: getStaticPaths gives no "${name}"`);
  return value ?? '';
}

/**
 * What `getStaticPaths` is handed to cut a list into pages: their addresses alone, as Astro makes the pages itself.
 * Source: docs.astro.build, Routing Reference, `paginate()`.
 */
function pagesOf(hasBareFirst: boolean) {
  return (
    entries: readonly unknown[],
    { pageSize = 10, params = {} }: { pageSize?: number; params?: Record<string, string | undefined> } = {},
  ) =>
    Array.from({ length: Math.max(1, Math.ceil(entries.length / pageSize)) }, (_, index) => ({
      params: { ...params, page: hasBareFirst && index === 0 ? undefined : String(index + 1) },
    }));
}
