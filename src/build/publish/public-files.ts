import { existsSync, lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyOf, sha256 } from '../cache/digest.ts';
import { filesBelow } from '../folders/mark.ts';
import { linkedOrCopied } from './link-file.ts';
import { inside } from './paths.ts';
import { makeFolder, writeNew, type MadeFile } from '../pages/generate.ts';
import { DamagedStore } from '../cache/record-store.ts';

/** A file that is published as it is. */
export interface Copy {
  path: string;
  key: string;
  /** Absolute. */
  from: string;
  /** SHA-256 that its content must have: it was made by an earlier build, and is checked before it is used. */
  hash?: string;
}

/**
 * The files of a folder that is published whole.
 *
 * @param below what their paths begin with in the site, with a slash at its end
 */
export function copiesOf(folder: string, below = ''): Copy[] {
  if (!existsSync(folder)) return [];
  return filesBelow(folder)
    .filter((path) => lstatSync(join(folder, path)).isFile() && !path.endsWith('.gitkeep'))
    .map((path) => {
      const from = join(folder, path);
      return { path: below + path, from, key: keyOf('copy', sha256(readFileSync(from))) };
    });
}

export function placeCopy({ path, key, from, hash }: Copy, folder: string): MadeFile {
  const content = readFileSync(from);
  const file = inside(folder, path);
  makeFolder(dirname(file));
  if (hash === undefined) return { path, key, ...writeNew(file, content) };
  if (sha256(content) !== hash) throw new DamagedStore(`${path} is not what it was`);
  // What an earlier build made is shared: it is in no one's hands, and a disk links faster than it makes a file.
  rmSync(file, { force: true });
  linkedOrCopied(from, file);
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return { path, key, hash, size, modified: mtimeMs, changed: ctimeMs };
}
