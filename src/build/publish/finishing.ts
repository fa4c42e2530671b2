import type { Site } from '../../site.ts';
import type { CodeGraph } from '../cache/code-graph.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import { makeHeaders, policed } from './headers.ts';
import { environmentKey } from '../cache/keys.ts';
import type { Manifest } from '../cache/manifest.ts';
import { buildServiceWorker, precached, workerModules } from './service-worker.ts';
import { only, pageSettings, settingsKey } from '../cache/settings.ts';

/** A file that is made from the other files of the site, when these are done. */
export interface Finish {
  path: string;
  /** Key of what it is made from. */
  key: (files: Manifest) => string;
  /** @param folder where the other files are */
  make: (files: Manifest, folder: string) => Promise<string>;
}

/**
 * The service worker, which knows what it keeps ahead by the content of each file; the headers, which allow
 * what the pages need; and the manifest with which the site can be installed.
 *
 * @param ahead paths below the base of what is kept ahead: the newest articles, newest first, and lists
 */
export function finishes(
  code: CodeGraph,
  site: Site,
  ahead: { newest: readonly string[]; lists: readonly string[] },
): Finish[] {
  const settings = only(site, pageSettings);
  const keyOfCode = (...modules: string[]) =>
    keyOf(code.key(modules), environmentKey(code), settingsKey(site, pageSettings));
  const worker = keyOfCode('src/build/publish/service-worker.ts', ...workerModules);
  const manifest = keyOfCode('src/build/publish/webmanifest.ts');
  const headers = keyOfCode('src/build/publish/headers.ts');
  const options = (files: Manifest) => {
    const kept = precached(files.values(), ahead, site.base);
    return { base: site.base, offline: site.offline, ...kept, version: sha256(JSON.stringify(kept)).slice(0, 16) };
  };
  return [
    {
      path: 'sw.js',
      key: (files) => keyOf(worker, JSON.stringify(options(files))),
      make: (files) => buildServiceWorker(options(files)),
    },
    {
      path: '_headers',
      key: (files) =>
        keyOf(
          headers,
          sha256(
            JSON.stringify(
              policed(files)
                .map(({ hash }) => hash)
                .sort(),
            ),
          ),
        ),
      make: (files, folder) => Promise.resolve(makeHeaders(files, folder, settings)),
    },
    {
      path: 'manifest.webmanifest',
      key: () => manifest,
      // Loads every language's words: only when they are needed.
      make: async () => (await import('./webmanifest.ts')).webManifest(settings),
    },
  ];
}
