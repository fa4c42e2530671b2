import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Where results are kept between builds: `.broadsheet` in the project, which survives `npm ci`, or the
 * folder that BROADSHEET_KEEP names. It may be deleted at any time between builds.
 */
export const cachePlace = (): string => resolve(root, process.env['BROADSHEET_KEEP'] ?? '.broadsheet');

/** Files and folders inside the cache folder. */
export const kept = {
  lock: (keep: string): string => join(keep, 'lock.sqlite'),
  /** What `npm run dev` keeps: a build may run beside it. */
  live: (keep: string): string => join(keep, 'live'),
  workers: (keep: string): string => join(keep, 'workers'),
  /** Which module imports which. */
  codeGraph: (keep: string): string => join(keep, 'code-graph.json'),
  /** Addresses that sections, topics and people have had. */
  addresses: (keep: string): string => join(keep, 'addresses.json'),
  records: (keep: string): string => join(keep, 'records.sqlite'),
  /** Where `astro build` compiles into. */
  astro: (keep: string): string => join(keep, 'astro'),
  pageBundles: (keep: string): string => join(keep, 'page-bundle'),
  search: (keep: string): string => join(keep, 'search'),
  pictures: (keep: string): string => join(keep, 'pictures'),
  output: (keep: string): string => join(keep, 'output'),
};

/** Code that is kept outside the project finds the packages that it imports through a link. */
export function reachPackages(keep: string): void {
  if ((keep + sep).startsWith(root)) return;
  const link = join(keep, 'node_modules');
  const there = lstatSync(link, { throwIfNoEntry: false });
  // A folder of that name is somebody else's, who may know what they do.
  if (there && !there.isSymbolicLink()) return;
  rmSync(link, { force: true });
  symlinkSync(join(root, 'node_modules'), link, 'junction');
}
