import { defineMiddleware } from 'astro:middleware';
import type { Live } from './live.ts';
import { site } from '../../site.ts';
import { isOfThePaper } from '../pages/own-pages.ts';
import { withoutPolicy } from '../pages/policy.ts';

/** In development: gives a page its values, as the build does, and no policy. */
export const onRequest = defineMiddleware(async ({ url, locals, routePattern }, next) => {
  const live = (globalThis as { [key: symbol]: unknown })[Symbol.for('broadsheet.live')] as Live;
  const path = decodeURI(url.pathname);
  const found = await live.find(path.startsWith(site.base) ? path.slice(site.base.length - 1) : path);
  if (found.kind === 'page' || found.kind === 'nothing') Object.assign(locals, found.locals);
  const component = `src/pages${routePattern === '/' ? '/index' : routePattern}.astro`;
  const isMissing = found.kind === 'nothing' && isOfThePaper(component);
  if (found.kind === 'nothing' && !isMissing) locals.page = { kind: 'own', component };
  const response = await (isMissing ? next(`${site.base}404/`) : next());
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withoutPolicy(await response.text()), {
    status: isMissing ? 404 : response.status,
    headers: response.headers,
  });
});
