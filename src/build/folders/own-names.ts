import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What builds call the things that they keep: each by a digest, with the place of a shard before it or an ending after it. */
const own = new RegExp(
  [
    /^(?:\d+\.)?[0-9a-f]{32}/, // a bundle, the compiled pages, a shard, a rendition
    /(?:\.webp)?(?:\.\d+)?(?:\.new)?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

/** What stands in a folder of the cache under a name that builds give: anything else there is somebody's own. */
export const ownIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => own.test(name)) : [];

/**
 * Deletes what builds put into a folder of the cache.
 *
 * @param used names that stay
 * @returns names that are gone
 */
export function dropOwn(folder: string, used: ReadonlySet<string> = new Set()): string[] {
  const gone = ownIn(folder).filter((name) => !used.has(name));
  for (const name of gone) rmSync(join(folder, name), { recursive: true, force: true });
  return gone;
}
