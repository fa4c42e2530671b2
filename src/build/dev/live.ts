import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleId } from '../../article/id.ts';
import type { OutputFile } from '../../edition/files/output-file.ts';
import { openEdition } from '../../edition/edition.ts';
import { planEdition } from '../../edition/plan.ts';
import { searchEntries } from '../../edition/search-entries.ts';
import { pageFile } from '../../edition/lists/paging.ts';
import { clashes, contentFolder, findArticles, withoutThose } from '../articles/content-folder.ts';
import { site } from '../../site.ts';
import type { SourceError } from '../../source/error.ts';
import { workerFile } from '../workers/bundle.ts';
import { CodeGraph } from '../cache/code-graph.ts';
import { READERS, readingKey, renditionKey, searchKey } from '../cache/keys.ts';
import { limits } from '../workers/limits.ts';
import { inside } from '../publish/paths.ts';
import { kept, root } from '../cache/folders.ts';
import { WorkerProcess } from '../workers/worker-process.ts';
import { provideArticles } from '../pages/provided-articles.ts';
import { FileGenerator } from '../pages/generate.ts';
import { marked } from '../articles/shown.ts';
import { readListAddresses } from '../articles/list-addresses.ts';
import { foreignKeys } from '../articles/foreign-keys.ts';
import { sorted, warningsOf } from '../articles/problems.ts';
import { readAll, readTexts } from '../articles/read-all.ts';
import { ImageCache, renditionsOf } from '../images/image-cache.ts';
import { Records, Store } from '../cache/record-store.ts';
import { cacheFolder } from '../folders/own-cache.ts';

/** What stands at an address while one writes: a page's values, a file, the mistakes of an article, or nothing. */
export type Found =
  | { kind: 'page'; locals: App.Locals }
  | { kind: 'file'; content: string | Uint8Array }
  | { kind: 'mistakes'; problems: SourceError[] }
  | { kind: 'nothing'; locals: App.Locals };

interface Edition {
  outputFiles: ReadonlyMap<string, OutputFile>;
  digests: ReadonlyMap<string, string>;
  problems: SourceError[];
  nowhere: App.Locals;
  records: Records;
  /** The files of the search index, by their path in the site: made when they are first asked for. */
  search: () => Promise<ReadonlyMap<string, string>>;
  fileGenerator: FileGenerator;
}

/** The edition of `npm run dev`: in memory, drafts in it, read again when a file of the content folder changes. */
export class Live {
  readonly #folder: string;
  #pool: WorkerProcess;
  readonly #store: Store;
  #edition: Promise<Edition> | null = null;
  /** What the desk's page is given, and must show to have something written. */
  readonly deskToken = randomUUID();

