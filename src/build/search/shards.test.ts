import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardCount, shardsOf } from './shards.ts';

const entries = (ids: readonly string[]) => ids.map((id) => ({ id }));
const someIds = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 200 });

describe('shards of the search index', () => {
  it('hold every entry once', () => {
    fc.assert(
      fc.property(someIds, fc.integer({ min: 1, max: 40 }), (ids, count) => {
        const shards = shardsOf(entries(ids), count);
        expect(shards).toHaveLength(count);
        expect(
          shards
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual([...ids].sort());
      }),
    );
  });

  it('change in one place when an article is added', () => {
    fc.assert(
      fc.property(someIds, fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 40 }), (ids, added, count) => {
        fc.pre(!ids.includes(added));
        const before = shardsOf(entries(ids), count);
        const after = shardsOf(entries([...ids, added]), count);
        expect(after.filter((shard, at) => JSON.stringify(shard) !== JSON.stringify(before[at]))).toHaveLength(1);
      }),
    );
  });

  it('are divided one at a time as they grow in number', () => {
    fc.assert(
      fc.property(someIds, fc.integer({ min: 1, max: 40 }), (ids, count) => {
        const before = shardsOf(entries(ids), count);
        const after = shardsOf(entries(ids), count + 1);
        const changed = before.filter((shard, at) => JSON.stringify(shard) !== JSON.stringify(after[at]));
        expect(changed.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are of like size, and bounded in number', () => {
    const ids = entries(Array.from({ length: 10_000 }, (_, at) => `2024/article-${at}`));
    const count = shardCount(ids.length);
    expect(count).toBe(10);
    for (const shard of shardsOf(ids, count)) expect(shard.length).toBeLessThan(1500);
    expect([0, 1, 1000, 1001, 1_000_000].map(shardCount)).toEqual([1, 1, 1, 2, 32]);
  });
});
