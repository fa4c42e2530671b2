import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Block } from '../article/schema.ts';
import { recognisedKinds } from '../article/blocks/registry.ts';
import { readMarkdown } from '../parse/markdown/read-markdown.ts';
import { activeParts, reparse } from './fixtures/active.ts';
import { toEntry } from './entry.ts';
import { labels } from './fixtures/labels.ts';
import { markupOf } from './fixtures/markup.ts';
import { bare } from './fixtures/parsed.ts';
import { pipeline } from './fixtures/pipeline.ts';
import { withArchivedLinks } from './links/archived-links.ts';
import { renderNote } from './note.ts';

/**
 * Every way by which HTML leaves this room, each for itself: the blocks of the entry, which are published
 * as data, the blocks as pages show them, the page about the newspaper, and a story whose links were led
 * to kept copies. One of them without the gate turns one of these tests red.
 */

const hostile =
  'Words <b onclick="a()">b</b> <i style="position:fixed" class="tweet">i</i> <script>a()</script><iframe src="//e.invalid"></iframe><svg onload="a()"></svg> <form action="//e.invalid"><button>go</button></form> <a href="javascript:a()">link</a>';
const article = (body: string) => `---\nheadline: H\npublished: 2024-01-30\n---\n\n${body}\n`;

const bodies: Partial<Record<Block['type'], string[]>> = {
  prose: [
    hostile,
    `| a |\n|---|\n| ${hostile} |`,
    `- ${hostile}`,
    `<div>${hostile}</div>`,
    `A[^1].\n\n[^1]: ${hostile}`,
  ],
  tweet: [
    `:::tweet{name="N" handle="handle" date=2024-01-29}\n${hostile}\n:::`,
    `> ${hostile}\n>\n> — N (@handle) January 29, 2024`,
    `<blockquote class="twitter-tweet"><p>${hostile}</p>&mdash; N (@handle) <a href="https://x.com/handle/status/1234567890123456789">January 29, 2024</a></blockquote>`,
  ],
  figure: [
    `:::figure{credit="A/B"}\n![c](a.png)\n${hostile}\n:::`,
    `:::figure{credit="A/B"}\n${hostile}\n:::`,
    `![c](a.png)\n${hostile}`,
  ],
  notice: [`:::tip\n${hostile}\n:::`, `Disclaimer: ${hostile}`],
};

/** A kind that is read from its `:::` block has no other form that needs a look of its own. */
const stated = 'name="N" network="Bluesky" title="T" by="B" time="14:30" url="https://example.org/film"';
for (const [type, { directives }] of recognisedKinds)
  bodies[type as Block['type']] ??= [`:::${directives[0]}{${stated}}\n${hostile}\n:::`];

/** The markup that a block carries. */
const markup = (block: Block): string => markupOf(block).join('');

describe.each(Object.entries(bodies))('%s', (type, texts) => {
  it.each(texts.map((text, index): [number, string] => [index + 1, text]))(
    'has nothing active in the entry, nor on the page: form %i',
    (_, text) => {
      const { entry, html } = pipeline('a.md', article(text));
      const blocks = entry.article.blocks.filter((block) => block.type === type);
      expect(blocks.length).toBeGreaterThan(0);
      expect(blocks.map(markup).join('')).toMatch(/<(?:b|strong)>b</);
      for (const block of entry.article.blocks) {
        expect(activeParts(reparse(markup(block)))).toEqual([]);
        expect(markup(block)).not.toMatch(/class="tweet"|a\(\)/);
      }
      expect(activeParts(reparse(html))).toEqual([]);
      expect(html).toMatch(/<(?:b|strong)>b</);
    },
  );
});

