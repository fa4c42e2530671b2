import { lstatSync, readFileSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { sha256 } from './cache/digest.ts';
import { placeCopy, type Copy } from './publish/public-files.ts';
import type { Finish } from './publish/finishing.ts';
import { changeOf, untouched, type Manifest } from './cache/manifest.ts';
import type { Output } from './publish/output.ts';
import { linked } from './publish/link-file.ts';
import { inside } from './publish/paths.ts';
import { Ended } from './workers/pool.ts';
import type { WorkerProcess } from './workers/worker-process.ts';
import { makeFolder, writeNew, type FileToGenerate, type MadeFile } from './pages/generate.ts';
import type { ImageCache } from './images/image-cache.ts';
import { SEARCH_FOLDER } from './search/build-index.ts';
import { parts, sharedOut } from './workers/shared-out.ts';
import type { Wanted } from './plan-site.ts';
import { Unmakeable } from './unmakeable.ts';

/**
 * What is to be done with the finished site before it is published. It may add, change and remove files.
 *
 * @param folder the site, not yet published
 * @param pages  paths of its pages below the base: `''`, `articles/harbour/`
 */
export type FinishSite = (folder: string, pages: readonly string[]) => Promise<void>;

export interface MakingOptions {
  output: Output;
  imageCache: ImageCache;
  pool: WorkerProcess;
  /** Folder of the compiled pages. */
  pageBundle: string;
  /** File of the cached records. */
  store: string;
  /** The search index, which may still be in the making. */
  search: Promise<readonly Copy[]>;
  /** Use nothing of what was published before. */
  cold: boolean;
  /** What is to be done with the site before it is published; all of it is made anew then. */
  finish?: FinishSite;
  stage: (name: string) => void;
  step: (done: number, of: number) => void;
}

/** Output files in one task of a worker. */
const AT_ONCE = 64;
/** Kept files in one task of a worker. */
const CHECKED_AT_ONCE = 2_000;

/**
 * Makes the site that is wanted, of what is there and what isn't, and publishes it.
 *
 * @returns every file of the site, and how many of them were made
 */
export async function makeSite(wanted: Wanted, options: MakingOptions): Promise<{ files: Manifest; made: number }> {
  const { output, imageCache, pool, finish, stage } = options;
  // What another integration has changed is no ground to build on.
  const cold = options.cold || finish !== undefined;
  const keys = new Map<string, string>();
  for (const { outputFile, key } of wanted.outputFiles) keys.set(outputFile.path, key);
  for (const { path, key } of [...wanted.copies, ...wanted.renditions]) keys.set(path, key);

  const published = cold ? null : output.published();
  const usable = whole(output.folder, published, keys);
  // With an output file to make, something is to be published anyway: the search index is made meanwhile.
  if (wanted.outputFiles.every(({ outputFile }) => usable.has(outputFile.path))) {
    const index = await options.search;
    const all = new Map([...usable, ...whole(output.folder, published, keysOf(index))]);
    const count = keys.size + index.length;
    const nothing =
      all.size === count &&
      [...all.values()].every(({ changed }) => changed !== 0) &&
      wanted.last.every((each) => published && stands(output.folder, published, all, each));
    if (nothing && published?.size === count + wanted.last.length) return { files: published, made: 0 };
  }

  stage('comparing');
  const held = output.open(!cold);
  const ofIndex = (path: string) => path.startsWith(SEARCH_FOLDER) && !keys.has(path);
  const shared = new Map<string, number>();
  const files = bringUp(
    output,
    only(held, (path) => !ofIndex(path)),
    usable,
    keys,
    shared,
  );
  await dropDamaged(files, output.spare, pool);
  stage('making pages');
  const missing = <Each extends { path: string }>(each: Each): boolean => !files.has(each.path);
  const open = wanted.outputFiles.filter(({ outputFile }) => !files.has(outputFile.path));
  const copies = wanted.copies.filter(missing);
  const renditions = wanted.renditions.filter(missing);
  for (const copy of copies) files.set(copy.path, placeCopy(copy, output.spare));
  for (const rendition of renditions) files.set(rendition.path, await imageCache.place(rendition, output.spare));
  const placeIndex = async () => {
    const index = await options.search;
    const clash = index.find(({ path }) => keys.has(path));
    if (clash) throw new Error(`two files of the site have the path ${clash.path}`);
    const ofKeys = keysOf(index);
    const its = bringUp(output, only(held, ofIndex), whole(output.folder, published, ofKeys), ofKeys, shared);
    await dropDamaged(its, output.spare, pool);
    const rest = index.filter(({ path }) => !its.has(path));
    for (const copy of rest) its.set(copy.path, placeCopy(copy, output.spare));
    return { its, made: rest.length };
  };
  const [outputFiles, index] = await Promise.all([generateFiles(open, options), placeIndex()]);
  for (const file of [...outputFiles, ...index.its.values()]) files.set(file.path, file);
  if (finish) {
    stage('finishing');
    await finish(output.spare, pagePaths(wanted));
    lookThrough(output.spare, files);
  }
  const others: Manifest = new Map(files);
  for (const { path, key, make } of wanted.last) {
    files.set(path, {
      path,
      key: key(others),
      ...writeNew(inside(output.spare, path), await make(others, output.spare)),
    });
  }
  stage('publishing');
  if (published && !cold) noteShared(output, published, shared);
  output.swap(files, !cold);
  return { files, made: open.length + copies.length + renditions.length + index.made + wanted.last.length };
}

/** Notes of published files when the disk last changed them: being linked to from the new site is a change. */
function noteShared(output: MakingOptions['output'], published: Manifest, shared: ReadonlyMap<string, number>): void {
  if (shared.size === 0) return;
  for (const [path, changed] of shared) {
    const file = published.get(path);
    if (file) published.set(path, { ...file, changed });
  }
  output.note(published);
}

/** Paths of the pages below the base, as Astro names them to integrations. */
const pagePaths = ({ outputFiles }: Wanted): string[] =>
  outputFiles.flatMap(({ outputFile: { path, work } }) =>
    work.generator === 'page' ? [path.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '/')] : [],
  );

