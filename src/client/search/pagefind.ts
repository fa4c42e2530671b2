import type { Term } from '../../i18n/search/terms.ts';

/** An article that was found; its text is loaded when it is shown. */
export interface Hit {
  id: string;
  /** The words of the index by which it was found. */
  keys: readonly string[];
  data(): Promise<HitData>;
}

/** Pagefind's own names. */
export interface HitData {
  raw_url: string;
  excerpt: string;
  meta: { title?: string; authors?: string };
  filters: { section?: string[]; shown?: string[] };
}

interface Result {
  id: string;
  score: number;
  data(): Promise<HitData>;
  scores?: { search_term: string }[];
  verbose_meta_scores?: { matched_terms: string[] }[];
}

/** One index of several that are merged, as Pagefind 1.5.2 has it. */
interface Instance {
  enterPlaygroundMode(): Promise<void>;
  throttledFetch(address: string): Promise<Response>;
  loaded_chunks: Record<string, unknown>;
}

interface Pagefind {
  mergeIndex(path: string, options: object): Promise<void>;
  search(words: string | null, options: { filters: Record<string, string> }): Promise<{ results: Result[] }>;
  instances: Instance[];
}

export interface OpenIndex {
  /**
   * @param words  null where filters alone tell what is looked for
   * @param filters by name
   * @returns what was found, and whether every part of the index that it asked for could be had
   */
  search(words: string | null, filters: Record<string, string>): Promise<{ hits: Hit[]; whole: boolean }>;
  /** Whether every shard could be had. */
  isWhole: boolean;
}

/**
 * Opens Pagefind's index, made of several shards.
 *
 * Two things that Pagefind keeps to itself are needed here, and its version is pinned: by which words an article was
 * found (it finds what begins like an unknown word, in silence), which its "playground" tells; and whether a part of
 * the index could not be had (it then finds nothing, in silence). So its class is used, which the build has it export
 * (src/build/search/build-index.ts), and not its front, which may put a worker between.
 *
 * @param folder  where the index stands
 * @param core    folder of the scripts in it
 * @param shards  folders of the shards in it
 * @throws when it can't be loaded
 */
export async function openIndex(
  folder: string,
  core: string,
  shards: readonly string[],
  baseUrl: string,
  again: string,
): Promise<OpenIndex> {
  const basePath = `${folder}${core}/`;
  const { Index } = (await import(/* @vite-ignore */ `${basePath}pagefind.js${again}`)) as {
    Index: new (options: object) => Pagefind;
  };
  // Folders are named by what they hold, so nothing in them is ever stale.
  const options = { baseUrl, metaCacheTag: '' };
  const open = async (names: readonly string[]) => {
    const pagefind = new Index({ ...options, basePath });
    const merged = await Promise.allSettled(names.map((name) => pagefind.mergeIndex(`${folder}${name}/`, options)));
    return { pagefind, there: names.filter((_, index) => merged[index]?.status === 'fulfilled') };
  };
  let { pagefind, there } = await open(shards);
  const isWhole = there.length === shards.length;
  // Without a network some shards may be kept: one that isn't would fail every search, so it is left out.
  if (there.length === 0 && shards.length > 0) throw new Error('no part of the index can be reached');
  if (!isWhole) ({ pagefind, there } = await open(there));
  let missed = 0;
  for (const instance of pagefind.instances) {
    await instance.enterPlaygroundMode();
    const fetched = instance.throttledFetch.bind(instance);
    instance.throttledFetch = async (address) => {
      const response = await fetched(address).catch(() => Response.error());
      if (response.ok) return response;
      missed += 1;
      // It is asked for again the next time.
      instance.loaded_chunks = {};
      throw new Error(`${address} could not be had`);
    };
  }
  return {
    isWhole,
    search: async (words, filters) => {
      const before = missed;
      const { results } = await pagefind.search(words, { filters });
      return { hits: results.map(hitOf), whole: isWhole && missed === before };
    },
  };
}

const hitOf = (result: Result): Hit => ({
  id: result.id,
  keys: [
    ...(result.scores ?? []).map(({ search_term }) => search_term),
    ...(result.verbose_meta_scores ?? []).flatMap(({ matched_terms }) => matched_terms),
  ],
  data: () => result.data(),
});

/** What Pagefind is asked for these words. */
export const questionOf = (terms: readonly Term[], phrase: boolean): string =>
  phrase ? `"${terms.map(({ text }) => text).join(' ')}"` : terms.map(({ stem }) => stem).join(' ');
