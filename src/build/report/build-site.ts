import { statfsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build, type BuildOptions, type BuildResult } from '../build.ts';
import { UnusableFolder } from '../folders/mark.ts';
import { BuildMistake } from './build-mistake.ts';
import { progress } from './progress.ts';
import { told } from './told.ts';
import { summary } from './summary.ts';

/**
 * Builds the site and tells of it on standard error: progress, every mistake, and what was made.
 *
 * @returns the result; null when the output folder can't be used or the disk is full, which has been told
 */
export async function buildSite(options: Omit<BuildOptions, 'report'>): Promise<BuildResult | null> {
  const report = progress(process.stderr, () => performance.now());
  try {
    const result = await build({ ...options, report });
    report.end();
    for (const line of told([...result.warnings, ...result.problems])) console.error(line);
    console.error(summary(result, relative(process.cwd(), options.outDir) || options.outDir));
    return result;
  } catch (error) {
    report.end();
    const full = fullDisk(error, options.outDir);
    const isTold = error instanceof UnusableFolder || error instanceof BuildMistake;
    if (full === null && !isTold && !isRefusal(error)) throw error;
    console.error(full ?? (isTold ? error.message : refused(error as Error)));
    return null;
  }
}

/** Whether the system refused to let something be written or read. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  (/^E(?:ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR|NAMETOOLONG|MFILE|IO|BUSY)$/.test(
    String((error as NodeJS.ErrnoException).code),
  ) ||
    /readonly database|unable to open database|attempt to write/.test(error.message));

const refused = (error: Error): string =>
  `the build was refused what it needs, what was published is as it was: ${error.message.split('\n')[0]}`;

/** @returns what to say of a disk that is full; null of any other error */
function fullDisk(error: unknown, outDir: string): string | null {
  // A worker thread or the compiler leaves nothing but the words of the error that it met.
  const said =
    /[^\n]*(?:\b(?:ENOSPC|EDQUOT)\b|disk is full|No space left)[^\n]*/.exec(
      error instanceof Error ? error.message : '',
    )?.[0] ?? (hasRoom(outDir) ? undefined : String(error));
  return said === undefined
    ? null
    : `there is no room left on the disk, what was published is as it was: make room, and build again (${said.trim()})`;
}

/** Bytes: with less, whatever went wrong, room is what is missing. SQLite has several words for it. */
const LEAST_ROOM = 1_000_000;

function hasRoom(outDir: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(resolve(outDir)));
    return bavail * bsize >= LEAST_ROOM;
  } catch {
    return true;
  }
}
