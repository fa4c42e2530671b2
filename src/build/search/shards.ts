import { sha256 } from '../digest.ts';

/**
 * Articles in one shard, on average. Measured on two cores with 10,000 articles of 700 words (10 shards):
 * a changed article costs 1.3 s, a reader's first search 210 KB in 43 requests, a further one 47 KB in 20.
 * Half of it: 0.8 s, 240 KB in 73 and 65 KB in 30. Twice of it: 2.5 s, 195 KB in 28 and 40 KB in 15.
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
