import { readdirSync, readFileSync } from 'node:fs';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { parseText } from '../parse.ts';

/**
 * Golden pairs: the head of an article as publishers print it, and what is read from it. To mend a head that is read
 * wrongly, add its pair here: `name.txt` and, run once with `UPDATE=1`, `name.json`, which you then read with care.
 */
const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));

function read(name: string) {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const parsed = parseText(`${name}.txt`, text, { timeZone: 'UTC', language: 'en' });
  const { headline, section, description, authors, source, published, updated, repairs, warnings, root } = parsed;
  return {
    headline,
    section,
    description,
    authors,
    source,
    published,
    updated: updated?.instant ?? null,
    begins: toString(root.children[0]).slice(0, 40),
    repairs: repairs.map(({ rule, lines, removed }) => `${lines[0]} ${rule}: ${removed}`),
    warnings: warnings.map(String),
  };
}

describe('the head of a pasted article', () => {
  test.each(names)('%s', async (name) => {
    await expect(JSON.stringify(read(name), null, 2) + '\n').toMatchFileSnapshot(`fixtures/${name}.json`);
  });
});
