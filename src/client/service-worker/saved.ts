import { edition } from './edition.ts';
import { storeBounds, storeNames } from './names.ts';
import { pickPictures } from './pick-pictures.ts';

/** Articles saved for later: their pages, and one rendition of each picture. */

const names = storeNames(edition.base);
/** A kept page is asked for anew after this many milliseconds, when the reader looks at the list again. */
const fresh = 24 * 60 * 60 * 1000;
/** On an empty answer: the address whose answer stands for this one (another rendition of the picture). */
const sameAs = 'x-same-as';

/**
 * Makes the store hold these articles and no others.
 * @param paths below the base
 * @param onGone called with a path that the site answers is no more
 * @returns paths that are not kept: no network, no room, or gone
 */
export async function cacheSaved(paths: string[], onGone: (path: string) => Promise<void>): Promise<string[]> {
  const store = await caches.open(names.saved);
  const missing: string[] = [];
  /** Everything that has to stay. */
  const wanted = new Set<string>();
  const want = async (page: Response, address: string): Promise<void> => {
    wanted.add(address);
    for (const { pick, others } of pickPictures(await page.text(), edition.base).slice(
      0,
      storeBounds.picturesOfSaved,
    )) {
      for (const url of [pick, ...others]) wanted.add(new URL(url, location.href).href);
    }
  };
  for (const path of paths) {
    const url = new URL(edition.base + path.slice(1), location.href).href;
    const before = await store.match(url);
    const age = Date.now() - Date.parse(before?.headers.get('date') ?? '');
    if (before && age < fresh) {
      await want(before, url);
      continue;
    }
    try {
      const response = await fetch(url, { cache: 'no-cache', credentials: 'same-origin' });
      if (response.status === 404 || response.status === 410) {
        await onGone(path);
        missing.push(path);
        continue;
      }
      if (!response.ok || response.redirected) throw new Error(`answered ${response.status}`);
      const text = await response.clone().text();
      await store.put(url, response);
      await cachePictures(store, text);
    } catch {
      // What was opened earlier may still be in the other store.
      if (!(await store.match(url))) {
        const read = await (await caches.open(names.read)).match(url, { ignoreVary: true });
        if (read) await store.put(url, read).catch(() => undefined);
      }
    }
    const now = await store.match(url);
    if (now) await want(now, url);
    else missing.push(path);
  }
  for (const request of await store.keys()) if (!wanted.has(request.url)) await store.delete(request);
  return missing;
}

async function cachePictures(store: Cache, page: string): Promise<void> {
  for (const { pick, others } of pickPictures(page, edition.base).slice(0, storeBounds.picturesOfSaved)) {
    if (await store.match(pick)) continue;
    const response = await fetch(pick, { credentials: 'same-origin' }).catch(() => null);
    if (!response?.ok) continue;
    await store.put(pick, response);
    // Without a network the browser may want another rendition: it gets this one.
    const address = encodeURI(decodeURI(pick));
    for (const other of others) await store.put(other, new Response(null, { headers: { [sameAs]: address } }));
  }
}

/** A saved page or picture; for a picture's other renditions, the one that is kept. */
export async function matchSaved(url: URL): Promise<Response | undefined> {
  const store = await caches.open(names.saved);
  const found = await store.match(url.href, { ignoreSearch: true, ignoreVary: true });
  const other = found?.headers.get(sameAs);
  return other ? store.match(other, { ignoreVary: true }) : found;
}
