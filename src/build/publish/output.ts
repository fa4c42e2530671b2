import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { keyOf } from '../cache/digest.ts';
import { readManifest, writeManifest, type Manifest } from '../cache/manifest.ts';
import { kept, root } from '../cache/folders.ts';

/** The output folder can't be used: a mistake in how the build was called. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * The output folder and what stands beside it. Two generations of the site take turns: one is
 * published, the spare is brought up to date out of sight and then takes its place by rename. So the
 * published site is whole at every moment, whenever a build fails or is killed.
 */
export class Output {
  /** The published generation. */
  readonly folder: string;
  /** The generation that is being made. */
  readonly spare: string;
  readonly #former: string;
  readonly #manifest: { current: string; spare: string; next: string };

  /**
   * Finds the output's places, and ends a swap that a killed build began.
   *
   * @param outDir the output folder
   * @param keep   the cache folder
   * @param apart  folders that the output may not touch, such as the content
   * @throws OutputError when the folder is one that a build must not replace
   */
  constructor(outDir: string, keep: string, apart: readonly string[]) {
    this.folder = settle(outDir);
    const inProject = relative(root, this.folder);
    const name = keyOf(inProject.startsWith('..') ? this.folder : inProject.split(sep).join('/')).slice(0, 16);
    mkdirSync(kept.output(keep), { recursive: true });
    mkdirSync(dirname(this.folder), { recursive: true });
    // A rename does not leave its disk.
    const sameDisk = statSync(keep).dev === statSync(dirname(this.folder)).dev;
    const own = sameDisk
      ? join(kept.output(keep), name)
      : join(dirname(this.folder), `.${basename(this.folder)}.broadsheet`);
    this.spare = join(own, 'spare');
    this.#former = join(own, 'former');
    this.#manifest = {
      current: join(own, 'current.json'),
      spare: join(own, 'spare.json'),
      next: join(own, 'next.json'),
    };
    refuse(this.folder, [root, keep, process.cwd(), ...apart], own);
    mkdirSync(own, { recursive: true });
    this.#mend();
  }

  /** What is published, where that is known; null where it isn't. */
  published(): Manifest | null {
    return existsSync(this.folder) ? (readManifest(this.#manifest.current)?.files ?? null) : null;
  }

  /**
   * Opens the spare for changes. Until the swap nothing vouches for it.
   *
   * @param trusted false to begin with an empty one
   * @returns what it holds; empty where that isn't known
   */
  open(trusted: boolean): Manifest {
    const manifest = trusted ? readManifest(this.#manifest.spare) : null;
    rmSync(this.#manifest.spare, { force: true });
    if (manifest && existsSync(this.spare)) return manifest.files;
    rmSync(this.spare, { recursive: true, force: true });
    mkdirSync(this.spare);
    return new Map();
  }

  /**
   * Publishes the spare: what was published takes its place beside.
   *
   * @param files everything that the spare holds
   * @param keepFormer whether what was published may serve as the next spare
   */
  swap(files: Manifest, keepFormer: boolean): void {
    rmSync(this.#former, { recursive: true, force: true });
    writeManifest(this.#manifest.next, this.spare, files);
    const there = existsSync(this.folder);
    const known = there && keepFormer && readManifest(this.#manifest.current) !== null;
    try {
      if (there) renameSync(this.folder, this.#former);
      renameSync(this.spare, this.folder);
    } catch (error) {
      if (there && !existsSync(this.folder)) renameSync(this.#former, this.folder);
      rmSync(this.#manifest.next, { force: true });
      throw new OutputError(`${this.folder} can't be replaced: ${(error as Error).message}`, { cause: error });
    }
    this.#settle(known);
  }

  /** Writes anew what is known of the published files, when they have come to be known better. */
  note(published: Manifest): void {
    writeManifest(this.#manifest.current, this.folder, published);
  }

  /** Forgets what is known of the published files, so that the next build makes them all. */
  distrust(): void {
    rmSync(this.#manifest.current, { force: true });
  }

  /** After the renames: each manifest follows its generation. */
  #settle(known: boolean): void {
    rmSync(this.#manifest.spare, { force: true });
    if (known) renameSync(this.#manifest.current, this.#manifest.spare);
    renameSync(this.#manifest.next, this.#manifest.current);
    if (known) renameSync(this.#former, this.spare);
    else rmSync(this.#former, { recursive: true, force: true });
  }

  /** A build that was killed in the middle of the swap left `next` behind. */
  #mend(): void {
    const next = readManifest(this.#manifest.next);
    if (!existsSync(this.folder)) {
      // Between the two renames: the new generation stands ready, or at least the former one does.
      if (next && existsSync(this.spare) && statSync(this.spare).ino === next.inode)
        renameSync(this.spare, this.folder);
      else if (existsSync(this.#former)) renameSync(this.#former, this.folder);
    }
    if (next && existsSync(this.folder) && statSync(this.folder).ino === next.inode) {
      rmSync(this.#manifest.current, { force: true });
      rmSync(this.#manifest.spare, { force: true });
      renameSync(this.#manifest.next, this.#manifest.current);
    }
    rmSync(this.#manifest.next, { force: true });
    rmSync(this.#former, { recursive: true, force: true });
  }
}

/** The real place of the output folder, links followed. */
function settle(outDir: string): string {
  const absolute = resolve(outDir);
  if (existsSync(absolute)) return realpathSync(absolute);
  return existsSync(dirname(absolute)) ? join(realpathSync(dirname(absolute)), basename(absolute)) : absolute;
}

/** A build replaces the whole folder: it must not be one that holds something else. */
function refuse(folder: string, apart: readonly string[], own: string): void {
  const holds = apart.find((each) => `${real(each)}${sep}`.startsWith(`${folder}${sep}`));
  if (holds !== undefined)
    throw new OutputError(`the output folder ${folder} would replace ${holds}: name another one`);
  const inProject = relative(root, folder).split(sep)[0] ?? '';
  if (
    ['src', 'content', 'public', 'node_modules', '.git', '.broadsheet'].includes(inProject) &&
    folder.startsWith(root)
  ) {
    throw new OutputError(
      `the output folder ${folder} lies in ${inProject}, which is not for output: name another one`,
    );
  }
  if (!existsSync(folder)) return;
  if (!lstatSync(folder).isDirectory()) throw new OutputError(`${folder} is not a folder: name another one`);
  const names = readdirSync(folder);
  if (names.length > 0 && !names.includes('index.html') && !existsSync(own)) {
    throw new OutputError(
      `${folder} holds files that no build made, and a build replaces all of it: name a new or empty folder`,
    );
  }
}

const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
