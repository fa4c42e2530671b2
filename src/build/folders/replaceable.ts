import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { contentFolder } from '../articles/content-folder.ts';
import { sha256 } from '../cache/digest.ts';
import type { Manifest } from '../cache/manifest.ts';
import { cachePlace, root } from '../cache/folders.ts';
import {
  filesBelow,
  holds,
  isVacant,
  makeFolders,
  MARK,
  markText,
  named,
  readMark,
  realPlace,
  reasonOf,
  UnusableFolder,
  type Kind,
} from './mark.ts';

/** Folders of the project that are no place for what commands make. */
const taken = ['src', 'content', 'public', 'node_modules', '.git', '.github', '.broadsheet'];

/**
 * Refuses a place for output by where it is: it may neither hold the project, its content or its cache, nor stand in
 * one of them.
 *
 * @param folder a real place
 * @param apart  more folders to keep away from
 * @throws UnusableFolder
 */
export function refusePlace(folder: string, apart: readonly string[]): void {
  const content = realPlace(contentFolder());
  const others = apart.map(realPlace);
  const inside = [...taken.map((name) => join(realPlace(root), name)), realPlace(cachePlace()), content, ...others];
  const held = [realPlace(root), realPlace(process.cwd()), realPlace(homedir()), ...inside].find((place) =>
    holds(folder, place),
  );
  if (held !== undefined)
    throw new UnusableFolder(`the output folder ${folder} would replace ${held}: name another one`);
  const around = inside.find((place) => holds(place, folder));
  if (around !== undefined)
    throw new UnusableFolder(
      `the output folder ${folder} lies in ${around}, which is not for output: name another one`,
    );
}

/**
 * Looks whether a folder may be replaced: it isn't there, is empty, or was made by the same command and holds nothing
 * else.
 *
 * @param known what is known to be in it; null where that is lost, and then all of it is compared with its mark
 * @param tell  what the mark tells of a file: the hash of its content, unless stated
 * @throws UnusableFolder where it may not
 */
export function mayReplace(
  folder: string,
  kind: Kind,
  known: Manifest | null,
  tell: (file: string) => string = hashOf,
): void {
  try {
    const about = lstatSync(folder, { throwIfNoEntry: false });
    if (about === undefined) return;
    if (!about.isDirectory()) throw new UnusableFolder(`${folder} is not a folder: name another one`);
    if (isVacant(folder)) return;
    const mark = readMark(folder);
    const files = filesBelow(folder);
    if (mark === null || !mark.includes(`\n${kind} `))
      throw new UnusableFolder(
        `${folder} holds files that this command did not make (${named(files)}), and it would replace the whole folder: name a new or empty one, or move them away`,
      );
    const hashes = known && new Map([...known.entries()].map(([path, { hash }]) => [path, hash]));
    if (hashes && mark === markText(kind, hashes)) {
      const others = files.filter((path) => !hashes.has(path));
      if (others.length === 0) return;
      throw new UnusableFolder(
        `${folder} is replaced whole, and ${named(others)} in it ${others.length === 1 ? 'is' : 'are'} not of its making: move what belongs to every publication into public/, and anything else out of the folder`,
      );
    }
    if (mark === markText(kind, new Map(files.map((path) => [path, tell(join(folder, path))])))) return;
    throw new UnusableFolder(
      `${folder} is not as it was made: a file was put into it, or changed, or taken away. Move what is yours out of it and delete the rest, or name another folder`,
    );
  } catch (error) {
    if (error instanceof UnusableFolder) throw error;
    throw new UnusableFolder(`${folder} can't be read (${reasonOf(error)}): name another one`);
  }
}

const hashOf = (file: string): string => (lstatSync(file).isFile() ? sha256(readFileSync(file)) : 'no file');

/**
 * Takes a folder of our own beside an output folder, for what is in the making.
 *
 * @throws UnusableFolder where somebody else's is there
 */
export function takeBeside(folder: string): void {
  makeFolders(folder);
  if (readMark(folder) === markText('beside')) return;
  if (!isVacant(folder))
    throw new UnusableFolder(`${folder} is needed for what is in the making, and holds other files: move them away`);
  markIt(folder, 'beside');
}

/** Takes a folder beside away when nothing but its mark is left in it. */
export function leaveBeside(folder: string): void {
  if (filesBelow(folder).length === 0) rmSync(folder, { recursive: true, force: true });
}

/** @throws UnusableFolder where nothing can be written there */
export function markIt(folder: string, kind: Kind): void {
  try {
    writeFileSync(join(folder, MARK), markText(kind), { flag: 'wx' });
  } catch (error) {
    throw new UnusableFolder(`nothing can be written to ${folder} (${reasonOf(error)}): name another folder`);
  }
}
