import { lstatSync, statSync } from 'node:fs';
import { inside } from '../publish/paths.ts';
import { readMarked, writeMarked } from './marked-file.ts';
import type { MadeFile } from '../pages/generate.ts';

/**
 * What a generation of the site holds: each file with the key of what it was made from. A manifest is
 * written when its generation is whole, and is worth nothing otherwise: so one that is there tells the truth
 * about every file that still has the size and the time that it names.
 */
export type Manifest = Map<string, MadeFile>;

/** @returns the manifest and the inode of the folder that it tells of; null when it isn't there or not whole */
export function readManifest(file: string): { files: Manifest; inode: number } | null {
  try {
    const text = readMarked(file);
    if (text === null) return null;
    const { inode, files } = JSON.parse(text) as {
      inode: number;
      files: [string, string, string, number, number, number][];
    };
    return {
      inode,
      files: new Map(
        files.map(([path, key, hash, size, modified, changed]) => [
          path,
          { path, key, hash, size, modified, changed: changed ?? 0 },
        ]),
      ),
    };
  } catch {
    return null;
  }
}

/**
 * @param file   where it is written, in one step
 * @param folder the generation that it tells of
 */
export function writeManifest(file: string, folder: string, files: Manifest): void {
  const rows = [...files.values()].map(({ path, key, hash, size, modified, changed }) => [
    path,
    key,
    hash,
    size,
    modified,
    changed,
  ]);
  writeMarked(file, JSON.stringify({ inode: statSync(folder).ino, files: rows }));
}

/**
 * Looks whether a file of a generation is still as it was written.
 *
 * @returns null where it isn't; the file, with `changed` 0 where something happened to it, so that its content must be
 *          compared with its hash before it is used
 */
export function untouched(folder: string, file: MadeFile): MadeFile | null {
  const about = lstatSync(inside(folder, file.path), { throwIfNoEntry: false });
  if (about === undefined || !about.isFile() || about.size !== file.size || about.mtimeMs !== file.modified)
    return null;
  return about.ctimeMs === file.changed ? file : { ...file, changed: 0 };
}

/** When the disk last noted a change of a file; 0 where it isn't there. */
export function changeOf(folder: string, path: string): number {
  return lstatSync(inside(folder, path), { throwIfNoEntry: false })?.ctimeMs ?? 0;
}
