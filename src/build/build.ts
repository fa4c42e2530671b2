import { join } from 'node:path';
import { openEdition } from '../edition/edition.ts';
import { planEdition } from '../edition/plan.ts';
import { searchEntries } from '../edition/search-entries.ts';
import { clashes, contentFolder, findArticles, withoutThose } from './articles/content-folder.ts';
import { site } from '../site.ts';
import type { SourceError } from '../source/error.ts';
import { workerFile } from './workers/bundle.ts';
import { keepListAddresses, readListAddresses, toldOfMoved } from './articles/list-addresses.ts';
import { explainHidden } from './articles/hidden-links.ts';
import { foreignKeys } from './articles/foreign-keys.ts';
import { hiddenAs, marked, scheduled } from './articles/shown.ts';
import { aliasProblems } from './articles/aliases.ts';
import { CodeGraph } from './cache/code-graph.ts';
import { openPageBundle } from './pages/compile.ts';
import { provideFromStore } from './pages/provided-articles.ts';
import { clashingPages, ownPages, wordsOfOwn } from './pages/own-pages.ts';
import { copiesOf } from './publish/public-files.ts';
import { readingKey, renditionKey, searchKey } from './cache/keys.ts';
import { limits as usualLimits, unmakeable, type Limits } from './workers/limits.ts';
import { lock } from './cache/lock.ts';
import { makeSite, type FinishSite } from './make-site.ts';
import { Output } from './publish/output.ts';
import { wouldEmpty } from './publish/would-empty.ts';
import { kept, root } from './cache/folders.ts';
import { WorkerProcess } from './workers/worker-process.ts';
import { sorted, warningsOf } from './articles/problems.ts';
import { readAll, readTexts } from './articles/read-all.ts';
import { ImageCache, renditionsOf } from './images/image-cache.ts';
import { cacheFolder } from './folders/own-cache.ts';
import { dropOwn } from './folders/own-names.ts';
import { silent, type Report } from './report/report.ts';
import { Stages } from './report/stages.ts';
import { DamagedStore, Store } from './cache/record-store.ts';
import type { Facts } from './cache/record-store.ts';
import { planSite } from './plan-site.ts';
import { noSizes, sizes } from './sizes.ts';
import { Unmakeable } from './unmakeable.ts';

export interface BuildOptions {
  outDir: string;
  /** Forget all that is kept. */
  cold?: boolean;
  /** Publish the articles without mistakes. */
  keepGoing?: boolean;
  /** The time of the build: articles with a later date are left out. The clock's when it isn't stated. */
  now?: Date;
  /** Show those articles too. */
  future?: boolean;
  /** Threads; as many as there are cores when it isn't stated. */
  workers?: number;
  limits?: Partial<Limits>;
  /** A folder that Astro has just compiled the pages into. */
  compiled?: string;
  finish?: FinishSite;
  report?: Report;
}

export interface BuildResult {
  /** Whether the output folder now holds this edition. */
  published: boolean;
  problems: SourceError[];
  warnings: SourceError[];
  /** Files in the content folder = articles + drafts + scheduled + restricted + files with a mistake. */
  articles: number;
  drafts: number;
  /** Articles whose time has not come, and those that the settings hide. */
  scheduled: number;
  restricted: number;
  /** Article files read in this build; the others were kept. */
  read: number;
  pages: number;
  /** Files of the site, and those of them that were made in this build. */
  files: number;
  made: number;
  bytes: number;
  /** Milliseconds of each stage, in order. */
  stages: { name: string; time: number }[];
  /** The largest pages, bytes of HTML. */
  largest: { path: string; size: number }[];
}

/**
 * Builds the site: reads what changed, makes what that changes, and swaps it in.
 *
 * @throws UnusableFolder when the output folder or the cache can't be used; Error when a component or a setting is wrong.
 *         Mistakes in articles are in the result. Whatever happens, what was published before stays whole.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const keep = cacheFolder();
  const report = options.report ?? silent;
  const unlock = await lock(keep, () => report.note('another build is running here: waiting for it'));
  try {
    return await locked(options, keep, report);
  } catch (error) {
    if (!isDamage(error) || options.cold) throw error;
    report.note('what is kept was damaged: making everything again');
    return await locked({ ...options, cold: true }, keep, report);
  } finally {
    unlock();
  }
}

/** An error that comes from a worker thread has lost its class and its name, but not its stack. */
const isDamage = (error: unknown): boolean =>
  error instanceof DamagedStore ||
  (error instanceof Error &&
    (/^DamagedStore\b/.test(error.stack ?? error.name) || /malformed|not a database/.test(error.message)));

/** @param refused mistakes that came to light in making, in a round before */
async function locked(
  options: BuildOptions,
  keep: string,
  report: Report,
  refused: readonly SourceError[] = [],
): Promise<BuildResult> {
  const again = await round(options, keep, report, refused);
  return Array.isArray(again) ? locked(options, keep, report, [...refused, ...again]) : again;
}

