import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseText } from '../parse.ts';
import { textOf } from '../text/phrasing.ts';
import { blockText } from '../posts/tweet-node.ts';

/**
 * Whole pages as they come when they are selected and copied, one in the manner of each of many houses: their kickers,
 * buttons, credits, posts and dates. The words are ours. Each `name.json` says what a careful reader would make of it.
 */
const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));

function read(name: string) {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const { headline, published, root } = parseText(`${name}.txt`, text, { timeZone: 'UTC', language: 'en' });
  return {
    headline,
    published: published?.instant ?? null,
    tweets: root.children.flatMap((node) =>
      node.type === 'tweet'
        ? [{ name: node.author.name, handle: node.author.handle, date: node.date, text: node.children.map(blockText) }]
        : [],
    ),
    figures: root.children.flatMap((node) =>
      node.type === 'figure' ? [{ caption: textOf(node.children), credit: node.credit }] : [],
    ),
  };
}

describe('a page in the manner of', () => {
  test.each(names)('%s', (name) => {
    expect(read(name)).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  });
});
