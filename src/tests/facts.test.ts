import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sandbox, type Ran } from './stress/sandbox.ts';
import { readXml, type Read } from '../feeds/fixtures/strict-xml.ts';
import { site } from '../site.ts';
import { activeParts, reparse } from '../render/fixtures/active.ts';

/**
 * One newspaper all of whose facts try to be markup: headlines, names, topics, captions, alternative texts,
 * the page about it. On every page and in every other file they are the words that they are. A place that
 * forgets to escape, or that shows HTML which has not passed the gate, turns this red.
 */

/** Ends whatever it stands in, and leaves elements that nothing else has. */
const escape = (where: string) =>
  `${where} "'><img data-mark src=//e.invalid/x onerror=alert(1)></title></script></style></textarea><script data-mark>alert(1)</script><i data-mark>--></i>]]>`;
const said = (where: string) => JSON.stringify(escape(where));
/** As an attribute of a directive. */
const attribute = (words: string) => `"${words.replaceAll('"', '&quot;')}"`;

const front = (id: number) =>
  [
    `headline: ${said(`Headline ${id}`)}`,
    `description: ${said(`Standfirst ${id}`)}`,
    `section: ${said('Section')}`,
    `dateline: ${said('Dateline')}`,
    `authors: [${said('Author')}]`,
    `topics: [${said('Topic')}]`,
    `source: { name: ${said('Source')}, url: "https://e.invalid/?a=<b>&'" }`,
    `published: 2024-01-1${id} 09:0${id}`,
    `publishedText: ${said('Printed date')}`,
    `image: { src: pictures/p0.jpg, alt: ${said('Lead picture')} }`,
  ].join('\n');

const body = [
  escape('Prose'),
  `## ${escape('Heading')}`,
  `:::tweet{name=${attribute(escape('Tweeter'))} handle="tweeter" date=2024-01-29 url="https://x.com/tweeter/status/1234567890123456789"}\n${escape('Tweet')}\n:::`,
  `:::figure{credit=${attribute(`${escape('Credit').replaceAll('/', '')}/AFP`)}}\n![${escape('Alternative')}](pictures/p1.jpg)\n${escape('Caption')}\n:::`,
  `:::figure{credit="A"}\n${escape('Caption alone')}\n:::`,
  `:::tip\n${escape('Tip')}\n:::`,
  `Disclaimer: ${escape('Disclaimer')}`,
  `[link](https://e.invalid/ ${said('Title')})`,
  `| ${escape('Cell')} |\n|---|\n| b |`,
  `A footnote[^1].\n\n[^1]: ${escape('Footnote')}`,
].join('\n\n');

const parser = unified().use(rehypeParse);
let box: Sandbox;
let ran: Ran;
let files: string[] = [];
beforeAll(async () => {
  box = new Sandbox(0);
  await box.paint();
  for (const id of [1, 2, 3])
    box.write(`content/articles/story-${id}.md`, `---\n${front(id)}\n---\n\n${body}\n\nWords of number ${id}.\n`);
  box.write(
    'content/about.md',
    `${escape('About')}\n\n<div onclick="alert(1)"><img data-mark src=//e.invalid/x onerror=alert(1)>About the paper.</div>\n`,
  );
  box.edit('src/site.ts', /title: '[^']*'/, `title: ${JSON.stringify(escape('Title of the paper'))}`);
  box.edit('src/site.ts', /tagline: '[^']*'/, `tagline: ${JSON.stringify(escape('Tagline'))}`);
  ran = await box.build();
  files = existsSync(join(box.folder, 'dist')) ? [...box.dist().keys()] : [];
}, 120_000);
afterAll(() => box.remove());

/** Pictures of this site have its address in what leaves it. */
const active = (html: string) =>
  activeParts(reparse(html)).filter((part) => !part.startsWith(`picture from elsewhere: ${site.url}/`));

const of = (ending: string) => files.filter((path) => path.endsWith(ending));

/** Elements of a page that only a fact can have brought, and text that no reader should see. */
function brought(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    const names = Object.keys(properties).filter((name) => /^(?:on[A-Z]|onerror|onclick|dataMark$|style$)/i.test(name));
    if (names.length > 0 || String(properties['src']).includes('e.invalid')) found.push(`${tagName}[${names.join()}]`);
  });
  return found;
}

it('is built, with nothing left out', () => {
  expect(ran.stderr).not.toMatch(/Error/);
  expect(ran.result).toMatchObject({ published: true, articles: 3, problems: [] });
});

describe('every page', () => {
  it('has no element that a fact has brought', () => {
    expect(of('.html').length).toBeGreaterThan(25);
    const faults = of('.html').flatMap((path) =>
      brought(parser.parse(box.read(`dist/${path}`))).map((what) => `${path}: ${what}`),
    );
    expect(faults).toEqual([]);
  });

  it('shows the facts as the words that they are', () => {
    const page = parser.parse(box.read('dist/articles/story-1/index.html'));
    let shown = '';
    visit(page, (node, _index, parent) => {
      if (node.type === 'text' && !(parent?.type === 'element' && /^(?:script|style)$/.test(parent.tagName)))
        shown += node.value;
    });
    for (const fact of ['Headline 1', 'Standfirst 1', 'Section', 'Author', 'Topic', 'Source', 'Tweeter', 'Credit'])
      // Headlines and standfirsts of the page have typographic quotation marks.
      expect(shown, fact).toMatch(new RegExp(`${fact} ["“]['‘]><img data-mark`));
  });

  it('has scripts that are whole, and structured data that is data', () => {
    for (const path of of('.html')) {
      visit(
        parser.parse(box.read(`dist/${path}`)),
        'element',
        ({ tagName, properties, children: [child] }: Element) => {
          if (tagName !== 'script' || child?.type !== 'text') return;
          if (properties['type'] === 'application/ld+json')
            expect(() => void JSON.parse(child.value), path).not.toThrow();
          expect(child.value, path).not.toMatch(/<\/|<!--/);
        },
      );
    }
  });
});

describe('every other file', () => {
  it('of XML is well-formed, and its HTML has nothing active', () => {
    expect(of('.xml').length).toBeGreaterThan(5);
    let read = 0;
    const look = (element: Read, path: string, parent = ''): void => {
      // What a reader of feeds takes for HTML: Atom says so, of RSS it is known.
      const isHtml = element.attributes['type'] === 'html' || /^(?:description|content:encoded)$/.test(element.name);
      if (isHtml && parent === 'item') read += 1;
      if (isHtml && parent !== 'channel') expect(active(element.text), `${path} ${element.name}`).toEqual([]);
      for (const child of element.children) look(child, path, element.name);
    };
    for (const path of of('.xml')) look(readXml(box.read(`dist/${path}`)), path);
    expect(read).toBeGreaterThan(5);
  });

  it('of JSON is JSON, and its HTML has nothing active', () => {
    expect(of('.json').length).toBeGreaterThan(5);
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (/^(?:html|captionHtml|content_html)$/.test(name))
          expect(active(String(inner)), `${path} ${name}`).toEqual([]);
        look(inner, path);
      }
    };
    for (const path of of('.json').filter((each) => !each.startsWith('pagefind/')))
      look(JSON.parse(box.read(`dist/${path}`)), path);
  });
});
