import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/**
 * Renders one page. This module is the entry of the bundle that Astro compiles.
 *
 * @param address absolute address of the page, with the site's base
 * @param locals  what the page shows
 * @returns the page's HTML
 * @throws Error when no route answers, or a component throws
 */
export async function render(address: string, locals: App.Locals): Promise<string> {
  const response = await app.render(new Request(address), { locals: locals });
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
    .filter(({ routeData }) => routeData.origin === 'project')
    .map(({ routeData, styles, scripts, links }) => ({
      pattern: routeData.pattern.source,
      component: routeData.component,
      inlined: JSON.stringify([styles, scripts, links]),
    }));
}
