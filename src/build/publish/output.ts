import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { keyOf } from '../cache/digest.ts';
import { kept, root } from '../cache/folders.ts';
import { readManifest, writeManifest, type Manifest } from '../cache/manifest.ts';
import { makeFolders, MARK, markText, realPlace, reasonOf, UnusableFolder } from '../folders/mark.ts';
import { mayReplace, refusePlace, takeBeside } from '../folders/replaceable.ts';
import { writeNew } from '../pages/generate.ts';

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
   * @throws UnusableFolder when the folder is one that a build must not replace; nothing was touched then
   */
  constructor(outDir: string, keep: string, apart: readonly string[]) {
    this.folder = realPlace(outDir);
    refusePlace(this.folder, [keep, ...apart]);
    const inProject = relative(root, this.folder);
    const name = keyOf(inProject.startsWith('..') ? this.folder : inProject.split(sep).join('/')).slice(0, 16);
    makeFolders(dirname(this.folder));
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
    if (sameDisk) makeFolders(own);
    else takeBeside(own);
    this.#mend();
    this.#check();
  }

  /** @throws UnusableFolder where the output folder holds what no build put there */
  #check(): void {
    mayReplace(this.folder, 'site', readManifest(this.#manifest.current)?.files ?? null);
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
   * @throws UnusableFolder where the output folder can't be replaced, or somebody put a file into it meanwhile
   */
  swap(files: Manifest, keepFormer: boolean): void {
    this.#check();
    rmSync(this.#former, { recursive: true, force: true });
    writeNew(join(this.spare, MARK), markText('site', hashesOf(files)));
    writeManifest(this.#manifest.next, this.spare, files);
    const there = existsSync(this.folder);
    const known = there && keepFormer && readManifest(this.#manifest.current) !== null;
    try {
      if (there) renameSync(this.folder, this.#former);
      renameSync(this.spare, this.folder);
    } catch (error) {
      if (there && !existsSync(this.folder)) renameSync(this.#former, this.folder);
      rmSync(this.#manifest.next, { force: true });
      throw new UnusableFolder(
        `${this.folder} can't be replaced (${reasonOf(error)}): what was published is as it was`,
        {
          cause: error,
        },
      );
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

const hashesOf = (files: Manifest): Map<string, string> => new Map([...files].map(([path, { hash }]) => [path, hash]));
