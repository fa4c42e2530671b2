import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { PrecacheController } from 'workbox-precaching';
import { Router, Route } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { isArticlePath } from '../article/article-path.ts';
import { edition } from './edition.ts';
import { articleStores, storeBounds, storeNames } from './names.ts';
import { dropFormer, fetchNewest, matchNewest } from './newest.ts';
import { cacheSaved, matchSaved } from './saved.ts';
import { takeShared } from './shared.ts';

/**
 * The service worker. Pages come from the network first, so that it can never hold a reader back at an old
 * edition or lock them out: it speaks up when the network does not answer. A new worker takes over at once;
 * one that does not install is thrown away by the browser, and pages go on coming from the network.
 */

const scope = self as unknown as ServiceWorkerGlobalScope;
const names = storeNames(edition.base);
const day = 24 * 60 * 60;

const shell = new PrecacheController({ cacheName: names.shell });
shell.addToCacheList(edition.shell.map(({ url, revision }) => ({ url, revision })));

scope.addEventListener('install', (event) => {
  void scope.skipWaiting();
  shell.install(event);
  event.waitUntil(fetchNewest());
});

scope.addEventListener('activate', (event) => {
  shell.activate(event);
  event.waitUntil(Promise.all([dropFormer(), dropStrangers(), preloadPages(), scope.clients.claim()]));
});

/** Stores of former versions of this worker. */
async function dropStrangers(): Promise<void> {
  const own = new Set<string>(Object.values(names));
  const strangers = (await caches.keys()).filter((name) => name.startsWith(names.prefix) && !own.has(name));
  await Promise.all(strangers.map((name) => caches.delete(name)));
}

/** The browser asks for a page while the worker starts, not after. */
async function preloadPages(): Promise<void> {
  await scope.registration.navigationPreload?.enable().catch(() => undefined);
}

/** The address as it is kept: what follows `?` changes nothing in a static page. */
const plain = (request: Request): string => {
  const url = new URL(request.url);
  return url.origin + url.pathname;
};

/** Whatever is kept of a page. */
async function kept(address: string): Promise<Response | undefined> {
  const url = new URL(address);
  for (const name of [names.read, names.lists]) {
    const found = await (await caches.open(name)).match(plain(new Request(url)), { ignoreVary: true });
    if (found) return found;
  }
  return (await matchSaved(url)) ?? (await matchNewest(url)) ?? (await shell.matchPrecache(url.origin + url.pathname));
}

/** An article that was taken down is not to be had from the store either. */
async function forget(address: string): Promise<void> {
  const url = new URL(address);
  for (const name of articleStores) {
    const store = await caches.open(names[name]);
    await store.delete(plain(new Request(url)), { ignoreSearch: true, ignoreVary: true });
  }
  const path = `/${url.pathname.slice(edition.base.length)}`;
  for (const client of await scope.clients.matchAll({ type: 'window' })) client.postMessage({ gone: path });
}

/** Bounds a store: by number, by age, and given up first where the device has no room. */
const bound = (maxEntries: number, days: number): WorkboxPlugin =>
  new ExpirationPlugin({ maxEntries, maxAgeSeconds: days * day, purgeOnQuotaError: true }) as WorkboxPlugin;

const pagePlugin = {
  cacheKeyWillBeUsed: async ({ request }: { request: Request }) => plain(request),
  // Asked of every answer of the network, also of one that came too late to be shown.
  cacheWillUpdate: async ({ request, response }: { request: Request; response: Response }) => {
    if (response.status === 404 || response.status === 410) await forget(request.url);
    return response.status === 200 && !response.redirected ? response : null;
  },
  cachedResponseWillBeUsed: async ({ request, cachedResponse }: { request: Request; cachedResponse?: Response }) =>
    cachedResponse ?? (await kept(request.url)),
};

const pages = (cacheName: string, maxEntries: number): NetworkFirst =>
  new NetworkFirst({
    cacheName,
    networkTimeoutSeconds: 4,
    matchOptions: { ignoreVary: true },
    plugins: [pagePlugin, bound(maxEntries, 60)],
  });
const articles = pages(names.read, storeBounds.read);
const lists = pages(names.lists, storeBounds.lists);

