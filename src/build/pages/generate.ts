import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputFile, Work } from '../../edition/files/output-file.ts';
import { site } from '../../site.ts';
import { sha256 } from '../cache/digest.ts';
import type { Generate, GeneratorContext } from '../generators/generator.ts';
import { generators } from '../generators/generators.ts';
import { inside } from '../publish/paths.ts';
import { only } from '../cache/settings.ts';
import { Records } from '../cache/record-store.ts';

/** A file to be made, under the key of all that it is made from. */
export interface FileToGenerate {
  outputFile: OutputFile;
  key: string;
  /** Digests of the cached records of the output file's articles. */
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

export interface GenerateTask {
  /** The generation that is being made. */
  folder: string;
  /** The compiled pages. */
  pageBundle: string;
  /** The cached records. */
  store: string;
  outputFiles: readonly FileToGenerate[];
}

/** Makes files of the site from cached records and the values of the plan. */
export class FileGenerator {
  readonly #folder: string;
  readonly #pageBundle: string;
  readonly #records: Records;
  readonly #folders = new Set<string>();

  constructor({ folder, pageBundle, store }: Omit<GenerateTask, 'outputFiles'>) {
    this.#folder = folder;
    this.#pageBundle = pageBundle;
    this.#records = new Records(store);
  }

  async make(outputFiles: readonly FileToGenerate[]): Promise<MadeFile[]> {
    const made: MadeFile[] = [];
    for (const { outputFile, key, digests } of outputFiles)
      made.push(this.#write(outputFile.path, key, await this.content(outputFile, digests)));
    return made;
  }

  /** What an output file holds. */
  async content({ path, work }: OutputFile, digests: readonly string[]): Promise<string | Uint8Array> {
    const { load, settings } = generators[work.generator];
    const context: GeneratorContext = {
      path,
      records: digests.map((digest) => this.#records.get(digest)),
      site: only(site, settings),
      render: async (address, locals) => (await this.#loadPageBundle()).render(address, locals),
      picture: (src) => readFileSync(inside(this.#folder, decodeURI(src.slice(site.base.length)))),
    };
    // The table pairs each generator with its own kind of work.
    const { make } = (await load()) as { make: Generate<Work> };
    return make(work, context);
  }

  #loadPageBundle(): Promise<typeof import('./render-page.ts')> {
    return import(pathToFileURL(join(this.#pageBundle, 'server/entry.mjs')).href) as Promise<
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
