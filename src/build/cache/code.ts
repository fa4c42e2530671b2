import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { keyOf, sha256 } from './digest.ts';

/**
 * Which files a piece of the program is made from, so that what it made is made again when one of them
 * changes, and only then.
 */

/** Types are gone when the program runs. */
const typeImport = /^\s*(?:import|export)\s+type\s[^;]*?from\s*['"][^'"]+['"]/gm;
/** Any relative path in quotes or in a style sheet's `url()`: an import, a worker, a data file, a font. */
const relativePath = /(['"`]|url\(\s*)(\.{1,2}\/[^'"`)\n?#]+)/g;
const readable = new Set(['.ts', '.mts', '.js', '.mjs', '.astro', '.css', '.json', '.svg']);

/** Reads the project's sources, each once. */
export class Sources {
  readonly #root: string;
  readonly #known = new Map<string, { hash: string; names: string[] }>();

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Every file of the project that the given ones name, directly or through others, themselves included.
   * A path in a comment counts too: too much is made again then, never too little.
   *
   * @param entries paths below the project's folder
   * @param without files that are left out, and what only they name
   * @returns paths below the project's folder, `/` between their parts, sorted
   */
  closure(entries: readonly string[], without: readonly string[] = []): string[] {
    const open = entries.map((entry) => join(this.#root, entry));
    const seen = new Set<string>();
    const out = new Set(without.map((path) => join(this.#root, path)));
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file) || out.has(file)) continue;
      seen.add(file);
      open.push(...this.#read(file).names);
    }
    return [...seen].map((file) => relative(this.#root, file).split(sep).join('/')).sort();
  }

  /** The key of a closure: of its files' paths and contents. */
  key(entries: readonly string[], without: readonly string[] = []): string {
    return this.keyOfFiles(this.closure(entries, without));
  }

  /** The key of these files alone; one that isn't there counts as such. */
  keyOfFiles(paths: readonly string[]): string {
    return keyOf(...paths.flatMap((path) => [path, this.#read(join(this.#root, path)).hash]));
  }

  /** Whether a file that was read has changed since: what was made meanwhile is made of who knows what. */
  changed(): boolean {
    return [...this.#known].some(([file, { hash }]) => hashOf(file) !== hash);
  }

  #read(file: string): { hash: string; names: string[] } {
    const known = this.#known.get(file);
    if (known) return known;
    const names = readable.has(extname(file)) && existsSync(file) ? named(file, readFileSync(file, 'utf8')) : [];
    const read = { hash: hashOf(file), names };
    this.#known.set(file, read);
    return read;
  }
}

const hashOf = (file: string): string =>
  existsSync(file) && statSync(file).isFile() ? sha256(readFileSync(file)) : 'missing';

function named(file: string, text: string): string[] {
  const names = new Set<string>();
  for (const [, , path = ''] of text.replace(typeImport, '').matchAll(relativePath)) {
    const absolute = resolve(dirname(file), path.trim());
    if (existsSync(absolute) && statSync(absolute).isFile()) names.add(absolute);
  }
  return [...names];
}
