import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { blockLabels } from '../i18n/block-labels.ts';
import { parseText } from '../parse/parse.ts';
import type { Parsed } from '../parse/parsed-article.ts';
import { toEntry } from '../render/entry.ts';
import { toMarkdown } from '../render/markdown/markdown.ts';
import { articleOf } from './articles/article.ts';
import { isFailure, type Item } from './item.ts';
import { Unreadable } from './refused.ts';
import { tell } from './tell.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)));
const options = { language: 'en', timeZone: 'Europe/London' } as const;

function zipOf(folder: string): Uint8Array {
  const names = readdirSync(new URL(folder, fixtures), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return zipSync(Object.fromEntries(names.map((name) => [name, file(`${folder}/${name}`)])));
}

/** What becomes of an export: what it is told to be, its articles as Markdown, and what was not read. */
function imported(bytes: Uint8Array): string {
  const told = tell(bytes);
  if (told.kind !== 'export') return told.kind;
  const parts = [...told.entries].map((entry) =>
    isFailure(entry)
      ? `NOT READ ${entry.place} “${entry.title}”: ${entry.why}\n`
      : `ARTICLE of ${entry.place}${entry.starred ? ', starred' : ''}\n${article(entry)}`,
  );
  return [`${told.name}\n`, ...parts].join('\n');
}

function article(entry: Item): string {
  try {
    const { markdown, pictures, lost } = articleOf(entry, options);
    const others = [...pictures.map(({ name, bytes }) => `PICTURE ${name}, ${bytes.length} bytes\n`), ...lost.map((why) => `LOST: ${why}\n`)]; // prettier-ignore
    return [markdown, ...others].join('\n');
  } catch (error) {
    if (error instanceof Unreadable) return `NOT MADE: ${error.message}\n`;
    throw error;
  }
}

const exported = [
  ['wallabag', file('wallabag.json')],
  ['wallabag-table', file('wallabag.csv')],
  ['omnivore', zipOf('omnivore')],
  ['omnivore-list', file('omnivore/metadata_0_to_2.json')],
  ['pocket', file('pocket.csv')],
  ['pocket-parts', zipOf('pocket-parts')],
  ['pocket-html', file('pocket.html')],
  ['instapaper', file('instapaper.csv')],
  ['readwise', file('readwise.csv')],
  ['readwise-reader', file('readwise-reader.csv')],
  ['raindrop', file('raindrop.csv')],
  ['matter', file('matter.csv')],
  ['matter-archive', zipOf('matter')],
  ['links', file('links.csv')],
  ['firefox', file('firefox.json')],
  ['chrome', file('chrome-bookmarks.json')],
  ['karakeep', file('karakeep.json')],
  ['linkwarden', file('linkwarden.json')],
  ['pinboard', file('pinboard.json')],
  ['bookmarks', file('bookmarks.html')],
  ['rss', file('rss.xml')],
  ['rss-1', file('rss-1.xml')],
  ['atom', file('atom.xml')],
  ['json-feed', file('feed.json')],
  ['wordpress', file('wordpress.xml')],
  ['ghost', file('ghost.json')],
  ['evernote', file('evernote.enex')],
] as const;

test.each(exported)('%s becomes the articles that were written down for it', async (name, bytes) => {
  await expect(imported(bytes)).toMatchFileSnapshot(`fixtures/expected/${name}.txt`);
});

/** The published entry of an article's Markdown. */
function entry(parsed: Parsed) {
  const labels = blockLabels({ language: 'en', timeZone: 'UTC' });
  const site = { url: 'https://example.org', base: '/', pictureHosts: [], labels, pictures: new Map() };
  return toEntry(parsed, { path: '2024/a.md', ...site }).article;
}

test.each(exported)('the articles of %s, read again, are the same entries, and are canonical', (_, bytes) => {
  const told = tell(bytes);
  const items = told.kind === 'export' ? [...told.entries].filter((each): each is Item => !isFailure(each)) : [];
  expect(items.length).toBeGreaterThan(0);
  for (const each of items) {
    if (each.address === null && each.text === null && each.highlights.length === 0) continue;
    const { markdown, parsed } = articleOf(each, options);
    const again = parseText('a.md', markdown, options);
    expect(entry(again)).toEqual(entry(parsed));
    expect(toMarkdown(again)).toBe(markdown);
  }
});
