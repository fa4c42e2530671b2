import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Element, Nodes, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import type { Block } from '../article/schema.ts';
import { kindOf, plainStyles, recognisedKinds, type RecognisedBlock } from '../article/blocks/registry.ts';
import { articleSchema } from '../article/schema.ts';
import { spoken } from '../client/article/spoken.ts';
import { renderBlock } from './block.ts';
import { toFaithfulMarkdown } from './markdown/faithful-markdown.ts';
import { reparse } from './fixtures/active.ts';
import { labels } from './fixtures/labels.ts';
import { pipeline } from './fixtures/pipeline.ts';
import { fragment } from './fragment.ts';
import { htmlText } from './text.ts';
import { eachElement } from './walk.ts';

/**
 * What holds for every kind of block, so that a kind that joins the registry is told what it still lacks. A kind has an
 * article with a block of it, `article/blocks/fixtures/<type>.md`, and beside it the blocks that are made of it.
 */

const fixtures = new URL('../article/blocks/fixtures/', import.meta.url);
const styles = new URL('../styles/', import.meta.url);
const css = readdirSync(styles, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, styles), 'utf8'))
  .join('\n');
const reading = { timeZone: 'UTC', language: 'en' };

/** The classes in a tree, the microformats' and those of an author's content apart. */
function classesOf(tree: Nodes): string[] {
  const found = new Set<string>();
  eachElement(tree, ({ properties: { className } }) => {
    if (Array.isArray(className)) for (const name of className) found.add(String(name));
  });
  return [...found].sort();
}

/** The words that stand in none of the elements that are read aloud. */
function unspoken(node: Nodes): string {
  if (node.type === 'element' && spoken.split(', ').includes(node.tagName)) return '';
  if (node.type === 'text') return node.value.trim();
  return 'children' in node ? node.children.map(unspoken).join('') : '';
}

describe.each([...recognisedKinds])('the kind %s', (type, kind) => {
  const file = new URL(`${type}.md`, fixtures);
  it('has a golden pair', () => expect(existsSync(file)).toBe(true));
  if (!existsSync(file)) return;
  const { parsed, entry } = pipeline(`${type}.md`, readFileSync(file, 'utf8'));
  const { article } = entry;
  const at = article.blocks.findIndex((block) => block.type === type);
  const block = article.blocks[at] as RecognisedBlock;
  const words = entry.texts[at] ?? '';
  const shown = renderBlock(block, { labels, pictureHosts: [] });

  it('is recognised, and its block is as the schema says', async () => {
    expect(block).toBeDefined();
    expect(articleSchema.parse(article)).toEqual(article);
    await expect(`${JSON.stringify(article.blocks, null, 2)}\n`).toMatchFileSnapshot(
      new URL(`${type}.json`, fixtures).pathname,
    );
  });

  it('is the same again after Markdown, in its natural form and in the explicit one', () => {
    const markdown = toFaithfulMarkdown(parsed, reading);
    expect(pipeline(`${type}.md`, markdown).entry.article.blocks).toEqual(article.blocks);
    const node = parsed.root.children.find((child) => child.type === type)!;
    const explicit = { ...parsed, root: { ...parsed.root, children: [{ ...node, data: { asWritten: true } }] } };
    const written = toFaithfulMarkdown(explicit as typeof parsed, reading);
    expect(kind.directives.some((name) => written.includes(`:::${name}`))).toBe(true);
    expect(pipeline(`${type}.md`, written).entry.article.blocks).toEqual([block]);
  });

  it('loses no word in plain text, on the page or in what search and lists see', () => {
    const said = kindOf(block).toText(block, words, htmlText);
    for (const word of words.split(/\s+/)) {
      expect(said).toContain(word);
      expect(htmlText(shown)).toContain(word);
    }
  });

  it('passes the gate with every class and attribute that it writes', () => {
    const content = (html: string) => fragment(html).children as Element[];
    const made = kind.toHtml(block, { labels, pictureHosts: [], content });
    expect(classesOf(reparse(shown))).toEqual(classesOf(made));
    const names = (tree: Nodes) => {
      const found = new Set<string>();
      eachElement(tree, ({ tagName, properties }) =>
        Object.keys(properties).forEach((name) => found.add(`${tagName} ${name}`)),
      );
      found.delete('a rel');
      return [...found].sort();
    };
    expect(names(reparse(shown))).toEqual(names({ type: 'root', children: [made] } as Root));
  });

  it('has a style', () => {
    const [root] = reparse(shown).children;
    const [own] = (root as Element).properties['className'] as string[];
    expect(css).toMatch(new RegExp(`\\.${own}(?:s)?\\b`));
  });

  it('is read aloud, all of it', () => expect(unspoken(reparse(shown))).toBe(''));

  it('is described without a hole', () => {
    const described = kind.structured?.(block, { url: 'https://example.org', textOf: htmlText }) ?? {};
    for (const thing of Object.values(described).flat()) expect(thing['@type']).toBeTruthy();
  });

  it('has classes of its own alone in the plain styles', () => {
    const own = Object.values(kind.markup.classes).flat().map(String);
    for (const name of Object.values(kind.plainStyle ?? {}).flat()) expect(own).toContain(name);
    expect(
      Object.values(plainStyles())
        .flat()
        .every((selector) => selector.startsWith('.')),
    ).toBe(true);
  });
});

it('each kind makes blocks of its own name', () => {
  for (const [type, { schema }] of recognisedKinds) {
    const named = schema.safeParse({ type }).error?.issues.some(({ path }) => path[0] === 'type') ?? false;
    expect(named, type).toBe(false);
    const other = schema.safeParse({ type: 'other' } as unknown as Block).error?.issues;
    expect(
      other?.some(({ path }) => path[0] === 'type'),
      type,
    ).toBe(true);
  }
});
