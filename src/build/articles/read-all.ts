import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../edition/text.ts';
import type { Found } from './content-folder.ts';
import { isLeftOut, SourceError } from '../../source/error.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import { cpuOf, tooLarge, tooLong, tooMuchMemory, type Limits } from '../workers/limits.ts';
import { Ended } from '../workers/pool.ts';
import type { WorkerProcess } from '../workers/worker-process.ts';
import { linksToMend } from './links-again.ts';
import { digestOfPicture, PictureFinder } from './picture-finder.ts';
import { noticeRenamed } from './renamed.ts';
import { parts, sharedOut } from '../workers/shared-out.ts';
import type { Facts, Store } from '../cache/record-store.ts';
import type { ReadFile } from '../workers/worker.ts';

export interface Read {
  /** By the file's path. */
  facts: Map<string, Facts>;
  problems: SourceError[];
  /** Of files that hold nothing to publish: they are in no page, and nothing stops. */
  leftOut: SourceError[];
  /** Files read in this build; the others were kept. */
  made: number;
  /** Warnings of files that were renamed since the last build. */
  renamed: SourceError[];
}

export interface ReadingOptions {
  content: string;
  /** Key of the code that reads, and of the settings that it sees. */
  code: string;
  store: Store;
  pool: WorkerProcess;
  limits: Limits;
  /** Whether other articles may link to one: every one that is no draft when it isn't stated. */
  isShown?: (facts: Facts) => boolean;
  /** Told as files are done. */
  step: (done: number, of: number) => void;
}

/** Files in one task of a worker: enough to be worth a message, few enough to share out. */
const AT_ONCE = 24;

/** Key of what a record is made from, pictures apart. */
const inputsOf = (code: string, path: string, hash: string): string => keyOf(code, path, hash);

/**
 * Reads the article files: what is kept of an unchanged one is used, the others are read in worker threads.
 *
 * @param found the files, in the order of their paths
 */
export async function readAll(found: readonly Found[], options: ReadingOptions): Promise<Read> {
  const { store, code, limits, step } = options;
  const rows = store.rows();
  const pictures = new Pictures(options.content);
  const facts = new Map<string, Facts>();
  const problems: SourceError[] = [];
  const leftOut: SourceError[] = [];
  const open: Found[] = [];
  for (const file of found) {
    const row = rows.get(file.path);
    if (file.size > limits.bytes) problems.push(tooLarge(file.path, file.size, limits.bytes));
    else if (
      row &&
      row.inputs === inputsOf(code, file.path, hashOf(file.absolute)) &&
      pictures.unchanged(file.path, row.facts)
    ) {
      facts.set(file.path, row.facts);
    } else open.push(file);
  }
  const of = open.length;
  let done = 0;
  const take = (results: readonly ReadFile[]) => {
    for (const result of results) {
      if ('problems' in result) {
        const told = result.problems.map((problem) => new SourceError(problem));
        (isLeftOut(told) ? leftOut : problems).push(...told);
      } else {
        store.put(result.path, inputsOf(code, result.path, result.hash), result.digest, result.facts, result.body);
        facts.set(result.path, JSON.parse(result.facts) as Facts);
      }
    }
    step((done = Math.min(done + results.length, of)), of);
  };
  const names = keyOf(found.map(({ path }) => path).join('\n'));
  await inBatches(open, { ...options, names }, take, problems);
  // Now that it is known what each article is called, those whose links were led otherwise are read again.
  const mended = linksToMend(facts, options.isShown);
  const again = found.filter(({ path }) => mended.has(path));
  await inBatches(again, { ...options, names }, take, problems, mended);
  const renamed = noticeRenamed(new Map([...rows].map(([path, row]) => [path, row.facts])), facts);
  store.prune(new Set(facts.keys()));
  return { facts, problems, leftOut, made: of, renamed };
}

/**
 * Reads the texts that are pages of their own: `about.md` and what stands in `pages/`.
 *
 * @param paths below the content folder
 */
