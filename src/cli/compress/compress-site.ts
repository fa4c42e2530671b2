import { existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { realPlace } from '../../build/folders/mark.ts';
import { siteBeside } from '../../build/folders/site-beside.ts';
import { linkedOrCopied } from '../../build/publish/link-file.ts';

export interface CompressOptions {
  /** The highest level of both methods. */
  best: boolean;
  /** Threads. */
  workers: number;
}

export interface Compressed {
  files: number;
  /** Files compressed now, and those whose compressed form was kept. */
  compressed: number;
  kept: number;
  /** Bytes of the texts, before and after (brotli). */
  before: number;
  after: number;
}

/** Kinds that grow smaller. The search index, pictures, fonts and books are compressed in themselves. */
const texts = new Set(['.html', '.css', '.js', '.json', '.xml', '.xsl', '.txt', '.md', '.svg', '.webmanifest']);
/** Below this the headers weigh more than what is saved. */
const LEAST = 1024;

/**
 * Puts a site beside its build with `.br` and `.gz` files next to its texts. The build's own folder stays
 * as it is: there a compressed file would outlive the text that it was made from. What was compressed
 * before is used again where the text is the very same file (a hard link); the new folder takes the old
 * one's place when it is whole.
 *
 * @throws UnusableFolder where the new folder is not one that this command made; nothing was touched then
 */
export async function compressSite(
  from: string,
  into: string,
  { best, workers }: CompressOptions,
): Promise<Compressed> {
  const to = realPlace(into);
  const result: Compressed = { files: 0, compressed: 0, kept: 0, before: 0, after: 0 };
  await siteBeside(from, into, 'compressed', async (beside, files) => {
    const open: string[] = [];
    for (const { path, source } of files) {
      const target = join(beside, path);
      mkdirSync(dirname(target), { recursive: true });
      linkedOrCopied(source, target);
      result.files += 1;
      const { size } = statSync(source);
      if (!texts.has(extname(path)) || size < LEAST) continue;
      result.before += size;
      if (same(source, join(to, path)) && ['.br', '.gz'].every((ending) => existsSync(join(to, path) + ending))) {
        for (const ending of ['.br', '.gz']) linkedOrCopied(join(to, path) + ending, target + ending);
        result.kept += 1;
      } else open.push(target);
    }
    await inThreads(open, best, workers);
    result.compressed = open.length;
    for (const entry of readdirSync(beside, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name.endsWith('.br'))
        result.after += statSync(join(entry.parentPath, entry.name)).size;
    }
  });
  return result;
}

/** Whether two paths are one file. A file that the build makes anew is another one, whatever its time and size. */
function same(a: string, b: string): boolean {
  const [one, other] = [lstatSync(a), lstatSync(b, { throwIfNoEntry: false })];
  return (
    other !== undefined &&
    one.ino !== 0 &&
    one.ino === other.ino &&
    one.dev === other.dev &&
    one.mtimeMs === other.mtimeMs
  );
}

async function inThreads(files: readonly string[], best: boolean, workers: number): Promise<void> {
  const share = (at: number) => files.filter((_, index) => index % workers === at);
  await Promise.all(
    Array.from(
      { length: Math.min(workers, files.length) },
      (_, at) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(new URL('./compress-worker.ts', import.meta.url), {
            workerData: { files: share(at), best },
          });
          worker.on('error', reject);
          worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
        }),
    ),
  );
}
