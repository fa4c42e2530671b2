import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CacheFolder } from '../cache/cache-folder.ts';
import type { CodeGraph } from '../cache/code-graph.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import { kept, reachPackages, root } from '../cache/folders.ts';

const WORKER = 'src/build/workers/worker.ts';
/** Packages with binaries of their own stay where they are, and one whose hundreds of grammars few articles ask for. */
const apart = ['sharp', 'esbuild', 'piscina', 'pagefind', 'astro', 'shiki'];
/** Bundles of a few states of the code stay cached. */
const MOST = 3;

/**
 * The worker threads' code as one file: its packages are a thousand small modules, which each thread
 * would take a second to find and load.
 *
 * @param cache the cache folder
 * @returns the file to start threads with
 */
export async function workerFile(cache: string, code: CodeGraph): Promise<string> {
  const bundles = new CacheFolder(kept.workers(cache));
  const key = keyOf(
    code.key([WORKER]),
    code.keyOfFiles(['package-lock.json', 'src/build/workers/bundle.ts']),
    process.versions.node,
    root,
  );
  const entry = bundles.verified(key) ?? (await bundles.put(key, bundle));
  reachPackages(cache);
  bundles.forget(MOST);
  return join(entry.folder, 'worker.mjs');
}

async function bundle(folder: string): Promise<{ files: [string, string][] }> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { worker: join(root, WORKER) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    sourcemap: false,
    external: apart,
    logLevel: 'silent',
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    plugins: [
      {
        name: 'own-address',
        setup: ({ onLoad }) =>
          // A module that asks where it is means its source.
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8').replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
            loader: 'ts',
          })),
      },
    ],
  });
  return {
    files: outputFiles.map(({ path, contents }) => {
      const name = path.slice(folder.length + 1);
      writeFileSync(join(folder, name), contents);
      return [name, sha256(contents)];
    }),
  };
}
