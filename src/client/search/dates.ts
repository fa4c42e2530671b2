/**
 * When each result of a shard was published, by the result's name, which says the shard and the place in it.
 *
 * @param steps how many come without a date, then minutes since 1970 of the first dated one, and from each to the next
 */
export function datesOf(folder: string, [undated = 0, ...steps]: readonly number[]): [string, number][] {
  const shard = Number.parseInt(folder, 10).toString(36);
  let minute = 0;
  return steps.map((step, index) => [`${shard}_${(undated + index).toString(36)}`, (minute += step)]);
}
