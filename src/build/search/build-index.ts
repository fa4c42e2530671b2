import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleRecord } from '../../edition/record.ts';
import type { SearchEntry } from '../../edition/search-entries.ts';
import type { SearchManifest } from '../../client/search/manifest.ts';
import { letterOf } from '../../client/search/spelling.ts';
import type { Copy } from '../publish/public-files.ts';
import { CacheFolder, holds, type CacheEntry, type CachedFile } from '../cache/cache-folder.ts';
import { keyOf, sha256 } from '../cache/digest.ts';
import type { Stem } from '../../i18n/search/terms.ts';
import { searchDocument, shownOnly, UNSTEMMED, type Shown } from './document.ts';
import { linked } from '../publish/link-file.ts';
import { inside } from '../publish/paths.ts';
import { parts } from '../workers/shared-out.ts';
import { Unmakeable } from '../unmakeable.ts';
import { pagefind, type Indexer } from './pagefind.ts';
import { emptyIndex, reshape, type BundleFile, type Entry } from './reshape.ts';
import { shardCount, shardsOf } from './shards.ts';
import { spelling } from './spelling.ts';
import { stemmerOf } from './stemmer.ts';

export interface SearchOptions {
  /** The articles, in any order. */
  entries: readonly SearchEntry[];
  /** The cached record of an article, by its digest. */
  record: (digest: string) => ArticleRecord;
  /** BCP 47 tag of the site: words are stemmed by its rules. */
  language: string;
  /** Folder in which shards are kept between builds. */
  keep: string;
  /** Key of the code that makes shards, and of the packages. */
  code: string;
  /** Use nothing that is kept. */
  cold?: boolean;
  step?: (done: number, of: number) => void;
  /** Opens what indexes: Pagefind. */
  open?: () => Promise<Indexer>;
}

/** Bytes of a piece of the index before compression: about 2 KB after it. */
const PIECE = 3000;
/** Names of topics that the search page offers; with more the list is of no use to a reader. */
const TOPICS = 200;
/** Where the search index stands in the site. Each folder in it is named by what it holds, and may be kept for good … */
export const SEARCH_FOLDER = 'pagefind/';
/** … but for the list of them, which stands apart. */
const SEARCH_MANIFEST = 'search/shards.json';
const MANIFEST = 'shards.json';

/**
 * Makes the search index: shards that are made by Pagefind, each kept under the key of its articles and
 * merged in the browser. A shard whose articles are the same is not made again. Nothing of it depends on
 * the order of `entries`, the machine or the clock.
 *
 * @returns every file of the index with its path in the site, and how many shards were made
 * @throws Unmakeable when Pagefind can't take an article; Error when it fails otherwise
 */
export async function buildSearch(options: SearchOptions): Promise<{ copies: Copy[]; made: number; shards: number }> {
  const { entries, keep, code, cold = false, step, open = pagefind } = options;
  const { language } = options;
  const stem = await stemmerOf(language);
  const ordered = [...entries].sort(
    (a, b) => (a.published ?? '').localeCompare(b.published ?? '', 'en') || (a.id < b.id ? -1 : 1),
  );
  const shards = shardsOf(ordered, shardCount(ordered.length));
  const wanted = shards.map((shard, at) => ({
    at,
    shard,
    key: `${at}.${keyOf(code, language, at, PIECE, ...shard.map((entry) => JSON.stringify(entry)))}`,
  }));
  const core = keyOf(code, language, 'core');
  const cache = new CacheFolder(keep);
  if (cold) cache.forget(0);

  const missing = wanted.filter(({ key, shard }) => shard.length > 0 && !cache.find(key));
  let done = 0;
  if (missing.length > 0 || !cache.find(core)) {
    const indexer = await open();
    try {
      if (!cache.find(core)) await makeCore(indexer, cache, core);
      for (const { key, shard, at } of missing) {
        const former = cache.keys().find((name) => name.startsWith(`${at}.`));
        const how = { record: options.record, at, stem };
        const made = await shardFiles(indexer, shard, how).catch(async (error: unknown) => {
          await indexer.close();
          throw (await refusedOf(shard, open, how)) ?? error;
        });
        await put(cache, key, made.files, made.common, former === undefined ? null : cache.find(former));
        done += 1;
        step?.(done, missing.length);
      }
    } finally {
      await indexer.close();
    }
  }

  const used = [
    { folder: `core-${core.slice(0, 10)}`, key: core },
    ...wanted
      .filter(({ shard }) => shard.length > 0)
      .map(({ at, key }) => ({ folder: `${at}-${key.slice(key.indexOf('.') + 1).slice(0, 10)}`, key })),
  ].map((each) => ({ ...each, entry: entryOf(cache, each.key) }));
  const manifest = describe(
    ordered,
    used.map(({ folder, entry }) => ({
      folder,
      common: entry.note as string[],
      letters: entry.files.flatMap(([path]) => letterOf(path) ?? []).join(''),
    })),
  );
  const list = keyOf('manifest', sha256(manifest));
  if (!cache.verified(list)) await put(cache, list, [{ path: MANIFEST, content: Buffer.from(manifest) }], [], null);
  cache.forget(new Set([...used.map(({ key }) => key), list]));
  return {
    made: done,
    shards: used.length - 1,
    copies: [
      ...used.flatMap(({ folder, key, entry }) =>
        // A cached shard is named by its key: within it the path alone tells its files apart.
        entry.files.map(([path, hash]) => ({
          path: `${SEARCH_FOLDER}${folder}/${path}`,
          key: keyOf('search', key, path),
          from: join(entry.folder, path),
          hash,
        })),
      ),
      {
        path: SEARCH_MANIFEST,
        key: keyOf('search', sha256(manifest)),
        from: join(keep, list, MANIFEST),
        hash: sha256(manifest),
      },
    ],
  };
}

