import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf, sha256 } from './digest.ts';
import { readMarked, writeMarked } from './marked-file.ts';

/**
 * Which files each module of the program is made from, as esbuild tells it (its metafile), so that a result is made
 * again when one of these changes, and only then. Types are gone from it, and packages: the lock file stands for them.
 */

/** Where the program begins: what is started by its path, and so imported by nothing. */
const codeEntries = [
  'astro.config.mjs',
  'src/build/build.ts',
  'src/build/workers/worker.ts',
  'src/build/pages/render-page.ts',
  'src/client/service-worker/worker.ts',
  'src/client/service-worker/farewell.ts',
  'src/client/desk/worker.ts',
  'src/client/desk/lighter/languages.ts',
  'src/client/desk/lighter/character-names.ts',
] as const;

/** A module's own content and the project's modules that it imports: paths below the project's folder. */
interface Module {
  hash: string;
  imports: readonly string[];
}

export class CodeGraph {
  readonly #root: string;
  readonly #modules: ReadonlyMap<string, Module>;
  /** Files that keys were asked of beside the graph's modules. */
  readonly #others = new Map<string, string>();
  readonly #closures = new Map<string, string>();

  private constructor(root: string, modules: ReadonlyMap<string, Module>) {
    this.#root = root;
    this.#modules = modules;
  }

  /**
   * Takes the graph that is cached, where all its files are as they were; asks esbuild otherwise.
   *
   * @param root    the project's folder
   * @param file    where the graph is cached
   * @param entries where the program begins; paths below `root`
   * @throws Error with what esbuild says where the code can't be read
   */
  static async open(root: string, file: string, entries: readonly string[] = codeEntries): Promise<CodeGraph> {
    const cached = readCached(root, file, entries);
    if (cached) return new CodeGraph(root, cached);
    const modules = await analyse(root, entries);
    writeMarked(file, JSON.stringify({ entries, modules: [...modules] }));
    return new CodeGraph(root, modules);
  }

  /**
   * Every module that the given ones import, directly or through others, themselves included, sorted.
   *
   * @param without modules that are passed over, with what they alone import
   */
  closure(modules: readonly string[], without: readonly string[] = []): string[] {
    const open = [...modules];
    const seen = new Set<string>();
    const out = new Set(without);
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path) || out.has(path)) continue;
      const module = this.#modules.get(path);
      if (!module) throw new Error(`${path} is no module of the program: nothing that is started imports it`);
      seen.add(path);
      open.push(...module.imports);
    }
    return [...seen].sort();
  }

  /** The key of the given modules with all that they import: of the files' paths and contents. */
  key(modules: readonly string[], without: readonly string[] = []): string {
    const name = JSON.stringify([modules, without]);
    let key = this.#closures.get(name);
    if (key === undefined) this.#closures.set(name, (key = this.keyOfFiles(this.closure(modules, without))));
    return key;
  }

  /** The key of these files alone; one that isn't there counts as such. */
  keyOfFiles(paths: readonly string[]): string {
    return keyOf(...paths.flatMap((path) => [path, this.#hash(path)]));
  }

  /** Whether a file has changed since it was read: what was made meanwhile may be made from either. */
  changed(): boolean {
    const known: [string, string][] = [...this.#modules].map(([path, { hash }]) => [path, hash]);
    return [...known, ...this.#others].some(([path, hash]) => hashOf(join(this.#root, path)) !== hash);
  }

  #hash(path: string): string {
    const known = this.#modules.get(path)?.hash ?? this.#others.get(path);
    if (known !== undefined) return known;
    const hash = hashOf(join(this.#root, path));
    this.#others.set(path, hash);
    return hash;
  }
}

/** The content's hash; `missing` for a file that isn't there. */
export const hashOf = (file: string): string =>
  existsSync(file) && statSync(file).isFile() ? sha256(readFileSync(file)) : 'missing';

function readCached(root: string, file: string, entries: readonly string[]): ReadonlyMap<string, Module> | null {
  const text = readMarked(file);
  if (text === null) return null;
  const cached = JSON.parse(text) as { entries: string[]; modules: [string, Module][] };
  if (cached.entries.join() !== entries.join()) return null;
  const fresh = cached.modules.every(([path, { hash }]) => hashOf(join(root, path)) === hash);
  return fresh ? new Map(cached.modules) : null;
}

async function analyse(root: string, entries: readonly string[]): Promise<Map<string, Module>> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir: 'unwritten',
    bundle: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['astro:*'],
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      path,
      {
        hash: hashOf(join(root, path)),
        imports: imports.flatMap(({ path: imported, external }) => (external === true ? [] : [imported])),
      },
    ]),
  );
}
