import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { articleSchema } from '../../article/schema.ts';
import { parseText } from '../../parse/parse.ts';
import { facts, keys, meanings, plainKey, withoutMeaning } from '../../source/facts.ts';
import { toMarkdown } from './markdown.ts';

const read = (text: string) => parseText('a.md', text, { timeZone: 'UTC', language: 'en' });
const plain = ({ root: _, trace: __, warnings: ___, shown: ____, image, ...rest }: ReturnType<typeof read>) => ({
  ...rest,
  image: image && { ...image, line: 0, column: 0 },
});

describe('every fact of the table', () => {
  test.each(keys)('%s is read, written, and read again the same', (key) => {
    const text = `---\n${stringify({ headline: 'The tide', [key]: facts[key].example })}---\n\nThe tide turned.\n`;
    const parsed = read(text);
    expect(parsed.warnings.filter(({ rule }) => rule !== 'no-date')).toEqual([]);
    expect(parsed.extra).toEqual({});
    const again = read(toMarkdown(parsed));
    expect(plain(again)).toEqual(plain(parsed));
    // … and it is a fact: without it, the article is another one.
    if (key !== 'headline' && key !== 'publishedText')
      expect(plain(read('---\nheadline: The tide\n---\n\nThe tide turned.\n'))).not.toEqual(plain(parsed));
  });

  test.each(keys)('%s has its field in the entry', (key) => {
    const { entry } = facts[key];
    if (entry !== null) expect(Object.keys(articleSchema.shape)).toContain(entry);
  });

  test('no name is written in two ways, and none that means something is among those that mean nothing', () => {
    for (const [name, all] of meanings) {
      expect(name).toBe(plainKey(name));
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    }
    const both = [...withoutMeaning].filter((name) => meanings.has(name));
    expect(both).toEqual([]);
  });
});

test('what is foreign comes along', () => {
  const parsed = read(
    '---\nheadline: T\nmood: { a: 1 }\nversion: "1.10"\ncreated: 2024-01-02\ndate: 2024-01-03\n---\n\nText.\n',
  );
  expect(read(toMarkdown(parsed)).extra).toEqual(parsed.extra);
  expect(parsed.extra).toMatchObject({ mood: { a: 1 }, version: '1.10' });
});

test('words that read like entities stay what they are', () => {
  const parsed = read('---\nheadline: "A &amp;amp; B"\n---\n\nText.\n');
  expect(parsed.headline).toBe('A &amp; B');
  expect(read(toMarkdown(parsed)).headline).toBe('A &amp; B');
});
