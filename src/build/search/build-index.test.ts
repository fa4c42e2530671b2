import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { ArticleRecord } from '../../edition/record.ts';
import type { SearchEntry } from '../../edition/search-entries.ts';
import { articleText } from '../../render/plain.ts';
import { markupOf } from '../../render/fixtures/markup.ts';
import type { Article, Block } from '../../article/schema.ts';
import { placeCopy } from '../publish/public-files.ts';
import type { SearchManifest } from '../../client/search/manifest.ts';
import { buildSearch, dates } from './build-index.ts';
import { pagefind, type Indexer } from './pagefind.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllGlobals());

/** An article of the index, with what a test names. */
function piece(
  id: string,
  headline: string,
  blocks: Block[] = [],
  values: Partial<Article> = {},
): { entry: SearchEntry; record: ArticleRecord } {
  const article = {
    id,
    url: `https://e.org/articles/${id}/`,
    headline,
    description: null,
    section: null,
    topics: [],
    authors: [],
    language: 'en',
    published: '2024-01-30T00:50:00.000Z',
    publishedPrecision: 'minute',
    publishedText: null,
    updated: null,
    dateline: null,
    source: null,
    rights: 'open',
    image: null,
    blocks,
    repairs: [],
    ...values,
  } as Article;
  const texts = blocks.map((block) =>
    block.type === 'figure'
      ? block.caption
      : markupOf(block)
          .join(' ')
          .replace(/<[^>]+>/g, ''),
  );
  return {
    entry: {
      id,
      path: `/articles/${id}/`,
      digest: JSON.stringify(article),
      published: article.published,
      publishedPrecision: article.publishedPrecision,
      section: article.section,
      topics: article.topics,
      year: '2024',
    },
    record: { article, text: articleText({ article, texts }) } as unknown as ArticleRecord,
  };
}

const harbour = piece(
  'harbour',
  'The harbour burns',
  [
    { type: 'prose', html: '<p>Flames were seen from the lighthouse.</p>' },
    { type: 'figure', image: null, caption: 'Smoke over the cranes', credit: ['Jo Berg', 'AFP'] },
    {
      type: 'tweet',
      author: { name: 'Port Watch', handle: 'portwatch_x' },
      date: '2024-01-29',
      html: '<p>Everyone evacuated</p>',
      url: 'https://x.com/portwatch_x/status/1',
    },
    { type: 'notice', kind: 'tip', html: '<p>Write to our newsroom</p>' },
  ],
  { section: 'Town', topics: ['Fire'], authors: ['Mara Lindqvist'] },
);
const others = Array.from({ length: 30 }, (_, at) =>
  piece(
    `other-${at}`,
    `Report number ${at}`,
    [{ type: 'prose', html: `<p>The council met about item${at} again.</p>` }],
    { section: 'World' },
  ),
);
const chinese = piece('zh', '外交部发言人', [{ type: 'prose', html: '<p>中国外交部发言人表示支持</p>' }], {
  language: 'zh',
});
const all = [harbour, chinese, ...others];

function build(pieces: typeof all, keep: string, open?: () => Promise<Indexer>) {
  const records = new Map(pieces.map(({ entry, record }) => [entry.digest, record]));
  return buildSearch({
    entries: pieces.map(({ entry }) => entry),
    record: (digest) => records.get(digest) as ArticleRecord,
    language: 'en',
    keep: join(folder, keep),
    code: 'code',
    ...(open && { open }),
  });
}

/** Publishes the index and asks it by Pagefind's own code, as a browser does. */
async function ask(copies: Awaited<ReturnType<typeof build>>['copies'], name: string) {
  const out = join(folder, name);
  for (const copy of copies) placeCopy(copy, out);
  const manifest = JSON.parse(readFileSync(join(out, 'search/shards.json'), 'utf8')) as SearchManifest;
  vi.stubGlobal('fetch', async (address: string) => new Response(readFileSync(join(out, address.replace(/\?.*/, '')))));
  const core = join(out, 'pagefind', manifest.core, 'pagefind.js');
  const module = core.replace(/\.js$/, '.mjs');
  writeFileSync(module, readFileSync(core));
  const { createInstance } = (await import(/* @vite-ignore */ pathToFileURL(module).href)) as {
    createInstance: (options: object) => Pagefind;
  };
  const pagefind = createInstance({
    basePath: `/pagefind/${manifest.core}/`,
    baseUrl: '/',
    noWorker: true,
    language: 'en',
    metaCacheTag: '',
  });
  for (const shard of manifest.shards)
    await pagefind.mergeIndex(`/pagefind/${shard}/`, { baseUrl: '/', language: 'en', metaCacheTag: '' });
  return async (words: string | null, filters: object = {}) => {
    const { results } = await pagefind.search(words, { filters });
    return Promise.all(results.map(async (result) => ({ id: result.id, ...(await result.data()) })));
  };
}
interface Pagefind {
  mergeIndex(path: string, options: object): Promise<void>;
  search(
    words: string | null,
    options: object,
  ): Promise<{
    results: {
      id: string;
      data(): Promise<{
        raw_url: string;
        excerpt: string;
        meta: Record<string, string>;
        filters: Record<string, string[]>;
      }>;
    }[];
  }>;
}

