import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';
import { literal } from '../text/literal.ts';
import { readMarkdown, takeHeadline } from './read-markdown.ts';

/** The HTML of a body, without its paragraphs' tags. */
const html = (body: string) =>
  pipeline('a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${body}\n`, 'every').html.replace(/<\/?p>/g, '');

describe('tildes', () => {
  test('one is a sign, two strike out', () => {
    expect(html('From ~20 to ~30 boats, 5~6 of them ~~lost~~ found.')).toBe(
      'From ~20 to ~30 boats, 5~6 of them <del>lost</del> found.',
    );
  });
});

describe('what is no element of HTML is words', () => {
  test.each([
    ['Dear <name>, come on <date>.', 'Dear &#x3C;name>, come on &#x3C;date>.'],
    ['Press <Ctrl>+<C> in <your editor>.', 'Press &#x3C;Ctrl>+&#x3C;C> in &#x3C;your editor>.'],
    ['A <b>Map<String></b> holds it.', 'A <b>Map&#x3C;String></b> holds it.'],
    ['<redacted>\nwas *there*.', '&#x3C;redacted>\nwas <em>there</em>.'],
    ['Write <title> above, and <first-name> below.', 'Write &#x3C;title> above, and &#x3C;first-name> below.'],
    ['<div>Dear <name>, come.</div>', '<div>Dear &#x3C;name>, come.</div>'],
  ])('%s', (text, shown) => {
    expect(html(text)).toBe(shown);
  });
  test('but a component with attributes is none of its article’s words', () => {
    expect(html('<Tabs items={2}>In *tabs*.</Tabs>')).toBe('In <em>tabs</em>.');
  });
  test('and places behind such a tag are those of the file', () => {
    const { children } = readMarkdown('Words.\n\n<redacted>\n![x](a.png)', 1);
    const paragraph = children[1]!;
    expect(paragraph).toMatchObject({ type: 'paragraph', position: { start: { line: 3, column: 1 } } });
    expect('children' in paragraph && paragraph.children[2 - 1]?.position?.start).toMatchObject({ line: 4, column: 1 });
  });
});

describe('Chinese and Japanese', () => {
  test.each([
    [
      'stress beside marks',
      '他说：**“停航。”**居民~~（不）~~理解。',
      '他说：<strong>“停航。”</strong>居民<del>（不）</del>理解。',
    ],
    ['a line break is no blank', '渔民表示欢\n迎，但**也**\n担心。', '渔民表示欢迎，但<strong>也</strong>担心。'],
    ['nor is one beside a mark', '港で、\n「はい」と\nABC社', '港で、「はい」と\nABC社'],
    ['in Korean it is one', '안녕\n하세요', '안녕\n하세요'],
  ])('%s', (_, text, shown) => {
    expect(html(text)).toBe(shown);
  });
  test.each([
    ['网站是https://example.org/a，请看。', 'https://example.org/a', '，请看。'],
    ['见https://example.org/a请看。', 'https://example.org/a', '请看。'],
    ['見よhttps://example.org/wiki/東京。そう。', 'https://example.org/wiki/東京', '。そう。'],
    ['见 www.example.org/a。', 'www.example.org/a', '。'],
  ])('an address ends where the text goes on: %s', (text, address, rest) => {
    const [paragraph] = readMarkdown(text, 1).children;
    const parts = paragraph && 'children' in paragraph ? paragraph.children : [];
    expect(parts.slice(1).map((part) => toString(part))).toEqual([address, rest]);
    const pasted = literal(text, { start: { line: 1, column: 1 }, end: { line: 1, column: text.length + 1 } });
    expect(pasted.map((part) => toString(part)).slice(1)).toEqual([address, rest]);
  });
});

describe('loose ends', () => {
  test('a note that nothing refers to is a paragraph, with its mark', () => {
    const shown = html('One[^a].\n\n[^a]: First.\n[^b]: Of the *zeppelin*.\n[^a]: Again.');
    expect(shown).toContain('[b] Of the <em>zeppelin</em>.');
    expect(shown).toContain('[a] Again.');
    expect(shown).toContain('First.');
  });
  test('a row that is longer than the head keeps its cells', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |')).toContain('<td>3</td>\n<td>4</td>');
  });
});

test('a headline has none of the marks of its heading', () => {
  const taken = takeHeadline(readMarkdown('# The *Tide* of `port` & [sea](a.md)<br>wins ![x](x.png)\n\nText.', 1));
  expect(taken?.headline).toBe('The Tide of port & sea wins');
  expect(taken?.root.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
});

test.each([
  'The brand and its makers said on Monday that © is a sign.',
  'It was stamped © Acme Tools on the lid.',
  'He signed it © and no name.',
])('a paragraph is not a caption for its © : %s', (text) => {
  expect(
    pipeline('a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${text}\n`).parsed.root.children[0]?.type,
  ).toBe('paragraph');
});
