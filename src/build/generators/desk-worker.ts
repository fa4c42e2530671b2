import { root } from '../cache/folders.ts';
import { lighter } from './lighter.ts';

/** The module that the desk's worker begins with, below the project's folder. */
export const DESK_WORKER = 'src/client/desk/worker.ts';

/** The rooms that read an article, as one file for a browser's worker. */
export async function make(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [DESK_WORKER],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['worker'],
    charset: 'utf8',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [lighter],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const file = outputFiles[0];
  if (!file) throw new Error('the worker of the desk came out empty');
  return file.text;
}
