import { relative } from 'node:path';
import { build, type BuildOptions, type BuildResult } from '../build/build.ts';
import { OutputError } from '../build/output.ts';
import { progress } from './progress.ts';
import { summary } from './summary.ts';

/**
 * Builds the site and tells of it on standard error: progress, every mistake, and what was made.
 *
 * @returns the result; null when the output folder can't be used, which has been told
 */
export async function buildSite(options: Omit<BuildOptions, 'report'>): Promise<BuildResult | null> {
  const report = progress(process.stderr, () => performance.now());
  try {
    const result = await build({ ...options, report });
    report.end();
    for (const problem of [...result.warnings, ...result.problems]) console.error(String(problem));
    console.error(summary(result, relative(process.cwd(), options.outDir) || options.outDir));
    return result;
  } catch (error) {
    report.end();
    if (!(error instanceof OutputError)) throw error;
    console.error(error.message);
    return null;
  }
}
