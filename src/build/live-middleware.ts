import { defineMiddleware } from 'astro:middleware';
import type { Live } from './live.ts';
import { site } from '../site.ts';

/** In development: gives a page its values, as the build does. */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  const live = (globalThis as { [key: symbol]: unknown })[Symbol.for('broadsheet.live')] as Live;
  const path = decodeURI(url.pathname);
  const found = await live.find(path.startsWith(site.base) ? path.slice(site.base.length - 1) : path);
  if (found.kind === 'page' || found.kind === 'nothing') Object.assign(locals, found.locals);
  return next();
});