describe('what stands in an attribute', () => {
  const escape = '"><img src=x onerror=a()><!--';
  it.each([
    ['a name', `:::tweet{name=${JSON.stringify(escape)} handle="h" date=2024-01-29}\nText.\n:::`],
    ['a handle', `:::tweet{name="N" handle=${JSON.stringify(escape)} date=2024-01-29}\nText.\n:::`],
    ['a credit', `:::figure{credit=${JSON.stringify(escape)}}\n![c](a.png)\nWords.\n:::`],
    ['an alternative text', `<img src="a.png" alt='${escape}'>`],
    ['an alternative text in Markdown', `![${escape}](a.png)`],
    ['a title', `[a](/x '${escape}')`],
    ['a heading', `## ${escape}`],
    ['a language of code', `\`\`\`${escape}\ncode\n\`\`\``],
  ])('ends no tag: %s', (_what, text) => {
    const { html, entry } = pipeline('a.md', article(text));
    expect(html).not.toBe('');
    expect(activeParts(reparse(html))).toEqual([]);
    for (const block of entry.article.blocks) expect(activeParts(reparse(markup(block)))).toEqual([]);
  });
});

describe('an address that the entry names', () => {
  const addresses = [
    'javascript:a()',
    ' javascript:a()',
    'data:text/html,a',
    'vbscript:a',
    'file:///etc/passwd',
    'mailto:a@b.example',
  ];
  it.each(addresses)('is http or https, or none: %j', (address) => {
    const said = JSON.stringify(address);
    const { entry, html } = pipeline(
      'a.md',
      article(
        `:::tweet{name="N" handle="h" date=2024-01-29 url=${said}}\nText.\n:::\n\n:::figure{credit="A"}\n<img src=${said} alt="c">\n\nWords.\n:::`,
      ),
    );
    for (const block of entry.article.blocks) {
      if (block.type === 'tweet') expect(block.url).toBeNull();
      if (block.type === 'figure') expect([block.image, ...(block.more ?? [])].filter(Boolean)).toEqual([]);
    }
    expect(activeParts(reparse(html))).toEqual([]);
  });

  it.each(addresses)('is so whatever reads the text: %j', (url) => {
    const node = (type: string, rest: object) => ({ type, children: [], ...rest }) as unknown as RootContent;
    const { article } = toEntry(
      {
        ...bare,
        source: { name: 'S', url },
        root: {
          type: 'root',
          children: [
            node('tweet', { author: { name: 'N', handle: 'h' }, date: null, url }),
            node('figure', { images: [{ src: url, alt: 'c' }], credit: ['A'] }),
          ],
        },
      },
      { path: 'a.md', url: 'https://e.org', base: '/', pictureHosts: [], labels, pictures: new Map() },
    );
    expect(article.source).toEqual({ name: 'S', url: null });
    expect(article.blocks).toMatchObject([
      { type: 'tweet', url: null },
      { type: 'figure', image: null },
    ]);
  });

  it('of a picture elsewhere is kept: it is a link', () => {
    const { entry } = pipeline('a.md', article('![c](HTTPS://E.example/a.png)\nWords.'));
    expect(entry.article.blocks).toMatchObject([{ type: 'figure', image: { src: 'https://e.example/a.png' } }]);
  });
});

it('the page about the newspaper has nothing active', () => {
  const html = renderNote(
    readMarkdown(`${hostile}\n\n<div onclick="a()">More</div>`, 1),
    { base: '/', pictureHosts: [], path: 'about.md' },
    labels,
    () => undefined,
  );
  expect(html).toContain('<b>b</b>');
  expect(html).toContain('More');
  expect(activeParts(reparse(html))).toEqual([]);
  expect(html).not.toMatch(/class="tweet"|a\(\)/);
});

it('a story whose links lead to kept copies passes the gate again, last', () => {
  const html = withArchivedLinks(
    `<p onclick="a()"><a href="https://e.example/">a</a></p><script>a()</script>`,
    { 'https://e.example/': '/kept/' },
    { base: '/', label: 'Kept', pictureHosts: [] },
  );
  expect(html).toContain('href="/kept/"');
  expect(activeParts(reparse(html))).toEqual([]);
});