function entryOf(cache: CacheFolder, key: string): CacheEntry {
  const entry = cache.find(key);
  if (!entry) throw new Error(`the search index lost what was cached as ${key} while it was made`);
  return entry;
}

/**
 * Puts files into the cache.
 *
 * @param common words so common in a shard that they are not looked for beside others
 * @param former an entry whose files are taken where they are the same: of a shard's thousand and more files a changed
 *               article changes a few, and a disk links faster than it makes a file
 */
async function put(
  cache: CacheFolder,
  key: string,
  files: readonly BundleFile[],
  common: readonly string[],
  former: CacheEntry | null,
): Promise<void> {
  const there = new Map(former?.files);
  await cache.put(key, (draft) => {
    const folders = new Set<string>();
    const written = files.map(({ path, content }): CachedFile => {
      const file = inside(draft, path);
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      const hash = sha256(content);
      const from = former && there.get(path) === hash ? join(former.folder, path) : null;
      if (from === null || !holds(from, hash) || !linked(from, file)) writeFileSync(file, content);
      return [path, hash];
    });
    return Promise.resolve({ files: written, note: common });
  });
}

async function shardFiles(
  indexer: Indexer,
  shard: readonly SearchEntry[],
  { record, stem, at }: Pick<SearchOptions, 'record'> & { stem: Stem; at: number },
): Promise<{ files: BundleFile[]; common: string[] }> {
  const shown = new Map<string, Shown>();
  const made = await indexer.index(function* () {
    for (const entry of shard) {
      const found = searchDocument(entry, entry.page ? null : record(entry.digest), stem);
      shown.set(found.document.url, found.shown);
      yield found.document;
    }
  });
  const { files, common } = reshape(made, { piece: PIECE, without: shownOnly, prefix: at.toString(36), shown });
  const own = { path: 'dates.json', content: Buffer.from(JSON.stringify(dates(shard))) };
  return { files: [...files, own, ...spelling([...shown.values()])], common };
}

/** Tells, by halves, which article it is that can't be indexed; null where each of them can. */
async function refusedOf(
  shard: readonly SearchEntry[],
  open: () => Promise<Indexer>,
  how: Pick<SearchOptions, 'record'> & { stem: Stem; at: number },
): Promise<Unmakeable | null> {
  // A record that can't be read is no fault of its article: that is thrown as it is.
  for (const { digest } of shard) how.record(digest);
  for (const half of parts(shard, Math.ceil(shard.length / 2))) {
    const indexer = await open();
    const reason = await shardFiles(indexer, half, how).then(
      () => null,
      (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
    );
    await indexer.close();
    const [only] = half;
    if (reason === null || !only) continue;
    if (half.length > 1) return refusedOf(half, open, how);
    return new Unmakeable('the search index', [only.id], `failed (${reason})`);
  }
  return null;
}

/**
 * When each page of a shard was published, for ordering results by date: how many come without a date,
 * which stand first, then minutes since 1970 of the first dated one and from each to the next.
 */
export function dates(shard: readonly SearchEntry[]): number[] {
  const minutes = shard.flatMap(({ published }) =>
    published === null ? [] : [Math.floor(Date.parse(published) / 60_000)],
  );
  return [shard.length - minutes.length, ...minutes.map((minute, at) => minute - (minutes[at - 1] ?? 0))];
}

/** The scripts that all shards share. The search page uses the class behind Pagefind's front: it is exported too. */
async function makeCore(indexer: Indexer, cache: CacheFolder, key: string): Promise<void> {
  const files = await indexer.index(function* () {
    yield { url: '/', content: 'x', language: UNSTEMMED, meta: {}, filters: {} };
  });
  const pick = (path: string) => files.filter((file) => file.path === path);
  const entry = JSON.parse(Buffer.from(pick('pagefind-entry.json')[0]?.content ?? []).toString('utf8')) as Entry;
  const wasm = entry.languages[UNSTEMMED]?.wasm ?? null;
  const script = Buffer.from(pick('pagefind.js')[0]?.content ?? []).toString('utf8');
  if (!/\bvar Pagefind ?= ?class\b/.test(script)) throw new Error('pagefind.js is not as Pagefind 1.5.2 writes it');
  const its = [
    { path: 'pagefind.js', content: Buffer.from(`${script}\nexport { Pagefind as Index };\n`) },
    ...pick(`wasm.${wasm ?? 'unknown'}.pagefind`),
    ...emptyIndex(entry, UNSTEMMED, wasm),
  ];
  await put(cache, key, its, [], null);
}

function describe(
  entries: readonly SearchEntry[],
  [core, ...shards]: readonly { folder: string; common: readonly string[]; letters: string }[],
): string {
  const count = (names: (entry: SearchEntry) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of entries.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort(([a, of], [b, by]) => by - of || (a < b ? -1 : 1)).map(([name]) => name);
  };
  const sorted = (names: string[]) => names.sort((a, b) => (a < b ? -1 : 1));
  const manifest: SearchManifest = {
    core: core?.folder ?? '',
    shards: shards.map(({ folder }) => folder),
    letters: shards.map(({ letters }) => letters),
    sections: sorted(count(({ section }) => (section ? [section] : []))),
    topics: sorted(count(({ topics }) => topics).slice(0, TOPICS)),
    years: sorted(count(({ year }) => (year ? [year] : []))).reverse(),
    common: sorted([...new Set(shards.flatMap(({ common }) => common))]),
  };
  return `${JSON.stringify(manifest)}\n`;
}
