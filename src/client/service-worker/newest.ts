import { edition, type Kept } from './edition.ts';
import { storeNames } from './names.ts';

/**
 * The newest articles, kept with their revisions. Apart from the shell, which has to be whole: an article
 * that can't be had (taken down a minute ago, a network that broke off) must not stop a new worker.
 */

const name = storeNames(edition.base).newest;
const keyOf = ({ url, revision }: Kept): string => `${url}?revision=${revision ?? ''}`;

/** Fetches what is new, one by one, as long as it can. Never fails. */
export async function fetchNewest(): Promise<void> {
  // A reader who asked the browser to save data gets what they open, and no more.
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  try {
    const store = await caches.open(name);
    for (const kept of edition.newest) {
      const key = keyOf(kept);
      if (await store.match(key)) continue;
      const response = await fetch(kept.url, { cache: 'no-cache', credentials: 'same-origin' });
      if (response.ok && !response.redirected) await store.put(key, response);
    }
  } catch {
    // No network or no room: the rest comes at the next edition.
  }
}

/** Drops what is no longer among the newest, and former revisions. */
export async function dropFormer(): Promise<void> {
  const wanted = new Set(edition.newest.map((kept) => new URL(keyOf(kept), location.href).href));
  const store = await caches.open(name);
  for (const request of await store.keys()) if (!wanted.has(request.url)) await store.delete(request);
}

export async function matchNewest(url: URL): Promise<Response | undefined> {
  const kept = edition.newest.find((one) => new URL(one.url, location.href).pathname === url.pathname);
  return kept && (await (await caches.open(name)).match(keyOf(kept), { ignoreVary: true }));
}