/** Brings the list of the files up to what is there, after others have had the site in hand. */
function lookThrough(folder: string, files: Manifest): void {
  const there = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = join(entry.parentPath, entry.name);
    const path = absolute
      .slice(folder.length + 1)
      .split(sep)
      .join('/');
    there.add(path);
    const known = files.get(path);
    if (known && untouched(folder, known)?.changed) continue;
    const { size, mtimeMs, ctimeMs } = lstatSync(absolute);
    const hash = sha256(readFileSync(absolute));
    files.set(path, { path, key: known?.key ?? 'finished', hash, size, modified: mtimeMs, changed: ctimeMs });
  }
  for (const path of files.keys()) if (!there.has(path)) files.delete(path);
}

const keysOf = (copies: readonly Copy[]): Map<string, string> => new Map(copies.map(({ path, key }) => [path, key]));

const only = (files: Manifest, which: (path: string) => boolean): Manifest =>
  new Map([...files].filter(([path]) => which(path)));

/**
 * Reads what is kept and is to be published again, where the disk has noted a change of it since its content was
 * known: a file whose content is not what was written is taken away, and made anew.
 */
async function dropDamaged(files: Manifest, folder: string, pool: WorkerProcess): Promise<void> {
  const open: [string, string][] = [];
  for (const file of files.values()) {
    if (file.changed !== 0) continue;
    open.push([file.path, file.hash]);
    files.set(file.path, { ...file, changed: changeOf(folder, file.path) });
  }
  const tasks = parts(open, CHECKED_AT_ONCE).map((part) => pool.check(folder, part));
  for (const path of (await Promise.all(tasks)).flat()) {
    remove(folder, path);
    files.delete(path);
  }
}

