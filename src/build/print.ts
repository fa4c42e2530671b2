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
export async function print(address: string, locals: App.Locals): Promise<string> {
  const response = await app.render(new Request(address), { locals: locals });
  const html = await response.text();
  const wanted = locals.page.kind === 'not-found' ? 404 : 200;
  if (response.status !== wanted) throw new Error(`the page ${address} answered ${response.status}`);
  return html;
}
