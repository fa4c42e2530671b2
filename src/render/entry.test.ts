import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Root, RootContent } from 'mdast';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { articleSchema, type Block, type Image } from '../article/schema.ts';
import type { Parsed } from '../parse/parsed-article.ts';
import { labels } from './fixtures/labels.ts';
import { bare } from './fixtures/parsed.ts';
import { toEntry } from './entry.ts';

const markdown = unified().use(remarkParse).use(remarkGfm);
const picture: Image = {
  src: '/pictures/a-480.webp',
  alt: '',
  width: 480,
  height: 300,
  renditions: [{ src: '/pictures/a-480.webp', width: 480 }],
};

function entryOf(text: string, extra: RootContent[] = []) {
  const root = markdown.parse(text) as Root;
  root.children.splice(1, 0, ...extra);
  const parsed: Parsed = { ...bare, headline: 'H', root };
  return toEntry(parsed, {
    path: '2024/here.md',
    url: 'https://e.org',
    base: '/news/',
    pictureHosts: [],
    labels,
    pictures: new Map([
      ['a b.png', picture],
      ['100%.png', picture],
    ]),
  });
}
const prose = (text: string): string[] =>
  entryOf(text).article.blocks.map((block) => (block.type === 'prose' ? block.html : block.type));

describe('an entry', () => {
  it('fits its schema', () => {
    expect(articleSchema.parse(entryOf('Text.').article)).toMatchObject({
      id: '2024/here',
      url: 'https://e.org/news/articles/2024/here/',
    });
  });

  it('has one block for each paragraph, heading, list and table', () => {
    expect(prose('One.\n\n## Two\n\n- a\n- b\n\n| a |\n|---|\n| 1 |')).toEqual([
      '<p>One.</p>',
      '<h2 id="user-content-two">Two</h2>',
      '<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
      expect.stringMatching(/^<div class="table" tabindex="0" role="region" aria-label="Table"><table>/),
    ]);
  });

  it('numbers footnotes through the whole, past a tweet between them, with links that lead there and back', () => {
    const tweet = {
      type: 'tweet',
      author: { name: 'A', handle: 'a' },
      date: '2024-01-01',
      url: null,
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'hi' }] }],
    } as RootContent;
    const { blocks } = entryOf('One[^a].\n\nTwo[^b].\n\n[^a]: First.\n[^b]: Second.', [tweet]).article;
    expect(blocks.map(({ type }) => type)).toEqual(['prose', 'tweet', 'prose', 'prose']);
    const html = blocks.map((block) => ('html' in block ? block.html : '')).join('');
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`);
    expect(html.match(/href="#/g)).toHaveLength(4);
    expect(html).toContain('>2</a></sup>');
  });

  it('keeps raw HTML that is harmless, and closes what was left open at the end of its block run', () => {
    const tweet = {
      type: 'tweet',
      author: { name: 'A', handle: 'a' },
      date: null,
      url: null,
      children: [],
    } as RootContent;
    expect(prose('Water is H<sub>2</sub>O.')).toEqual(['<p>Water is H<sub>2</sub>O.</p>']);
    const { blocks } = entryOf('<div><p>open\n\nafter', [tweet]).article;
    expect(blocks.map(({ type }) => type)).toEqual(['prose', 'tweet', 'prose']);
  });

  it("leads a link to another article's file to its page, and a path below the base", () => {
    expect(prose('[a](../2023/Other%20one.md#x) [b](/about/) [c](https://x.org/a.md)')).toEqual([
      '<p><a href="/news/articles/2023/other-one/#user-content-x">a</a> <a href="/news/about/">b</a> <a href="https://x.org/a.md" rel="noopener noreferrer">c</a></p>',
    ]);
  });

  it('names a link that an article may not have, and keeps its text', () => {
    const { article, warnings } = entryOf('A\n\n[text](javascript:alert(1)) and [gone](missing/)');
    expect(article.blocks.at(-1)).toEqual({ type: 'prose', html: '<p>text and gone</p>' } satisfies Block);
    expect(article.repairs).toEqual([
      { rule: 'unsafe-link', lines: [3, 3], removed: 'javascript:alert(1)' },
      { rule: 'no-article', lines: [3, 3], removed: 'missing/' },
    ]);
    expect(String(warnings[0])).toBe(
      '2024/here.md:3:1  warning: The link to "javascript:alert(1)" was left out; its text stays.\n    Use an http, https or mailto address, a #fragment, or a file beside the article.',
    );
  });

  it('names what the gate takes out with its text: nothing is dropped in silence', () => {
    const { article, warnings } = entryOf('Before.\n\n<script>alert("words")</script>\n\nAfter.');
    expect(article.repairs).toEqual([{ rule: 'unsafe-markup', lines: [3, 3], removed: 'alert("words")' }]);
    expect(warnings).toHaveLength(1);
  });

  it('has nothing in its blocks that the gate would not let through', () => {
    const hostile =
      'Text <b onclick="x()">b</b> <a href="javascript:x()">a</a> <iframe src="//e"></iframe><img src="//e/p.png" onerror="x()">\n\n<div style="position:fixed" class="tweet">c</div>';
    const html = entryOf(hostile)
      .article.blocks.map((block) => ('html' in block ? block.html : ''))
      .join('');
    expect(html).toBe(
      '<p>Text <b>b</b> a <a href="https://e/p.png" rel="noopener noreferrer">//e/p.png</a></p><div class="">c</div>',
    );
  });

  it('finds pictures by the names that files have, blanks and percent signs among them', () => {
    expect(prose('text ![x](<a b.png>) ![y](100%.png)')[0]?.match(/src="\/pictures\/a-480\.webp"/g)).toHaveLength(2);
  });

  it('gives two headings of one name two addresses', () => {
    expect(entryOf('# A\n\n## A\n\n### A').headings).toEqual([
      { level: 2, text: 'A', id: 'user-content-a' },
      { level: 2, text: 'A', id: 'user-content-a-2' },
      { level: 3, text: 'A', id: 'user-content-a-3' },
    ]);
  });

  it('gives no heading the address of another, whatever they are called', () => {
    const ids = entryOf('# A-2\n\n# A\n\n# A\n\n# A\n\n# A-2\n\n# A-2-2').headings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });
});

describe('HTML that nests its elements deeply', () => {
  it.each([150, 250, 6000])('%i levels: a page, or a mistake with its file', (levels) => {
    const make = () => entryOf(`Before.\n\n${'<div>'.repeat(levels)}a`);
    if (levels < 200) expect(make().article.blocks).toHaveLength(2);
    else expect(make).toThrow('The file nests HTML elements too deeply to be read: more than 200 levels.');
  });
});
