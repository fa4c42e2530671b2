import { at } from '../dom.ts';
import type { SearchManifest } from './manifest.ts';
import { filterNames, isFiltered, type SearchState } from './state.ts';
import { wanted } from './words.ts';

/** An article that was found; its text is loaded when it is shown. */
export interface Hit {
  id: string;
  data(): Promise<HitData>;
}

/** Pagefind's own names. */
export interface HitData {
  raw_url: string;
  excerpt: string;
  meta: { title?: string; authors?: string };
  filters: { section?: string[]; shown?: string[] };
}

export interface Found {
  hits: Hit[];
  /** Whether every part of the index was asked. */
  whole: boolean;
}

interface Pagefind {
  mergeIndex(path: string, options: object): Promise<void>;
  search(
    words: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: (Hit & { score: number })[] }>;
}

/** A network that does not answer is told as such after this long. */
const PATIENCE = 20_000;

/** The search index in this browser: loaded when first used. */
export class Engine {
  readonly #folder = at('/pagefind/');
  #manifest: Promise<SearchManifest> | null = null;
  #loaded: Promise<{ pagefind: Pagefind; whole: boolean }> | null = null;
  #dates: Promise<Map<string, number>> | null = null;
  #tries = 0;

  /** What can be filtered by. @throws when it can't be loaded */
  manifest(): Promise<SearchManifest> {
    this.#manifest ??= forgetting(
      load<SearchManifest>(at('/search/shards.json'), 'no-cache'),
      () => (this.#manifest = null),
    );
    return this.#manifest;
  }

  /** Loads what every search needs. */
  async ready(): Promise<void> {
    await this.#ready();
  }

  /**
   * @param final whether one has done typing: before that, words that are in every other article wait
   * @returns null where there is nothing to look for
   * @throws when the index can't be loaded
   */
  async search(state: SearchState, final: boolean): Promise<Found | null> {
    const { common } = await this.manifest();
    const { words, telling } = wanted(state.words, new Set(common));
    if (words === '' ? !isFiltered(state) : !telling && !final) return null;
    const { pagefind, whole } = await this.#ready();
    const filters = Object.fromEntries(filterNames.filter((name) => state[name]).map((name) => [name, state[name]]));
    const { results } = await timely(pagefind.search(words || null, { filters }));
    const byDate = state.order === 'date' || words === '';
    return { hits: byDate ? await this.#newestFirst(results) : results, whole };
  }

  #ready(): Promise<{ pagefind: Pagefind; whole: boolean }> {
    this.#loaded ??= forgetting(timely(this.#load()), () => (this.#loaded = null));
    return this.#loaded;
  }

  async #load(): Promise<{ pagefind: Pagefind; whole: boolean }> {
    const { core, shards } = await this.manifest();
    const basePath = `${this.#folder}${core}/`;
    // A browser never asks again for a module that it once failed to load: each try has its own address.
    const again = this.#tries > 0 ? `?again=${this.#tries}` : '';
    this.#tries += 1;
    const { createInstance } = (await import(/* @vite-ignore */ `${basePath}pagefind.js${again}`)) as {
      createInstance(options: object): Pagefind;
    };
    // Folders are named by what they hold, so nothing in them is ever stale. Without Pagefind's own worker
    // there is one script less to load, and none that Trusted Types would have to let through.
    const options = { baseUrl: at('/'), metaCacheTag: '' };
    const open = async (names: readonly string[]) => {
      const pagefind = createInstance({ ...options, basePath, noWorker: true });
      const merged = await Promise.allSettled(
        names.map((name) => pagefind.mergeIndex(`${this.#folder}${name}/`, options)),
      );
      return { pagefind, there: names.filter((_, index) => merged[index]?.status === 'fulfilled') };
    };
    const { pagefind, there } = await open(shards);
    if (there.length === shards.length) return { pagefind, whole: true };
    // Without a network some shards may be kept: one that isn't would fail every search, so it is left out.
    if (there.length === 0) throw new Error('no part of the index can be reached');
    return { pagefind: (await open(there)).pagefind, whole: false };
  }

  /** Pagefind orders by date within a shard alone: the dates of all are merged here. */
  async #newestFirst(hits: Hit[]): Promise<Hit[]> {
    this.#dates ??= forgetting(this.#loadDates(), () => (this.#dates = null));
    const dates = await this.#dates;
    return hits.sort((a, b) => (dates.get(b.id) ?? -1) - (dates.get(a.id) ?? -1));
  }

  async #loadDates(): Promise<Map<string, number>> {
    const { shards } = await this.manifest();
    const parts = await Promise.allSettled(
      shards.map(async (name) => ({ name, steps: await load<number[]>(`${this.#folder}${name}/dates.json`) })),
    );
    return new Map(
      parts.flatMap((part) => (part.status === 'fulfilled' ? datesOf(part.value.name, part.value.steps) : [])),
    );
  }
}

/**
 * When each result of a shard was published, by the result's name, which says the shard and the place in it.
 * @param steps how many come without a date, then minutes since 1970 of the first dated one, and from each to the next
 */
export function datesOf(folder: string, [undated = 0, ...steps]: readonly number[]): [string, number][] {
  const shard = Number.parseInt(folder, 10).toString(36);
  let minute = 0;
  return steps.map((step, index) => [`${shard}_${(undated + index).toString(36)}`, (minute += step)]);
}

async function load<T>(address: string, cache: RequestCache = 'default'): Promise<T> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}

/** A promise that is kept for later unless it fails: then one may try again. */
function forgetting<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

/** Pagefind waits for ever for a part that did not come: this doesn't, and hears when the network goes. */
function timely<T>(promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error('the index does not answer'));
    const timer = setTimeout(fail, PATIENCE);
    addEventListener('offline', fail, { once: true, signal: done.signal });
    done.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return Promise.race([promise, failure]).finally(() => done.abort());
}