/** @returns the result, or the mistakes without which it is to be tried again */
async function round(
  options: BuildOptions,
  keep: string,
  report: Report,
  refused: readonly SourceError[],
): Promise<BuildResult | SourceError[]> {
  const { cold = false, keepGoing = false, now = new Date(), future = false } = options;
  const showing = { now, future, site };
  const closing: (() => void)[] = [];
  const stages = new Stages(report);
  const content = contentFolder();
  const output = new Output(options.outDir, keep, [content]);
  const store = new Store(kept.records(keep));
  const limits = { ...usualLimits, ...options.limits };
  const code = await CodeGraph.open(root, kept.codeGraph(keep));
  const pool = new WorkerProcess(options.workers, () => workerFile(keep, code), limits);
  try {
    if (cold) store.forget();
    stages.begin('reading');
    const compiling = openPageBundle(keep, code, site, cold, options.compiled);
    compiling.catch(() => undefined);
    const { found, texts: textFiles, problems, warnings } = findArticles(content);
    const reading = {
      content,
      code: readingKey(code, site),
      store,
      pool,
      limits,
      step: report.step,
      isShown: (each: Facts) => hiddenAs(each, showing) === null,
    };
    const { facts, problems: mistakes, leftOut, made, renamed } = await readAll(found, reading);
    const read = await readTexts(textFiles, reading);
    const texts = read.texts.filter(({ draft }) => !draft || site.drafts === 'shown');
    problems.push(...clashes(withoutThose(found, leftOut), facts), ...mistakes, ...read.problems, ...refused);

    stages.begin('pictures');
    const imageCache = new ImageCache(content, kept.pictures(keep), store, pool);
    const pictures = (of: typeof facts) => renditionsOf(of, site.base, renditionKey(code));
    const withPictures = [...facts].filter(([, each]) => hiddenAs(each, showing) !== 'draft');
    problems.push(...(await imageCache.make(pictures(new Map(withPictures)), report.step)));

    stages.begin('compiling');
    const pageBundle = await compiling;
    const visible = [...facts.values()].filter((each) => hiddenAs(each, showing) === null);
    closing.push(
      provideFromStore(
        kept.records(keep),
        visible.map(({ summary }) => summary),
      ),
    );
    const own = await ownPages(pageBundle);

    stages.begin('planning');
    const beside = copiesOf(join(root, 'public')).map(({ path }) => path);
    const given = readListAddresses(kept.addresses(keep));
    const put = () => {
      const failed = new Set(problems.map(({ path }) => path));
      const good = [...facts].filter(([path]) => !failed.has(path));
      const shown = good.filter(([, each]) => hiddenAs(each, showing) === null);
      const edition = openEdition(
        shown.map(([, each]) => marked(each, null)),
        site,
        own.filter(({ component }) => !failed.has(component)),
        given,
        texts.filter(({ file }) => !failed.has(file)),
      );
      return { good, shown, edition, plan: planEdition(edition, beside, site.desk === 'public') };
    };
    const first = put();
    const clashing = [
      ...aliasProblems(first.shown, first.plan, beside),
      ...clashingPages([...own, ...texts.map(({ path, file }) => ({ path, component: file }))], first.plan),
    ];
    problems.push(...clashing);
    const { good, shown, edition, plan } = clashing.length > 0 ? put() : first;
    const emptied = shown.length === 0 ? wouldEmpty(content, found.length, output) : null;
    if (emptied) problems.push(emptied);
    const told = {
      problems: sorted(problems),
      warnings: sorted([
        ...warnings,
        ...leftOut,
        ...read.warnings,
        ...renamed,
        ...scheduled(good, showing),
        ...foreignKeys(facts),
        ...explainHidden(warningsOf(facts), facts, (each) => hiddenAs(each, showing)),
        ...toldOfMoved(edition, given, pathsOf(good)),
      ]),
      articles: shown.length,
      drafts: good.filter(([, each]) => hiddenAs(each, showing) === 'draft').length,
      ...countHidden(good.map(([, each]) => hiddenAs(each, showing))),
      read: made,
    };
    if (emptied !== null || (problems.length > 0 && !keepGoing)) return { ...told, ...noSizes, stages: stages.end() };
    stages.begin('indexing');
    store.save();
    const search = pool.index({
      entries: searchEntries(edition, await wordsOfOwn(pageBundle, edition, site)),
      store: kept.records(keep),
      language: site.language,
      keep: kept.search(keep),
      code: searchKey(code),
      cold,
    });
    search.catch(() => undefined);
    const wanted = planSite({ edition, plan, renditions: pictures(new Map(shown)), pageBundle, code, site });
    const outcome = await makeSite(wanted, {
      output,
      imageCache,
      pool,
      cold,
      search,
      pageBundle: pageBundle.folder,
      store: kept.records(keep),
      ...(options.finish && { finish: options.finish }),
      stage: (name) => stages.begin(name),
      step: report.step,
    }).catch((error: unknown) => {
      const paths = pathsOf(good);
      const path =
        error instanceof Unmakeable && error.articles.length === 1 ? paths.get(error.articles[0] ?? '') : undefined;
      if (!(error instanceof Unmakeable) || path === undefined) throw error;
      return [unmakeable(path, error.message)];
    });
    if (Array.isArray(outcome)) return outcome;
    const { files } = outcome;
    keepListAddresses(kept.addresses(keep), edition, given);

    stages.begin('tidying');
    imageCache.prune(wanted.renditions);
    if (code.changed() || pageBundle.changed()) {
      // Code was edited meanwhile: some results are of the old one, some of the new one.
      output.distrust();
      store.forget();
      for (const folder of [kept.pageBundles(keep), kept.workers(keep), kept.search(keep)]) dropOwn(folder);
    }
    return { ...told, ...sizes(files, wanted), published: true, made: outcome.made, stages: stages.end() };
  } finally {
    await pool.close();
    for (const close of closing) close();
    store.close();
  }
}

/** The articles' files, by id. */
const pathsOf = (facts: readonly [string, Facts][]): Map<string, string> =>
  new Map(facts.map(([path, { summary }]) => [summary.id, path]));

const countHidden = (kinds: readonly ReturnType<typeof hiddenAs>[]) => ({
  scheduled: kinds.filter((kind) => kind === 'scheduled').length,
  restricted: kinds.filter((kind) => kind === 'restricted').length,
});
