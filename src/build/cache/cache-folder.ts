import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, sep } from 'node:path';
import { dropOwn, ownIn } from '../folders/own-names.ts';
import { sha256 } from './digest.ts';
import { readMarked, writeMarked } from './marked-file.ts';

/** The list of an entry's files with their hashes, in the entry's own folder. */
const LIST = 'files.json';
/** How the names of entries end that are still being written. */
const DRAFT = '.new';

/** A file of an entry: its path below the entry's folder, and SHA-256. */
export type CachedFile = readonly [path: string, hash: string];

/** What is cached under one key. */
export interface CacheEntry {
  key: string;
  folder: string;
  files: readonly CachedFile[];
  /** What the writer had to say beside the files: JSON. */
  note: unknown;
}

/**
 * Results between builds, each a folder under the key of what it was made from. An entry is written as a draft and then
 * renamed, with a list of its files and their hashes: one that is there is whole.
 */
export class CacheFolder {
  readonly folder: string;

  /** @param folder where the entries stand; it is made when it isn't there */
  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * @returns what is cached under a key; null where nothing is, or the list of its files is not as it was written
   */
  find(key: string): CacheEntry | null {
    const folder = join(this.folder, key);
    const text = readMarked(join(folder, LIST));
    return text === null ? null : { key, folder, ...(JSON.parse(text) as Pick<CacheEntry, 'files' | 'note'>) };
  }

  /** The same with every file compared with its hash; an entry that passes counts as used now. */
  verified(key: string): CacheEntry | null {
    const entry = this.find(key);
    if (!entry || !entry.files.every(([path, hash]) => holds(join(entry.folder, path), hash))) return null;
    const now = new Date();
    utimesSync(entry.folder, now, now);
    return entry;
  }

  /** Keys of all entries, the one used last first. */
  keys(): string[] {
    return ownIn(this.folder)
      .filter((name) => !name.endsWith(DRAFT))
      .map((name) => ({ name, used: statSync(join(this.folder, name)).mtimeMs }))
      .sort((a, b) => b.used - a.used || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }

  /**
   * Puts an entry in, in the place of what is there under its key.
   *
   * @param write writes the files into the draft's folder; it gives their hashes where it knows them, and a note
   */
  async put(
    key: string,
    write: (draft: string) => Promise<{ files?: readonly CachedFile[]; note?: unknown }>,
  ): Promise<CacheEntry> {
    const folder = join(this.folder, key);
    // Whoever outlived its build for a moment writes into a folder of its own.
    const draft = `${folder}.${process.pid}${DRAFT}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    const { files, note = null } = await write(draft);
    const entry = { files: files ?? filesIn(draft), note };
    writeMarked(join(draft, LIST), JSON.stringify(entry));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return { key, folder, ...entry };
  }

  /**
   * Removes entries, and drafts that nobody finished. What has another name than entries have is somebody's own, and stays.
   *
   * @param keep the keys that stay, or how many of those used last
   */
  forget(keep: ReadonlySet<string> | number): void {
    const kept = typeof keep === 'number' ? new Set(this.keys().slice(0, keep)) : keep;
    dropOwn(this.folder, kept);
  }
}

/** Whether a file's content has this hash. */
export function holds(file: string, hash: string): boolean {
  try {
    return sha256(readFileSync(file)) === hash;
  } catch {
    return false;
  }
}

function filesIn(folder: string): CachedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
    .map((path) => [path.split(sep).join('/'), sha256(readFileSync(join(folder, path)))]);
}
