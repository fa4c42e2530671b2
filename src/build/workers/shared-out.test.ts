import { expect, it } from 'vitest';
import { parts, sharedOut } from './shared-out.ts';

const soon = () => new Promise((done) => setImmediate(done));

it('does everything, so many at a time, and what is added meanwhile', async () => {
  const queue = [0, 1, 2, 3, 4];
  const seen: number[] = [];
  let open = 0;
  let most = 0;
  await sharedOut(queue, 2, async (item) => {
    most = Math.max(most, (open += 1));
    if (item === 3) queue.push(5);
    await soon();
    seen.push(item);
    open -= 1;
  });
  expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

it('begins nothing after a failure, and what is under way ends first', async () => {
  const ended: number[] = [];
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 1) throw new Error('the second');
    await soon();
    ended.push(item);
  };
  await expect(sharedOut([0, 1, 2, 3], 2, work)).rejects.toThrow('the second');
  expect([begun, ended]).toEqual([[0, 1], [0]]);
});

it('cuts a list into parts, the last one shorter', () => {
  expect(parts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(parts([], 2)).toEqual([]);
});