// Pictures and parts are named by their content: what is kept is what is there.
const pictures = new CacheFirst({
  cacheName: names.pictures,
  plugins: [
    {
      cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null),
      handlerDidError: async ({ request }) => matchSaved(new URL(request.url)),
    },
    bound(storeBounds.pictures, 30),
  ],
});
const parts = new CacheFirst({
  cacheName: names.parts,
  plugins: [bound(storeBounds.parts, 60)],
});

// So is the search index, but for the list of its folders.
const ofIndex = {
  cacheName: names.search,
  matchOptions: { ignoreSearch: true },
  plugins: [bound(storeBounds.search, 60)],
};
const index = new CacheFirst(ofIndex);
const listOfIndex = new NetworkFirst({ ...ofIndex, networkTimeoutSeconds: 4 });

const below = (folder: string): string => `${edition.base}${folder}/`;
const isOwn = (url: URL): boolean => url.origin === scope.location.origin && url.pathname.startsWith(edition.base);

const router = new Router();

router.registerRoute(
  new Route(
    ({ request, url }) => request.mode === 'navigate' && isOwn(url) && request.destination !== 'object',
    async ({ event, request, url }) => {
      const isArticle = isArticlePath(`/${url.pathname.slice(edition.base.length)}`);
      try {
        const response = await (isArticle ? articles : lists).handle({ event, request });
        // A server in trouble is no better than none, where there is a copy.
        return response.status >= 500 ? ((await kept(request.url)) ?? response) : response;
      } catch {
        return (await kept(request.url)) ?? (await sayOffline());
      }
    },
  ),
);

router.registerRoute(
  new Route(
    ({ request, url }) => isOwn(url) && request.mode !== 'navigate' && shell.getCacheKeyForURL(url.href) !== undefined,
    async ({ request }) => (await shell.matchPrecache(request)) ?? fetch(request),
  ),
);
router.registerRoute(new Route(({ url }) => isOwn(url) && url.pathname.startsWith(below('pictures')), pictures));
router.registerRoute(new Route(({ url }) => isOwn(url) && url.pathname.startsWith(below('_astro')), parts));
router.registerRoute(new Route(({ url }) => isOwn(url) && url.pathname.startsWith(below('pagefind')), index));
router.registerRoute(
  new Route(({ url }) => isOwn(url) && url.pathname === `${below('search')}shards.json`, listOfIndex),
);

router.registerRoute(
  new Route(
    ({ url }) => isOwn(url) && url.pathname === `${below('desk')}worker.js`,
    new NetworkFirst({ cacheName: names.parts, networkTimeoutSeconds: 4, plugins: [bound(storeBounds.parts, 60)] }),
  ),
);
router.registerRoute(
  new Route(
    ({ url }) => isOwn(url) && url.pathname === below('desk'),
    ({ request }) => takeShared(request),
    'POST',
  ),
);

/** The offline page, with the status that it stands for: not a page that was found. */
async function sayOffline(): Promise<Response> {
  const page = await shell.matchPrecache(edition.offline);
  if (!page) return Response.error();
  return new Response(page.body, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

scope.addEventListener('fetch', (event) => {
  const answer = router.handleRequest({ event, request: event.request });
  // Whatever goes wrong in here, the reader gets what the network has.
  if (answer) event.respondWith(answer.catch(() => fetch(event.request)));
});

scope.addEventListener('message', (event) => {
  const { saved: asked, opened } = (event.data ?? {}) as { saved?: unknown; opened?: unknown };
  if (typeof opened === 'string') event.waitUntil(cacheOpened(event, opened));
  if (!Array.isArray(asked)) return;
  const onGone = (path: string): Promise<void> =>
    forget(new URL(edition.base + path.slice(1), scope.location.href).href);
  event.waitUntil(
    inTurn(() => cacheSaved(asked.filter(isArticlePath), onGone)).then(
      (missing) => event.ports[0]?.postMessage({ missing }),
      () => event.ports[0]?.postMessage({ missing: asked }),
    ),
  );
});

/** The page that was there before the worker: it came past it, so it is asked for once more. */
async function cacheOpened(event: ExtendableEvent, address: string): Promise<void> {
  const url = new URL(address, scope.location.href);
  if (!isOwn(url) || (await kept(url.href))) return;
  const store = isArticlePath(`/${url.pathname.slice(edition.base.length)}`) ? articles : lists;
  await store.handle({ event, request: new Request(plain(new Request(url))) }).catch(() => undefined);
}

/** One at a time: two lists at once would undo each other's work. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next;
  return next;
}
