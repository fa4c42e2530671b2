import { lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { keyOf } from '../cache/digest.ts';

/** A folder can't be used for what a command would do with it: a mistake in how the command was called. */
export class UnusableFolder extends Error {
  override readonly name = 'UnusableFolder';
}

/**
 * The file that tells a folder of ours from one of somebody else's. Only what a mark vouches for is ever replaced or
 * deleted. A mark that came along with a copied folder vouches for nothing that was put there since: it names all that
 * the folder may hold.
 */
export const MARK = '.made-by-broadsheet';

const made = {
  site: 'The command that builds the site makes this folder, and replaces all of it: what belongs to every publication goes into public/.',
  compressed: 'npm run compress makes this folder, and replaces all of it.',
  portable: 'npm run portable makes this folder, and replaces all of it. Open index.html.',
  cache: 'Results that are kept between builds. This folder may be deleted while no build runs.',
  beside: 'A site that is in the making. This folder may be deleted while no build runs.',
} as const;

/** What a folder is, of those that commands make. */
export type Kind = keyof typeof made;

/**
 * @param files each file that the folder holds, by its path, with what tells its content from another one; none for a
 *              folder in which everything has a name of ours
 */
export function markText(kind: Kind, files: ReadonlyMap<string, string> = new Map()): string {
  const rows = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${made[kind]}\n${kind} ${files.size} ${keyOf(JSON.stringify(rows))}\n`;
}

/** The text of a folder's mark; null where it has none. */
export function readMark(folder: string): string | null {
  const file = join(folder, MARK);
  try {
    // A link is no mark: what it names may be another folder's.
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Files that systems put into any folder that a person looks at. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Whatever a folder holds that is no folder, its mark apart: paths below it, `/` between their parts.
 *
 * @throws Error where it can't be read
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  // Node's own walk (`recursive`) follows links to folders, in circles where they lead back.
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) walk(`${below}${entry.name}/`);
      else if (!litter.has(entry.name)) files.push(below + entry.name);
    }
  };
  walk('');
  return files.filter((path) => path !== MARK).sort();
}

/** Whether nothing stands there but what systems put anywhere. */
export const isVacant = (folder: string): boolean => readdirSync(folder).every((name) => litter.has(name));

/** A few of the names, for a sentence. */
export function named(paths: readonly string[]): string {
  const more = paths.length - 3;
  return paths.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The real place of a folder that may not be there yet, links followed. */
export function realPlace(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPlace(parent), basename(absolute));
  }
}

/** Whether one folder is the other one, or holds it. Both are real places. */
export const holds = (folder: string, other: string): boolean =>
  `${other}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/**
 * Makes a folder and those that it stands in, from the first that isn't there: asking the system for all of them
 * (`recursive`) never ends where a folder such as /proc takes none.
 *
 * @throws UnusableFolder where that can't be
 */
export function makeFolders(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isFolder(folder)) return;
    throw new UnusableFolder(`the folder ${folder} can't be made (${reasonOf(error)}): name another one`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const reasons: Record<string, string> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'the system allows no folder there',
  ENOTDIR: 'it would stand in a file',
  EEXIST: 'a file has its name',
  EISDIR: 'a folder has its name',
  ENOTEMPTY: 'a folder has its name',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'a link leads to itself',
};

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