  constructor() {
    this.#folder = kept.live(cacheFolder());
    mkdirSync(join(this.#folder, 'site'), { recursive: true });
    this.#store = new Store(join(this.#folder, 'records.sqlite'));
    this.#pool = this.#newPool();
    provideArticles(async () => {
      const { digests, records } = await (this.#edition ??= this.#read());
      return [...digests.values()].map((digest) => records.get(digest));
    });
  }

  #newPool(): WorkerProcess {
    const keep = cacheFolder();
    return new WorkerProcess(
      undefined,
      async () => workerFile(keep, await CodeGraph.open(root, kept.codeGraph(keep))),
      limits,
    );
  }

  /**
   * Has files read by the code as it is now.
   *
   * @param path a file that has changed, below the project's folder
   * @returns whether it is code that reads the content folder
   */
  async renew(path: string): Promise<boolean> {
    const code = await CodeGraph.open(root, kept.codeGraph(this.#folder));
    if (!code.closure(READERS).includes(path)) return false;
    const before = this.#pool;
    this.#pool = this.#newPool();
    await before.close();
    return true;
  }

  /**
   * Reads what changed.
   *
   * @returns every mistake and warning there is
   */
  async reload(): Promise<SourceError[]> {
    const before = await this.#edition?.catch(() => null);
    this.#edition = this.#read();
    const { problems } = await this.#edition;
    before?.records.close();
    before?.fileGenerator.close();
    return problems;
  }

  /**
   * What stands at an address.
   *
   * @param path below the site's base, decoded, with its leading slash: `/articles/harbour/`
   */
  async find(path: string): Promise<Found> {
    const { outputFiles, digests, problems, nowhere, records, search, fileGenerator } = await (this.#edition ??=
      this.#read());
    const file = pageFile(path);
    const outputFile = outputFiles.get(file);
    if (outputFile?.work.generator === 'page') {
      const digest = digests.get(outputFile.articles[0] ?? '');
      const { page, chrome } = outputFile.work;
      return {
        kind: 'page',
        locals: {
          page,
          chrome,
          site,
          record: digest === undefined ? null : records.get(digest),
          ...(page.kind === 'desk' && { deskToken: this.deskToken }),
        },
      };
    }
    if (outputFile)
      return {
        kind: 'file',
        content: await fileGenerator.content(
          outputFile,
          outputFile.articles.map((id) => digests.get(id) ?? ''),
        ),
      };
    if (/^\/(?:pagefind\/|search\/shards\.json$)/.test(path)) {
      const from = (await search()).get(path.slice(1));
      if (from !== undefined) return { kind: 'file', content: readFileSync(from) };
    }
    const own = problems.filter(
      (problem) => problem.severity === 'error' && path === `/articles/${articleId(problem.path)}/`,
    );
    if (own.length > 0) return { kind: 'mistakes', problems: own };
    const picture = path.startsWith('/pictures/') ? inside(join(this.#folder, 'site'), path.slice(1)) : null;
    if (picture !== null && existsSync(picture)) return { kind: 'file', content: readFileSync(picture) };
    return { kind: 'nothing', locals: nowhere };
  }

  async close(): Promise<void> {
    await this.#pool.close();
    this.#store.close();
  }

  async #read(): Promise<Edition> {
    const content = contentFolder();
    const code = await CodeGraph.open(root, kept.codeGraph(this.#folder));
    const store = this.#store;
    const { found, texts: textFiles, problems, warnings } = findArticles(content);
    const reading = {
      content,
      code: readingKey(code, site),
      store,
      pool: this.#pool,
      limits,
      step: () => undefined,
      isShown: () => true,
    };
    const { facts, problems: mistakes, leftOut } = await readAll(found, reading);
    const texts = await readTexts(textFiles, reading);
    problems.push(...clashes(withoutThose(found, leftOut), facts), ...mistakes, ...texts.problems);
    const imageCache = new ImageCache(content, join(this.#folder, 'pictures'), store, this.#pool);
    const wrong = () => new Set(problems.map(({ path }) => path));
    const good = () => new Map([...facts].filter(([path]) => !wrong().has(path)));
    const renditions = renditionsOf(good(), site.base, renditionKey(code));
    problems.push(...(await imageCache.make(renditions, () => undefined)));
    const shown = good();
    for (const rendition of renditionsOf(shown, site.base, renditionKey(code)))
      await imageCache.place(rendition, join(this.#folder, 'site'));
    store.save();
    const edition = openEdition(
      [...shown.values()].map((each) => marked(each, new Date())),
      site,
      [],
      readListAddresses(kept.addresses(cacheFolder())),
      texts.texts,
    );
    const plan = planEdition(edition, [], site.desk !== 'off');
    const file = join(this.#folder, 'records.sqlite');
    return {
      outputFiles: new Map(plan.map((outputFile) => [outputFile.path, outputFile])),
      digests: new Map(edition.articles.map(({ id, digest }) => [id, digest])),
      problems: sorted([
        ...problems,
        ...warnings,
        ...leftOut,
        ...texts.warnings,
        ...foreignKeys(facts),
        ...warningsOf(facts),
      ]),
      nowhere: { page: { kind: 'not-found' }, chrome: edition.chrome, site, record: null },
      records: new Records(file),
      search: once(async () => {
        const copies = await this.#pool.index({
          entries: searchEntries(edition),
          store: file,
          language: site.language,
          keep: kept.search(this.#folder),
          code: searchKey(code),
        });
        return new Map(copies.map(({ path, from }) => [path, from]));
      }),
      fileGenerator: new FileGenerator({ folder: join(this.#folder, 'site'), pageBundle: '', store: file }),
    };
  }
}

/** Asks once, and again where that failed. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    }));
}

const shared = Symbol.for('broadsheet.live');

/** The one edition of this process: Astro runs its middleware in a module world of its own. */
export function theLive(): Live {
  const world = globalThis as { [shared]?: Live };
  return (world[shared] ??= new Live());
}
