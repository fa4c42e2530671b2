import { defineMiddleware } from 'astro:middleware';
import type { Live } from './live.ts';
import { site } from '../../site.ts';
import { withoutPolicy } from '../pages/policy.ts';

/** In development: gives a page its values, as the build does, and no policy. */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  const live = (globalThis as { [key: symbol]: unknown })[Symbol.for('broadsheet.live')] as Live;
  const path = decodeURI(url.pathname);
  const found = await live.find(path.startsWith(site.base) ? path.slice(site.base.length - 1) : path);
  if (found.kind === 'page' || found.kind === 'nothing') Object.assign(locals, found.locals);
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withoutPolicy(await response.text()), response);
});
