import type { OutputFile, Generator } from '../../edition/files/output-file.ts';
import type { Chrome, Page } from '../../edition/pages.ts';
import type { Site } from '../../site.ts';
import type { CodeGraph } from './code-graph.ts';
import { keyOf, sha256 } from './digest.ts';
import { generators } from '../generators/generators.ts';
import type { FileToGenerate } from '../pages/generate.ts';
import { compiled, routeKey, type Route, type RouteKeys } from '../pages/routes.ts';
import { recordSettings, settingsKey } from './settings.ts';

/** The component that shows a page, where its address does not tell. */
const componentOf = (page: Page): string | null =>
  page.kind === 'own' ? page.component : page.kind === 'text' ? 'src/pages/[...page].astro' : null;

/** What everything depends on: the packages, and the version of Node, which brings its own tables of languages and zones. */
export const environmentKey = (code: CodeGraph): string =>
  keyOf(code.keyOfFiles(['package-lock.json']), process.versions.node);

/** What reads the files of the content folder. */
export const READERS = ['src/build/articles/read-article.ts', 'src/build/articles/read-text.ts'] as const;

/** Key of the code that reads an article, and of the settings that it sees. */
export const readingKey = (code: CodeGraph, site: Site): string =>
  keyOf(
    code.key(READERS),
    code.keyOfFiles(['src/build/workers/worker.ts', 'src/build/cache/record-store.ts']),
    environmentKey(code),
    settingsKey(site, recordSettings),
  );

/** Key of the code that makes renditions of pictures. */
export const renditionKey = (code: CodeGraph): string =>
  keyOf(code.key(['src/build/images/rendition.ts']), environmentKey(code));

/** Key of the code that makes the search index. */
export const searchKey = (code: CodeGraph): string =>
  keyOf(code.key(['src/build/search/build-index.ts']), environmentKey(code));

/** Gives output files their keys: an output file's bytes depend on nothing that isn't in its key. */
export class OutputKeys {
  readonly #generators = new Map<Generator, string>();
  readonly #chromes = new WeakMap<Chrome, string>();
  readonly #code: CodeGraph;
  readonly #site: Site;
  readonly #pages: readonly Route[];
  readonly #digests: ReadonlyMap<string, string>;

  /**
   * @param pages   the code of each route
   * @param digests digest of each article's cached record, by its id
   */
  constructor(code: CodeGraph, site: Site, pages: RouteKeys, digests: ReadonlyMap<string, string>) {
    this.#code = code;
    this.#site = site;
    this.#pages = compiled(pages);
    this.#digests = digests;
  }

  of(outputFile: OutputFile): FileToGenerate {
    const { path, articles, work } = outputFile;
    const digests = articles.map((id) => this.#digests.get(id) ?? '');
    const code = this.#generator(work.generator);
    if (work.generator !== 'page')
      return { outputFile, digests, key: keyOf(code, path, JSON.stringify(work), ...digests) };
    const key = keyOf(
      code,
      routeKey(this.#pages, path, componentOf(work.page)),
      path,
      JSON.stringify(work.page),
      this.#chrome(work.chrome),
      ...digests,
    );
    return { outputFile, digests, key };
  }

  #generator(generator: Generator): string {
    const known = this.#generators.get(generator);
    if (known !== undefined) return known;
    const module = `src/build/generators/${generators[generator].module}.ts`;
    const key = keyOf(
      generator,
      this.#code.key([module, ...(generators[generator].bundles ?? [])]),
      this.#code.keyOfFiles(['src/build/pages/generate.ts', 'src/build/cache/settings.ts']),
      environmentKey(this.#code),
      settingsKey(this.#site, generators[generator].settings),
    );
    this.#generators.set(generator, key);
    return key;
  }

  /** Every page has the same frame: it is written out and hashed once. */
  #chrome(chrome: Chrome): string {
    const known = this.#chromes.get(chrome);
    if (known !== undefined) return known;
    const key = sha256(JSON.stringify(chrome));
    this.#chromes.set(chrome, key);
    return key;
  }
}