export async function readTexts(
  paths: readonly string[],
  { content, code, store, pool, limits }: ReadingOptions,
): Promise<{ texts: Text[]; problems: SourceError[]; warnings: SourceError[] }> {
  const result: { texts: Text[]; problems: SourceError[]; warnings: SourceError[] } = {
    texts: [],
    problems: [],
    warnings: [],
  };
  for (const path of paths) {
    const inputs = inputsOf(code, path, hashOf(join(content, path)));
    const cached = store.note(path, inputs);
    const { size } = statSync(join(content, path));
    if (cached === null && size > limits.bytes) {
      result.problems.push(tooLarge(path, size, limits.bytes));
      continue;
    }
    const read = cached
      ? (JSON.parse(cached) as Exclude<Awaited<ReturnType<WorkerProcess['text']>>, { problems: unknown }>)
      : await pool.text(content, path, size).catch((error: unknown) => {
          if (!(error instanceof Ended)) throw error;
          return { problems: [endedBy(error, path, size, limits)] };
        });
    if ('problems' in read) result.problems.push(...read.problems.map((problem) => new SourceError(problem)));
    else {
      if (cached === null) store.putNote(path, inputs, JSON.stringify(read));
      result.texts.push(read.text);
      result.warnings.push(...read.warnings.map((problem) => new SourceError(problem)));
    }
  }
  return result;
}

/** Shares the files out; where one ends its thread, the others of its batch are read again without it. */
async function inBatches(
  files: readonly Found[],
  { content, pool, limits, names }: ReadingOptions & { names: string },
  take: (results: readonly ReadFile[]) => void,
  problems: SourceError[],
  links: ReadonlyMap<string, Record<string, string>> = new Map(),
): Promise<void> {
  const size = Math.max(1, Math.min(AT_ONCE, Math.ceil(files.length / pool.workers)));
  const batches = parts(files, size);
  await sharedOut(batches, pool.workers, async (batch) => {
    try {
      const toRead = batch.map(({ path, absolute, size }) => ({ path, absolute, size, articles: links.get(path) }));
      take(await pool.read({ content, names, files: toRead }));
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      const culprit = batch[error.index] ?? batch[0];
      if (!culprit) throw error;
      const rest = batch.filter((file) => file !== culprit);
      // What was read before it may have filled the memory: it is tried alone, with a thread of its own, before it is named.
      if (error.reason === 'memory' && rest.length > 0) batches.push([culprit]);
      else problems.push(endedBy(error, culprit.path, culprit.size, limits));
      if (rest.length > 0) batches.push(rest);
    }
  });
}

const endedBy = ({ reason }: Ended, path: string, bytes: number, limits: Limits): SourceError =>
  reason === 'time' ? tooLong(path, cpuOf(limits, bytes)) : tooMuchMemory(path, limits.memory);

function hashOf(file: string): string {
  try {
    // A pipe would never come to its end.
    return statSync(file).isFile() ? sha256(readFileSync(file)) : '';
  } catch {
    return '';
  }
}

/** Tells whether the pictures of cached records are still what they were. */
class Pictures {
  readonly #content: string;
  readonly #finder: PictureFinder;
  readonly #names = new Map<string, string>();

  constructor(content: string) {
    this.#content = content;
    this.#finder = new PictureFinder(content);
  }

  /** Renditions carry the first digits of their picture's hash in their name. */
  unchanged(path: string, { pictures, missing }: Facts): boolean {
    return (
      pictures.every(({ file, renditions }) => renditions.every(({ src }) => src.includes(`/${this.#name(file)}-`))) &&
      missing.every(({ name, digest }) => {
        const found = this.#finder.find(path, name);
        return (found === null ? '' : this.#name(found)) === digest;
      })
    );
  }

  #name(file: string): string {
    const known = this.#names.get(file);
    if (known !== undefined) return known;
    const name = digestOfPicture(this.#content, file);
    this.#names.set(file, name);
    return name;
  }
}
