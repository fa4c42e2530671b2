import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyOf, sha256 } from '../cache/digest.ts';
import { linked } from '../publish/link-file.ts';
import { inside } from '../publish/paths.ts';
import type { BundleFile } from './reshape.ts';

/** What is kept of one shard, in a folder of its own, between builds. */
export interface Held {
  /** Path below the folder, and SHA-256. */
  files: [path: string, hash: string][];
  /** Words so common in it that they are not looked for beside others. */
  common: string[];
}

/** The list of a folder's files, which makes it one that can be used. */
const LIST = 'held.json';

/**
 * Keeps a shard. It is written beside and then renamed: a folder that is there is whole.
 *
 * @param former a folder whose files are taken where they are the same: of a shard's thousand and more files a
 *               changed article changes a few, and a disk links faster than it makes a file
 */
export function hold(folder: string, files: readonly BundleFile[], common: string[], former?: string): void {
  const beside = `${folder}.new`;
  rmSync(beside, { recursive: true, force: true });
  const there = new Map(former === undefined ? [] : held(former).files);
  const folders = new Set<string>();
  const list: Held = { files: [], common };
  for (const { path, content } of files) {
    const file = inside(beside, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    const hash = sha256(content);
    if (former === undefined || there.get(path) !== hash || !linkedWhole(join(former, path), file, hash))
      writeFileSync(file, content);
    list.files.push([path, hash]);
  }
  writeFileSync(join(beside, LIST), JSON.stringify({ ...list, mark: markOf(list) }));
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}

/** Links a file that has the content that it should. */
function linkedWhole(from: string, to: string, hash: string): boolean {
  try {
    return sha256(readFileSync(from)) === hash && linked(from, to);
  } catch {
    return false;
  }
}

/** Whether a shard is kept there, and its list is as it was written. */
export function cachedIn(folder: string): boolean {
  try {
    held(folder);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error when nothing that can be used is kept there */
export function held(folder: string): Held {
  const { files, common, mark } = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Held & { mark: string };
  if (mark !== markOf({ files, common })) throw new Error(`${folder} is not what it was`);
  return { files, common };
}

const markOf = (list: Held): string => keyOf(JSON.stringify(list));
