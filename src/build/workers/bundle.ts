import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sources } from '../cache/code.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import { kept, reachPackages, root } from '../cache/folders.ts';

const WORKER = 'src/build/workers/worker.ts';
/** Packages with binaries of their own stay where they are. */
const apart = ['sharp', 'esbuild', 'piscina', 'pagefind', 'astro'];
/** Bundles of a few states of the code are kept. */
const KEPT_BUNDLES = 3;

/**
 * The worker threads' code as one file: its packages are a thousand small modules, which each thread
 * would take a second to find and load.
 *
 * @param keep the cache folder
 * @returns the file to start threads with
 */
export async function workerFile(keep: string, sources: Sources): Promise<string> {
  const key = keyOf(
    sources.key([WORKER]),
    sources.keyOfFiles(['package-lock.json', 'src/build/workers/bundle.ts']),
    process.versions.node,
    root,
  );
  const folder = join(kept.workers(keep), key);
  const file = join(folder, 'worker.mjs');
  if (whole(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return file;
  }
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
  reachPackages(keep);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const files = outputFiles.map(({ path, contents }) => {
    const name = path.slice(folder.length + 1);
    writeFileSync(join(draft, name), contents);
    return [name, sha256(contents)];
  });
  writeFileSync(join(draft, 'files.json'), JSON.stringify(files));
  renameSync(draft, folder);
  forgetOld(kept.workers(keep));
  return file;
}

function whole(folder: string): boolean {
  try {
    const files = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as [string, string][];
    return files.length > 0 && files.every(([name, hash]) => sha256(readFileSync(join(folder, name))) === hash);
  } catch {
    return false;
  }
}

function forgetOld(folder: string): void {
  const aged = readdirSync(folder).map((name) => ({ name, used: statSync(join(folder, name)).mtimeMs }));
  aged.sort((a, b) => b.used - a.used);
  for (const { name } of aged.slice(KEPT_BUNDLES)) rmSync(join(folder, name), { recursive: true, force: true });
}