describe('the search index', () => {
  it('finds an article by its headline, text, caption, credit, tweet, handle and author, and not by its notices', async () => {
    const { copies, made } = await build(all, 'finds');
    expect(made).toBe(1);
    const found = await ask(copies, 'finds-site');
    for (const words of [
      'burns',
      'lighthouse',
      'cranes',
      'berg',
      'evacuated',
      'portwatch_x',
      'port watch',
      'lindqvist',
      'light',
      '"smoke over"',
    ]) {
      expect(
        (await found(words)).map(({ raw_url }) => raw_url),
        words,
      ).toContain('/articles/harbour/');
    }
    expect(await found('newsroom')).toEqual([]);
    const [hit] = await found('flames');
    expect(hit?.excerpt).toContain('<mark>Flames</mark>');
    expect(hit?.meta).toEqual({ title: 'The harbour burns', authors: 'Mara Lindqvist' });
    expect(hit?.filters['shown']).toEqual(['en 2024-01-30T00:50:00.000Z']);
    for (const [words, filters] of [
      ['burns', { section: 'Town' }],
      [null, { topic: 'Fire' }],
    ] as const)
      expect(await found(words, filters)).toHaveLength(1);
    expect(await found('burns', { section: 'World' })).toEqual([]);
    for (const at of [0, 7, 29])
      expect((await found(`item${at}`)).map(({ raw_url }) => raw_url)).toContain(`/articles/other-${at}/`);
    expect((await found('发言人')).map(({ raw_url }) => raw_url)).toEqual(['/articles/zh/']);
  });

  it('is the same however often and in whatever order it is made', async () => {
    const once = await build(all, 'one');
    const again = await build([...all].reverse(), 'two');
    expect(again.copies.map(({ path, hash }) => [path, hash])).toEqual(
      once.copies.map(({ path, hash }) => [path, hash]),
    );
  });

  it('makes a shard again only when one of its articles changed', async () => {
    await build(all, 'kept');
    expect((await build(all, 'kept')).made).toBe(0);
    const changed = piece('other-3', 'Report number 3', [{ type: 'prose', html: '<p>Nothing was decided.</p>' }], {
      section: 'World',
    });
    const rest = all.filter(({ entry }) => entry.id !== 'other-3');
    const { made, copies } = await build([...rest, changed], 'kept');
    expect(made).toBe(1);
    const clean = await build([...rest, changed], 'clean');
    expect(copies.map(({ path, hash }) => [path, hash])).toEqual(clean.copies.map(({ path, hash }) => [path, hash]));
  });

  it('makes again what was damaged, and publishes nothing of it', async () => {
    const { copies } = await build(others, 'damaged');
    const shard = copies.find(({ path }) => path.endsWith('.pf_index'));
    writeFileSync(shard?.from ?? '', 'not an index');
    expect(() => placeCopy(shard as never, join(folder, 'never'))).toThrow('is not what it was');
    const list = readdirSync(join(folder, 'damaged')).find((name) => !name.endsWith('.json')) ?? '';
    writeFileSync(join(folder, 'damaged', list, 'files.json'), '{"files":[],"note":[]}\nx\n');
    await build(others, 'damaged');
    expect(readFileSync(join(folder, 'damaged', list, 'files.json'), 'utf8')).not.toContain('\nx\n');
  });

  it('is empty for a newspaper without articles, and can be asked', async () => {
    const { copies, shards } = await build([], 'empty');
    expect(shards).toBe(0);
    const found = await ask(copies, 'empty-site');
    expect(await found('anything')).toEqual([]);
  });

  it('names the article that Pagefind can’t take', async () => {
    const open = async (): Promise<Indexer> => {
      const real = await pagefind();
      return {
        ...real,
        index: (documents) =>
          [...documents()].some(({ url }) => url.includes('harbour'))
            ? Promise.reject(new Error('Pagefind backend closed'))
            : real.index(documents),
      };
    };
    await expect(build(all, 'refused', open)).rejects.toMatchObject({
      articles: [harbour.entry.id],
      message: 'making the search index failed (Pagefind backend closed)',
    });
  });

  it('has small pieces: a word costs kilobytes, whatever the number of articles', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      piece(`m-${at}`, `Report ${at}`, [
        {
          type: 'prose',
          html: `<p>${Array.from({ length: 200 }, (_, word) => `w${(at * 7 + word * 13) % 1500}`).join(' ')}</p>`,
        },
      ]),
    );
    const { copies } = await build(many, 'many');
    const sizes = copies.filter(({ path }) => path.endsWith('.pf_index')).map(({ from }) => readFileSync(from).length);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(6000);
  });

  it('says when each result was published', () => {
    const at = (published: string | null) => ({ published }) as SearchEntry;
    expect(dates([at(null), at('1970-01-01T01:00:00.000Z'), at('1970-01-01T01:05:00.000Z')])).toEqual([1, 60, 5]);
    expect(dates([])).toEqual([0]);
  });
});
