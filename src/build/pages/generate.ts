import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Leaf, Work } from '../../edition/output-file.ts';
import { site } from '../../site.ts';
import { sha256 } from '../cache/digest.ts';
import { makers, type Bench, type Make } from '../generators/generators.ts';
import { inside } from '../publish/paths.ts';
import { only } from '../cache/settings.ts';
import { Records } from '../cache/record-store.ts';

/** A file to be made, under the key of all that it is made from. */
export interface LeafToMake {
  leaf: Leaf;
  key: string;
  /** Digests of the kept records of the leaf's articles. */
  digests: readonly string[];
}

/** A file of a generation of the site, as it was written. */
export interface MadeFile {
  path: string;
  key: string;
  /** SHA-256 of its content. */
  hash: string;
  /** Bytes. */
  size: number;
  /** When it was written, milliseconds since 1970. */
  modified: number;
  /**
   * When the disk last noted a change of it, of any kind (ctime, milliseconds since 1970), at a moment when
   * its content was known to be right; 0 where that isn't known. No program can set it back.
   */
  changed: number;
}

export interface MakeTask {
  /** The generation that is being made. */
  folder: string;
  /** The compiled pages. */
  press: string;
  /** The kept records. */
  store: string;
  /** Text of the page about the newspaper. */
  about: string | null;
  leaves: readonly LeafToMake[];
}

/** Makes files of the site from kept records and the values of the plan. */
export class Printer {
  readonly #folder: string;
  readonly #press: string;
  readonly #records: Records;
  readonly #about: string | null;
  readonly #folders = new Set<string>();

  constructor({ folder, press, store, about }: Omit<MakeTask, 'leaves'>) {
    this.#about = about;
    this.#folder = folder;
    this.#press = press;
    this.#records = new Records(store);
  }

  async make(leaves: readonly LeafToMake[]): Promise<MadeFile[]> {
    const made: MadeFile[] = [];
    for (const { leaf, key, digests } of leaves)
      made.push(this.#write(leaf.path, key, await this.content(leaf, digests)));
    return made;
  }

  /** What a leaf's file holds. */
  async content({ path, work }: Leaf, digests: readonly string[]): Promise<string | Uint8Array> {
    const { load, settings } = makers[work.maker];
    const bench: Bench = {
      path,
      records: digests.map((digest) => this.#records.get(digest)),
      site: only(site, settings),
      about: this.#about,
      print: async (address, locals) => (await this.#loadPress()).print(address, locals),
      picture: (src) => readFileSync(inside(this.#folder, decodeURI(src.slice(site.base.length)))),
    };
    // The table pairs each maker with its own kind of work.
    const { make } = (await load()) as { make: Make<Work> };
    return make(work, bench);
  }

  #loadPress(): Promise<typeof import('./render-page.ts')> {
    return import(pathToFileURL(join(this.#press, 'server/entry.mjs')).href) as Promise<
      typeof import('./render-page.ts')
    >;
  }

  #write(path: string, key: string, content: string | Uint8Array): MadeFile {
    const file = inside(this.#folder, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) {
      makeFolder(folder);
      this.#folders.add(folder);
    }
    return { path, key, ...writeNew(file, content) };
  }

  close(): void {
    this.#records.close();
  }
}

/** Makes a folder that may be there. Most often its parent is: asking for all of them takes twice as long. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') mkdirSync(folder, { recursive: true });
  }
}

/**
 * Writes a file that isn't there yet. What stands in its place is taken away first, never written over:
 * the published generation may share it.
 */
export function writeNew(
  file: string,
  content: string | Uint8Array,
): Pick<MadeFile, 'hash' | 'size' | 'modified' | 'changed'> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const handle = openNew(file);
  try {
    writeFileSync(handle, bytes);
    const { size, mtimeMs, ctimeMs } = fstatSync(handle);
    return { hash: sha256(bytes), size, modified: mtimeMs, changed: ctimeMs };
  } finally {
    closeSync(handle);
  }
}

function openNew(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(file);
    return openSync(file, 'wx');
  }
}
