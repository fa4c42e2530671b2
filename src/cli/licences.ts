import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/cache/folders.ts';
import { command } from './terminal/command.ts';

/**
 * `npm run licences`: every package that the lock file names, with its version and licence, and how many there are of
 * each licence. Exit code 1 where one has none or one that is not on the list below.
 */

/** Licences (SPDX) under which a package may be used here. All let the site be published as its owner likes. */
export const allowed: ReadonlySet<string> = new Set([
  'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'OFL-1.1',
  // Used as they are, by the build alone: nothing of them is in a page.
  'MPL-2.0', 'LGPL-3.0-or-later',
]); // prettier-ignore

export interface Package {
  name: string;
  version: string;
  /** SPDX expression; empty where the package states none. */
  licence: string;
  /** Whether only tests and checks need it. */
  development: boolean;
}

/**
 * The packages of a lock file, by name and version.
 *
 * @param lock text of a package-lock.json (version 3)
 */
export function packagesOf(lock: string): Package[] {
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', dev = false }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      development: dev,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Whether each licence that holds at once (`AND`) is allowed. */
export const isAllowed = (licence: string): boolean =>
  licence !== '' && licence.split(' AND ').every((each) => allowed.has(each));

const usage = `usage: npm run licences
  tells the licence of every package in the lock file; exit code 1 where one is not on the list`;

if (import.meta.main)
  await command({ usage }, () => {
    const packages = packagesOf(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    for (const { name, version, licence, development } of packages)
      console.log(`${name}@${version}  ${licence || 'no licence'}${development ? '  (development)' : ''}`);
    const wrong = packages.filter(({ licence }) => !isAllowed(licence));
    for (const { name, licence } of wrong)
      console.error(`${name} has the licence "${licence}", which is not on the list`);
    return wrong.length > 0 ? 1 : 0;
  });
