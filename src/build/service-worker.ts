import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Edition, Kept } from '../scripts/worker/edition.ts';
import { storeBounds } from '../scripts/worker/names.ts';

const folder = fileURLToPath(new URL('../scripts/worker/', import.meta.url));

/** What the worker of an edition is made from. Equal values give equal bytes. */
export interface WorkerOptions {
  /** The site's base, `/` or `/news/`. */
  base: string;
  /** What every visit needs, the offline page and the front page among them. */
  shell: Kept[];
  /** Newest articles, newest first; a bounded number of them is kept. */
  newest: Kept[];
  /** Changes when the edition does. */
  version: string;
  /** False: the worker that takes itself away, and what was kept with it. */
  offline?: boolean;
}

/**
 * The service worker as one file, to be published as `sw.js` at the site's base.
 * @returns its source
 * @throws Error when the offline page is not in the shell, or the modules do not compile
 */
export async function buildServiceWorker(options: WorkerOptions): Promise<string> {
  const { base, version, shell } = options;
  const offline = `${base}offline/`;
  if (!shell.some(({ url }) => url === offline))
    throw new Error(`the worker's shell lacks the offline page ${offline}`);
  const edition: Edition = { base, version, shell, newest: options.newest.slice(0, storeBounds.newest), offline };
  const made = await build({
    entryPoints: [join(folder, options.offline === false ? 'farewell.ts' : 'worker.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    define: { EDITION: JSON.stringify(edition), 'process.env.NODE_ENV': '"production"' },
  });
  const file = made.outputFiles[0];
  if (!file) throw new Error('the service worker came out empty');
  return file.text;
}

/**
 * Files of the published folder as the worker keeps them, with the digest of each for a revision.
 * @param outDir the published folder
 * @param base   the site's base
 * @param files  paths below the folder: `index.html`, `_astro/page.js`, `articles/harbour/index.html`
 */
export async function keptFiles(outDir: string, base: string, files: readonly string[]): Promise<Kept[]> {
  return Promise.all(
    files.map(async (file) => ({
      url: base + encodeURI(file.replace(/(^|\/)index\.html$/, '$1')),
      revision: file.startsWith('_astro/')
        ? null
        : createHash('sha256')
            .update(await readFile(join(outDir, file)))
            .digest('hex')
            .slice(0, 16),
    })),
  );
}
