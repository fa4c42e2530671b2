import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptRecord } from '../edition/record.ts';
import type { SearchEntry } from '../edition/search-entries.ts';
import type { Copy } from './copies.ts';
import { keyOf, sha256 } from './digest.ts';
import { inside } from './paths.ts';
import { searchDocument, shownOnly } from './search/document.ts';
import { pagefind, type Indexer } from './search/pagefind.ts';
import { emptyIndex, reshape, type BundleFile, type Entry } from './search/reshape.ts';
import { shardCount, shardsOf } from './search/shards.ts';

export interface SearchOptions {
  /** The articles, in any order. */
  entries: readonly SearchEntry[];
  /** The kept record of an article, by its digest. */
  record: (digest: string) => KeptRecord;
  /** BCP 47 tag of the site: words are stemmed by its rules. */
  language: string;
  /** Folder in which shards are kept between builds. */
  keep: string;
  /** Key of the code that makes shards, and of the packages. */
  code: string;
  /** Use nothing that is kept. */
  cold?: boolean;
  step?: (done: number, of: number) => void;
}

/** Bytes of a piece of the index before compression: about 2.5 KB after it. */
const PIECE = 4000;
/** Names of topics that the search page offers; with more the list is of no use to a reader. */
const TOPICS = 200;
/** Where the search index stands in the site. */
export const SEARCH_FOLDER = 'pagefind/';

/** What the search page is told: `pagefind/shards.json`. */
export interface SearchManifest {
  /** Folder of the scripts, and of each shard, below this file. */
  core: string;
  shards: string[];
  sections: string[];
  topics: string[];
  /** Newest first. */
  years: string[];
  /** Words so common that they are not looked for beside others. */
  common: string[];
}

/**
 * Makes the search index: shards that are made by Pagefind, each kept under the key of its articles and
 * merged in the browser. A shard whose articles are the same is not made again. Nothing of it depends on
 * the order of `entries`, the machine or the clock.
 *
 * @returns every file of the index with its path in the site, and how many shards were made
 * @throws Error when Pagefind fails
 */
export async function buildSearch(options: SearchOptions): Promise<{ copies: Copy[]; made: number; shards: number }> {
  const { entries, keep, code, cold = false, step } = options;
  const language = stemmed(options.language);
  const ordered = [...entries].sort((a, b) => (a.published ?? '').localeCompare(b.published ?? '', 'en') || (a.id < b.id ? -1 : 1));
  const shards = shardsOf(ordered, shardCount(ordered.length));
  const wanted = shards.map((shard, at) => ({
    at,
    shard,
    key: keyOf(code, language, at, PIECE, ...shard.map((entry) => JSON.stringify(entry))),
  }));
  const core = keyOf(code, language, 'core');
  mkdirSync(keep, { recursive: true });
  if (cold) for (const name of readdirSync(keep)) rmSync(join(keep, name), { recursive: true, force: true });

  const missing = wanted.filter(({ key, shard }) => shard.length > 0 && !existsSync(join(keep, key)));
  let made = 0;
  if (missing.length > 0 || !existsSync(join(keep, core))) {
    const indexer = await pagefind();
    try {
      if (!existsSync(join(keep, core))) await makeCore(indexer, join(keep, core), language);
      for (const { key, shard, at } of missing) {
        store(join(keep, key), await makeShard(indexer, shard, at, { ...options, language }));
        step?.((made += 1), missing.length);
      }
    } finally {
      await indexer.close();
    }
  }

  const used = wanted.filter(({ shard }) => shard.length > 0).map(({ at, key }) => ({ key, name: `${at}-${key.slice(0, 10)}` }));
  const manifest = describe(ordered, { core: `core-${core.slice(0, 10)}`, shards: used.map(({ name }) => name), keep, keys: used.map(({ key }) => key) });
  const told = join(keep, `shards-${sha256(manifest).slice(0, 16)}.json`);
  if (!existsSync(told)) writeWhole(told, manifest);
  prune(keep, new Set([core, ...used.map(({ key }) => key), told.slice(keep.length + 1)]));
  return {
    made,
    shards: used.length,
    copies: [
      ...folderCopies(join(keep, core), `${SEARCH_FOLDER}core-${core.slice(0, 10)}/`, core),
      ...used.flatMap(({ key, name }) => folderCopies(join(keep, key), `${SEARCH_FOLDER}${name}/`, key)),
      { path: `${SEARCH_FOLDER}shards.json`, from: told, key: keyOf('search', sha256(manifest)) },
    ].filter(({ path }) => !path.endsWith(FACTS)),
  };
}

