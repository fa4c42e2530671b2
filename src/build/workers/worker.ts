import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { findArticles } from '../articles/content-folder.ts';
import { FirstGuess } from '../articles/first-guess.ts';
import { readArticle } from '../articles/read-article.ts';
import { readText } from '../articles/read-text.ts';
import type { Text } from '../../edition/text.ts';
import type { Leads } from '../../render/links/links.ts';
import { site } from '../../site.ts';
import { SourceError, SourceErrors, type Problem } from '../../source/error.ts';
import type { Copy } from '../publish/public-files.ts';
import { sha256 } from '../cache/digest.ts';
import { unreadable } from './limits.ts';
import { FileGenerator, type GenerateTask, type MadeFile } from '../pages/generate.ts';
import { only, recordSettings } from '../cache/settings.ts';
import type { SearchOptions } from '../search/build-index.ts';
import { packed, Records, type Facts } from '../cache/record-store.ts';
import { makeRendition, type Rendition } from '../images/rendition.ts';
import { Unmakeable } from '../unmakeable.ts';

/** What the worker threads of the build do: read article files, and make files of the site. */

export interface FileToRead {
  path: string;
  absolute: string;
  /** Bytes. */
  size: number;
  /** Where its links to other articles lead, where that is known. */
  articles?: Record<string, string> | undefined;
}

export interface ReadTask {
  content: string;
  /** Another one where other articles are in the folder: what is known of their names is found anew then. */
  names: string;
  files: FileToRead[];
  /**
   * Three 32-bit numbers, shared: which file is being read, the number of the thread that reads it, and 1 from when the
   * file's code is coloured.
   */
  clock: SharedArrayBuffer;
}

/** What reading one file gave: a record to keep, or mistakes. */
export type ReadFile = { path: string; hash: string } & (
  { facts: string; digest: string; body: Uint8Array } | { problems: Required<Problem>[] }
);

let guess: { names: string; at: FirstGuess } | null = null;

/** What the paths of all articles tell of where links lead; a thread finds them once, for the first link that asks. */
function guessOf(content: string, names: string): FirstGuess {
  if (guess?.names !== names)
    guess = { names, at: new FirstGuess(findArticles(content).found.map(({ path }) => path)) };
  return guess.at;
}

export async function read({ content, names, files, clock }: ReadTask): Promise<ReadFile[]> {
  const guessed = (path: string): Leads => ({ get: (written) => guessOf(content, names).of(path).get(written) });
  const now = new Int32Array(clock);
  const settings = only(site, recordSettings);
  const results: ReadFile[] = [];
  for (const [index, { path, absolute, articles }] of files.entries()) {
    Atomics.store(now, 1, threadId);
    Atomics.store(now, 2, 0);
    Atomics.store(now, 0, index);
    let hash = '';
    try {
      const bytes = readFileSync(absolute);
      hash = sha256(bytes);
      const { record, json, digest, summary, warnings, draft, foreign, missing, asked, names, fragments } =
        await readArticle(
          content,
          path,
          bytes,
          settings,
          articles ? new Map(Object.entries(articles)) : guessed(path),
          () => Atomics.store(now, 2, 1),
        );
      const facts: Facts = {
        summary: { ...summary, digest },
        warnings: warnings.map((warning) => warning.toJSON()),
        draft,
        foreign,
        asked,
        names,
        fragments,
        missing,
        pictures: record.pictures.map(({ file, image: { renditions } }) => ({ file, renditions })),
      };
      results.push({ path, hash, facts: JSON.stringify(facts), digest, body: packed(json) });
    } catch (error) {
      results.push({ path, hash, problems: problemsOf(path, error).map((problem) => problem.toJSON()) });
    }
  }
  Atomics.store(now, 0, -1);
  return results;
}

/** A text that is a page of its own, or the mistakes in it. */
export async function text({
  content,
  path,
  clock,
}: Pick<ReadTask, 'content' | 'clock'> & { path: string }): Promise<
  { text: Text; warnings: Required<Problem>[] } | { problems: Required<Problem>[] }
> {
  const now = new Int32Array(clock);
  Atomics.store(now, 1, threadId);
  Atomics.store(now, 0, 0);
  try {
    const { text, warnings } = await readText(content, path, only(site, recordSettings));
    return { text, warnings: warnings.map((warning) => warning.toJSON()) };
  } catch (error) {
    return { problems: problemsOf(path, error).map((problem) => problem.toJSON()) };
  }
}

function problemsOf(path: string, error: unknown): readonly SourceError[] {
  if (error instanceof SourceErrors) return error.problems;
  if (error instanceof SourceError) return [error];
  return [unreadable(path, error instanceof Error ? `${error.name}: ${error.message}` : String(error))];
}

let fileGenerator: { is: string; at: FileGenerator } | null = null;

/** Makes a few files; the thread keeps its page bundle and its store open for the next ones. */
export async function make(task: GenerateTask): Promise<MadeFile[]> {
  const is = JSON.stringify([task.folder, task.pageBundle, task.store]);
  if (fileGenerator?.is !== is) {
    fileGenerator?.at.close();
    fileGenerator = { is, at: new FileGenerator(task) };
  }
  return fileGenerator.at.make(task.outputFiles);
}

/** What indexing needs: the options of `buildSearch`, with the file of the cached records. */
export interface IndexTask extends Omit<SearchOptions, 'record' | 'step'> {
  store: string;
}

export interface PictureTask {
  /** The picture on disk. */
  file: string;
  rendition: Rendition;
}

/** One rendition of a picture, or why there is none. */
export async function picture({
  file,
  rendition,
}: PictureTask): Promise<{ bytes: Uint8Array } | { problem: Required<Problem> }> {
  try {
    return { bytes: await makeRendition(file, rendition) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problem: error.toJSON() };
  }
}

/** Every file of the search index with its path in the site, or the article that it can't take. */
export type Indexed = { copies: Copy[] } | { id: string; reason: string };

/** Makes what is not kept of the search index. */
export async function index({ store, ...options }: IndexTask): Promise<Indexed> {
  const { buildSearch } = await import('../search/build-index.ts');
  const records = new Records(store);
  try {
    return { copies: (await buildSearch({ ...options, record: (digest) => records.get(digest) })).copies };
  } catch (error) {
    if (!(error instanceof Unmakeable)) throw error;
    return { id: error.articles[0] ?? '', reason: error.reason };
  } finally {
    records.close();
  }
}

/** Which files of a folder do not have the content that they should. */
export function check({ folder, files }: { folder: string; files: readonly [path: string, hash: string][] }): string[] {
  return files.flatMap(([path, hash]) => {
    try {
      return sha256(readFileSync(join(folder, path))) === hash ? [] : [path];
    } catch {
      return [path];
    }
  });
}
