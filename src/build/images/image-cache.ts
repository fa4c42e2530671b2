import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { SourceError } from '../../source/error.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import { linkedOrCopied } from '../publish/link-file.ts';
import { inside } from '../publish/paths.ts';
import type { MadeFile } from '../pages/generate.ts';
import { sharedOut } from '../workers/shared-out.ts';
import { readEmbeddedName } from '../../html/files/embedded.ts';
import { unusable, type Rendition } from './rendition.ts';
import { Ended } from '../workers/pool.ts';
import type { WorkerProcess } from '../workers/worker-process.ts';
import type { Facts, Store } from '../cache/record-store.ts';
import { dropOwn } from '../folders/own-names.ts';

/**
 * The renditions that the articles name, each once.
 *
 * @param facts by the article's file
 * @param base  the site's base, with which renditions' addresses begin
 * @param code  key of the code that makes them
 */
export function renditionsOf(facts: ReadonlyMap<string, Facts>, base: string, code: string): Rendition[] {
  const renditions = new Map<string, Rendition>();
  for (const [article, { pictures }] of facts) {
    for (const { file, renditions: named } of pictures) {
      for (const { src, width } of named) {
        const path = src.slice(base.length);
        const known = renditions.get(path);
        if (known === undefined)
          renditions.set(path, { path, key: keyOf('rendition', path, width, code), file, width, articles: [article] });
        else if (!known.articles.includes(article)) known.articles.push(article);
      }
    }
  }
  return [...renditions.values()];
}

/** Makes renditions, and keeps them by the picture's content. */
export class ImageCache {
  readonly #content: string;
  readonly #kept: string;
  readonly #store: Store;
  readonly #pool: WorkerProcess;

  /**
   * @param content the content folder
   * @param folder  where renditions are kept
   * @param pool    decodes pictures: what a picture does to the decoder is nothing to the build
   */
  constructor(content: string, folder: string, store: Store, pool: WorkerProcess) {
    this.#content = content;
    this.#kept = folder;
    this.#store = store;
    this.#pool = pool;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Makes what isn't kept yet.
   *
   * @param step told as renditions are done
   * @returns the mistakes, in each article that names a picture which can't be decoded
   */
  async make(renditions: readonly Rendition[], step: (done: number, of: number) => void): Promise<SourceError[]> {
    const missing = renditions.filter(
      (each) => this.#store.rendition(nameOf(each)) === null || !existsSync(this.#place(each)),
    );
    const broken = new Map<string, SourceError[]>();
    let done = 0;
    // One picture is compressed by one core.
    await sharedOut([...missing], availableParallelism(), async (rendition) => {
      try {
        if (!broken.has(rendition.file)) await this.#makeOne(rendition);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        broken.set(
          rendition.file,
          rendition.articles.map((path) => new SourceError({ ...error.toJSON(), path })),
        );
      }
      step((done += 1), missing.length);
    });
    return [...broken.values()].flat();
  }

  /** Puts one rendition into a generation of the site; one that is not what it was is made again. */
  async place(rendition: Rendition, folder: string): Promise<MadeFile> {
    const { path, key } = rendition;
    const kept = this.#place(rendition);
    const known = this.#store.rendition(nameOf(rendition));
    const whole = known !== null && existsSync(kept) && sha256(readFileSync(kept)) === known;
    const hash = whole ? known : await this.#makeOne(rendition);
    const file = inside(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    linkedOrCopied(kept, file);
    const { size, mtimeMs, ctimeMs } = statSync(file);
    return { path, key, hash, size, modified: mtimeMs, changed: ctimeMs };
  }

  async #makeOne(rendition: Rendition): Promise<string> {
    const file = join(this.#content, readEmbeddedName(rendition.file)?.file ?? rendition.file);
    const bytes = await this.#pool.picture({ file, rendition }).catch((error: unknown) => {
      throw error instanceof Ended ? unusable(rendition, 'decoding it took more memory than there is for it') : error;
    });
    const hash = sha256(bytes);
    const kept = this.#place(rendition);
    writeFileSync(`${kept}.new`, bytes);
    renameSync(`${kept}.new`, kept);
    this.#store.putRendition(nameOf(rendition), hash);
    return hash;
  }

  #place(rendition: Rendition): string {
    return join(this.#kept, nameOf(rendition));
  }

  /** Forgets renditions that no article names any more. */
  prune(wanted: readonly Rendition[]): void {
    const names = new Set(wanted.map(nameOf));
    for (const name of dropOwn(this.#kept, names)) this.#store.dropRendition(name);
  }
}

const nameOf = ({ key }: Rendition): string => `${key}.webp`;
