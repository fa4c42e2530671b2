import { at } from '../dom.ts';
import { isArticlePath } from '../article/article-path.ts';
import { articleStores, storeNames } from '../service-worker/names.ts';

/** The page's view of what the worker keeps. Where there are no stores, everything here is empty. */

const base = import.meta.env.BASE_URL;
const names = storeNames(base);

export interface CachedPage {
  path: string;
  title: string;
}

const hasStores = (): boolean => 'caches' in globalThis;

/** Articles that can be read without a network, each once. */
export async function cachedArticles(): Promise<CachedPage[]> {
  const pages = new Map<string, CachedPage>();
  if (!hasStores()) return [];
  for (const kind of articleStores) {
    if (!(await caches.has(names[kind]))) continue;
    const store = await caches.open(names[kind]);
    for (const request of await store.keys()) {
      const path = `/${new URL(request.url).pathname.slice(base.length)}`;
      if (pages.has(path) || !isArticlePath(path)) continue;
      const response = await store.match(request, { ignoreVary: true });
      pages.set(path, { path, title: titleOf((await response?.text()) ?? '') || path });
    }
  }
  return [...pages.values()];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The headline in a page's <title>, as text: parsing whole pages for it would be a waste, and a way in for markup. */
export function titleOf(page: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  return title
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
      if (name) return entities[name] ?? entity;
      const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    })
    .replace(/ · [^·]*$/, '')
    .trim();
}

/** Bytes of everything kept. */
export async function cachedBytes(): Promise<number> {
  if (!hasStores()) return 0;
  let bytes = 0;
  for (const name of await caches.keys()) {
    if (!name.startsWith(names.prefix)) continue;
    const store = await caches.open(name);
    for (const request of await store.keys()) bytes += (await (await store.match(request))?.blob())?.size ?? 0;
  }
  return bytes;
}

/** Empties the stores. What the offline page needs stays, unless `all`. */
export async function emptyStores(all = false): Promise<void> {
  if (!hasStores()) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(names.prefix) && (all || name !== names.shell)) await caches.delete(name);
  }
}

/** Takes the worker away with all it kept. */
export async function leaveOffline(): Promise<void> {
  await (await navigator.serviceWorker?.getRegistration(at('/')))?.unregister();
  await emptyStores(true);
}
