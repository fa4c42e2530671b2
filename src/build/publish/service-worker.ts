import { build } from 'esbuild';
import type { Edition, Kept } from '../../client/service-worker/edition.ts';
import { root } from '../cache/folders.ts';
import { storeBounds } from '../../client/service-worker/names.ts';

const worker = 'src/client/service-worker/worker.ts';
const farewell = 'src/client/service-worker/farewell.ts';

/** The modules that a service worker is bundled from, below the project's folder. */
export const workerModules = [worker, farewell] as const;

/** What the worker of an edition is made from. Equal values give equal bytes. */
export interface WorkerOptions {
  /** The site's base, `/` or `/news/`. */
  base: string;
  /** What every visit needs, the offline page and the front page among them. */
  shell: Kept[];
  /** A bounded number of the newest articles, newest first, then lists. */
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
  const { base, version } = options;
  const offline = `${base}offline/`;
  if (!options.shell.some(({ url }) => url === offline))
    throw new Error(`the worker's shell lacks the offline page ${offline}`);
  const edition: Edition = {
    base,
    version,
    shell: options.shell,
    newest: options.newest,
    offline,
  };
  const made = await build({
    absWorkingDir: root,
    entryPoints: [options.offline === false ? farewell : worker],
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
 * What every visit needs: the front page, the offline page, one's own lists, and what they are made of; the desk's own
 * scripts are kept when it is opened.
 */
const shell =
  /^(?:(?:offline\/|saved\/)?index\.html|_astro\/(?!DeskPage|zip\.)[^/]+\.(?:js|css|woff2)|icon\.svg|icon-192\.png|manifest\.webmanifest)$/;

/**
 * Picks what the worker keeps ahead, of the files of a made site.
 * @param files  every file: its path below the output folder, and a digest of its bytes
 * @param newest paths of the newest articles below the base, newest first: `/articles/harbour/`
 * @param lists  paths of the lists that lead to articles: they can be walked through without a network
 * @param base   the site's base
 */
export function precached(
  files: Iterable<{ path: string; hash: string }>,
  { newest, lists }: { newest: readonly string[]; lists: readonly string[] },
  base: string,
): Pick<WorkerOptions, 'shell' | 'newest'> {
  const byUrl = new Map<string, Kept>();
  const ofShell: Kept[] = [];
  for (const { path, hash } of files) {
    const below = path.replace(/(^|\/)index\.html$/, '$1');
    const kept = {
      url: base + below.split('/').map(encodeURIComponent).join('/'),
      // The compiler puts a digest into these names.
      revision: path.startsWith('_astro/') ? null : hash.slice(0, 16),
    };
    if (shell.test(path)) ofShell.push(kept);
    else byUrl.set(`/${below}`, kept);
  }
  return {
    // In one order whatever the files came in: an edition without a change has the same worker.
    shell: ofShell.sort((a, b) => (a.url < b.url ? -1 : 1)),
    newest: [
      ...newest.flatMap((path) => byUrl.get(path) ?? []).slice(0, storeBounds.newest),
      ...lists.flatMap((path) => byUrl.get(path) ?? []),
    ],
  };
}