/** Whether a file that is made from the others needs no making. */
function stands(folder: string, published: Manifest, others: Manifest, { path, key }: Finish): boolean {
  const file = published.get(path);
  return file !== undefined && file.key === key(others) && (untouched(folder, file)?.changed ?? 0) !== 0;
}

/** The files of a generation that are wanted as they are, and are still as they were written. */
function whole(folder: string, manifest: Manifest | null, keys: ReadonlyMap<string, string>): Manifest {
  const usable: Manifest = new Map();
  for (const [path, file] of manifest ?? []) {
    const found = keys.get(path) === file.key ? untouched(folder, file) : null;
    if (found) usable.set(path, found);
  }
  return usable;
}

/**
 * Output files in the spare what is wanted of it, and links into it what the published generation has.
 *
 * @param shared is reported each file that was linked, which the disk notes as a change of it, and when that was
 */
function bringUp(
  { folder, spare }: Output,
  held: Manifest,
  published: Manifest,
  keys: ReadonlyMap<string, string>,
  shared: Map<string, number>,
): Manifest {
  const files = whole(spare, held, keys);
  for (const path of held.keys()) if (!files.has(path)) remove(spare, path);
  const folders = new Set<string>();
  for (const [path, file] of published) {
    if (files.has(path)) continue;
    const to = inside(spare, path);
    const parent = dirname(to);
    if (!folders.has(parent)) {
      makeFolder(parent);
      folders.add(parent);
    }
    if (!linked(join(folder, path), to)) continue;
    const changed = file.changed === 0 ? 0 : changeOf(spare, path);
    files.set(path, { ...file, changed });
    shared.set(path, changed);
  }
  return files;
}

/** Takes away a file, and the folders that are empty without it. */
function remove(folder: string, path: string): void {
  const file = inside(folder, path);
  rmSync(file, { force: true, recursive: true });
  for (let parent = dirname(file); parent.length > folder.length; parent = dirname(parent)) {
    try {
      rmdirSync(parent);
    } catch {
      return;
    }
  }
}

async function generateFiles(
  outputFiles: readonly FileToGenerate[],
  { output, pool, pageBundle, store, step }: MakingOptions,
): Promise<MadeFile[]> {
  const size = Math.max(1, Math.min(AT_ONCE, Math.ceil(outputFiles.length / pool.workers)));
  const made: MadeFile[] = [];
  const batches = parts(byArticle(outputFiles), size);
  await sharedOut(batches, pool.workers, async (batch) => {
    const task = { folder: output.spare, pageBundle, store, outputFiles: batch };
    try {
      made.push(...(await pool.make(task)));
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      const [alone] = batch;
      // Files that are well made one by one may be too much together; one alone gets more memory before it is given up.
      if (!alone || batch.length > 1) return void batches.push(...parts(batch, Math.ceil(batch.length / 2)));
      made.push(...(await pool.make(task, true).catch((again: unknown) => unmakeable(again, alone))));
    }
    step(made.length, outputFiles.length);
  });
  return made;
}

function unmakeable(error: unknown, { outputFile }: FileToGenerate): never {
  throw error instanceof Ended ? new Unmakeable(outputFile.path, outputFile.articles) : error;
}

/** The output files of one article one after the other, wherever in the plan they stand: its record is read once for all. */
function byArticle(outputFiles: readonly FileToGenerate[]): FileToGenerate[] {
  const groups = new Map<string, FileToGenerate[]>();
  for (const outputFile of outputFiles) {
    // Output files of several articles, or of none, stay as they stand, after the others.
    const of = outputFile.digests.length === 1 ? (outputFile.digests[0] ?? '') : '';
    const group = groups.get(of);
    if (group) group.push(outputFile);
    else groups.set(of, [outputFile]);
  }
  const rest = groups.get('') ?? [];
  groups.delete('');
  return [...groups.values(), rest].flat();
}
