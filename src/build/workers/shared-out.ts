/**
 * Takes what is in a queue, several at a time, in order. The queue may grow meanwhile. When one of them fails no other
 * is begun, and those under way come to their end first: afterwards nothing goes on unseen.
 *
 * @param queue is empty at the end
 * @param at    how many at a time
 * @throws whatever the first that failed threw
 */
export async function sharedOut<Item>(queue: Item[], at: number, work: (item: Item) => Promise<void>): Promise<void> {
  const hand = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: at }, hand));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Cuts a list into parts of at most `size`. */
export function parts<Item>(items: readonly Item[], size: number): Item[][] {
  const all: Item[][] = [];
  for (let from = 0; from < items.length; from += size) all.push(items.slice(from, from + size));
  return all;
}