/** Chinese has no stems, and its words are separated before Pagefind sees them. */
const stemmed = (tag: string): string => (/^zh\b/i.test(tag) ? 'unknown' : (tag.split('-')[0] ?? 'unknown').toLowerCase());

/** What a shard tells the manifest, kept beside it. */
const FACTS = 'facts.json';

async function makeShard(
  indexer: Indexer,
  shard: readonly SearchEntry[],
  at: number,
  { record, language }: Pick<SearchOptions, 'record' | 'language'>,
): Promise<BundleFile[]> {
  const files = await indexer.index(function* () {
    for (const entry of shard) yield searchDocument(entry, record(entry.digest), language);
  });
  const { files: own, common } = reshape(files, { piece: PIECE, without: shownOnly, prefix: at.toString(36) });
  return [...own, json('dates.json', dates(shard)), json(FACTS, common)];
}

const json = (path: string, value: unknown): BundleFile => ({ path, content: Buffer.from(JSON.stringify(value)) });

/**
 * When each page of a shard was published, for ordering results by date: how many come without a date,
 * which stand first, then minutes since 1970 of the first dated one and from each to the next.
 */
export function dates(shard: readonly SearchEntry[]): number[] {
  const minutes = shard.flatMap(({ published }) => (published === null ? [] : [Math.floor(Date.parse(published) / 60_000)]));
  return [shard.length - minutes.length, ...minutes.map((minute, at) => minute - (minutes[at - 1] ?? 0))];
}

async function makeCore(indexer: Indexer, folder: string, language: string): Promise<void> {
  const files = await indexer.index(function* () {
    yield { url: '/', content: 'x', language, meta: {}, filters: {} };
  });
  const pick = (path: string) => files.filter((file) => file.path === path);
  const entry = JSON.parse(Buffer.from(pick('pagefind-entry.json')[0]?.content ?? []).toString('utf8')) as Entry;
  const wasm = entry.languages[language]?.wasm ?? null;
  store(folder, [...pick('pagefind.js'), ...pick(`wasm.${wasm ?? 'unknown'}.pagefind`), ...emptyIndex(entry, language, wasm)]);
}

/** Files that are written beside and then renamed: a folder that is there is whole. */
function store(folder: string, files: readonly BundleFile[]): void {
  const beside = `${folder}.new`;
  rmSync(beside, { recursive: true, force: true });
  for (const { path, content } of files) {
    const file = inside(beside, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A kept shard is a folder named by its key: its files need no hash of their own. */
function folderCopies(folder: string, below: string, key: string): Copy[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const from = join(parentPath, name);
      const path = from.slice(folder.length + 1).replaceAll('\\', '/');
      return { path: below + path, from, key: keyOf('search', key, path) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function prune(keep: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(keep)) if (!used.has(name)) rmSync(join(keep, name), { recursive: true, force: true });
}

function describe(
  entries: readonly SearchEntry[],
  { core, shards, keep, keys }: { core: string; shards: string[]; keep: string; keys: string[] },
): string {
  const count = (names: (entry: SearchEntry) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of entries.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort(([a, of], [b, by]) => by - of || (a < b ? -1 : 1)).map(([name]) => name);
  };
  const sorted = (names: string[]) => names.sort((a, b) => (a < b ? -1 : 1));
  const common = new Set(keys.flatMap((key) => JSON.parse(readFileSync(join(keep, key, FACTS), 'utf8')) as string[]));
  const manifest: SearchManifest = {
    core,
    shards,
    sections: sorted(count(({ section }) => (section ? [section] : []))),
    topics: sorted(count(({ topics }) => topics).slice(0, TOPICS)),
    years: sorted(count(({ year }) => (year ? [year] : []))).reverse(),
    common: sorted([...common]),
  };
  return `${JSON.stringify(manifest)}\n`;
}
