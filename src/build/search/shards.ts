import { sha256 } from '../cache/digest.ts';

/**
 * Articles in one shard, on average. Measured with 10,000 articles of 700 words, everything that the
 * browser loads counted (page and fonts are 73 KB of a first search):
 *
 * | in one shard | a changed article, processor | first search        | a further one           |
 * | ------------ | ---------------------------- | ------------------- | ----------------------- |
 * | 500          | 1.2 s                        | 307 KB, 81 requests | 42–60 KB, 28 requests   |
 * | 1000         | 2.8 s                        | 280 KB, 51 requests | 32–54 KB, 18–24 requests |
 * | 2000         | 5.5 s                        | 263 KB, 36 requests | 26–53 KB, 13–18 requests |
 */
const IN_ONE = 1000;
/** Past this many shards they grow instead: what a search asks for stays bounded. */
const MOST = 32;

/** Into how many shards an index of so many articles is cut. */
export function shardCount(articles: number): number {
  return Math.min(MOST, Math.max(1, Math.ceil(articles / IN_ONE)));
}

/**
 * Divides entries among shards by linear hashing (Litwin 1980) of their ids: which shard holds an article
 * depends on its id and the number of shards alone. So one article that is added, changed or gone
 * concerns one shard; when the number of shards grows by one, one shard is divided in two.
 *
 * @returns `count` lists, each in the order of `entries`; some may be empty
 */
export function shardsOf<Entry extends { id: string }>(entries: readonly Entry[], count: number): Entry[][] {
  const shards = Array.from({ length: count }, (): Entry[] => []);
  const wide = 2 ** Math.ceil(Math.log2(count));
  for (const entry of entries) {
    const hash = Number.parseInt(sha256(entry.id).slice(0, 8), 16);
    const bucket = hash % wide < count ? hash % wide : hash % (wide / 2);
    shards[bucket]?.push(entry);
  }
  return shards;
}
