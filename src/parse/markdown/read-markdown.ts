import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import { remark } from 'remark';
import cjkFriendly from 'remark-cjk-friendly/parseOnly';
import cjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/parseOnly';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { recognisedKinds } from '../../article/blocks/registry.ts';
import { hasEastAsian } from '../text/east-asian.ts';
import { mendEastAsian } from './east-asian-lines.ts';
import { keepLooseEnds } from './loose-ends.ts';
import { quickEdits } from './quick-edits.ts';
import { readPlainly } from './plain-paragraphs.ts';
import { keepUnknownElements } from './unknown-elements.ts';

/** Directives that mean something here. Any other is the text that it was. */
const directiveNames: ReadonlySet<string> = new Set([
  'prose',
  ...[...recognisedKinds.values()].flatMap(({ directives }) => directives),
]);

/** Only `:::name` blocks: `:name` within a text ("at 10:30", "Re:Invent") and `::name` alone are prose. */
function containerDirective(this: Processor): void {
  const { flow } = directive();
  const constructs = flow?.[58];
  const data = this.data();
  (data.micromarkExtensions ??= []).push({
    flow: { 58: Array.isArray(constructs) ? constructs[0]! : constructs! },
  });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

quickEdits();

/** One tilde is a tilde: "~50 to ~60". Chinese and Japanese have no blanks beside the marks of stress. */
const markdown = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(cjkFriendly)
  .use(cjkFriendlyStrikethrough, { singleTilde: false })
  .use(containerDirective)
  .freeze();

/**
 * Reads Markdown (CommonMark with GFM and container directives) into mdast. Raw HTML stays as `html` nodes.
 *
 * @param firstLine the number of the body's first line in its file: positions count from it
 */
export function readMarkdown(body: string, firstLine: number): Root {
  // Blank lines before the text make no nodes, and every position comes out right.
  const text = '\n'.repeat(firstLine - 1) + body;
  return mended(readPlainly(text, parse) ?? parse(text), text);
}

/** The same, with every part of the text handed to the parser. */
export function readWhole(text: string): Root {
  return mended(parse(text), text);
}

const parse = (text: string): RootContent[] => markdown.parse(text).children;

/** What the parser made of a text, as its readers expect it. */
function mended(nodes: RootContent[], text: string): Root {
  let children = nodes;
  if (text.includes(':::')) children = plainDirectives(children, text.split('\n'));
  if (text.includes('<')) children = keepUnknownElements(children, parse);
  if (text.includes('[^') || text.includes('|')) children = keepLooseEnds(children);
  if (hasEastAsian(text)) mendEastAsian(children);
  return { type: 'root', children };
}

/** Turns directives that mean nothing here back into their text: the fences as paragraphs, what is inside as it is. */
function plainDirectives(nodes: readonly RootContent[], lines: readonly string[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (!('children' in node)) return [node];
    const children = plainDirectives(node.children as RootContent[], lines);
    if (node.type !== 'containerDirective' || directiveNames.has(node.name))
      return [{ ...node, children } as RootContent];
    const start = node.position!.start;
    const end = node.position!.end;
    const opening = lines[start.line - 1]!.slice(start.column - 1);
    const closing = lines[end.line - 1]!.slice(0, end.column - 1).trim();
    const fence = (value: string, line: number, column: number, offset: number): RootContent => {
      const { length } = value;
      const position = {
        start: { line, column, offset },
        end: { line, column: column + length, offset: offset + length },
      };
      return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
    };
    const label = children[0]?.type === 'paragraph' && children[0].data && 'directiveLabel' in children[0].data;
    const closed = end.line > start.line && /^:{3,}$/.test(closing);
    return [
      fence(opening.trimEnd(), start.line, start.column, start.offset ?? 0),
      ...(label ? children.slice(1) : children),
      ...(closed ? [fence(closing, end.line, end.column - closing.length, (end.offset ?? 0) - closing.length)] : []),
    ];
  });
}

/**
 * The first heading of the first level, where nothing but headings' company stands above it, taken out of the tree.
 * Pictures in it stay, as a paragraph.
 */
export function takeHeadline(root: Root): { headline: string; heading: Heading; root: Root } | null {
  const index = root.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const heading = root.children[index];
  if (heading?.type !== 'heading') return null;
  const headline = wordsOf(heading.children).replace(/\s+/g, ' ').trim();
  if (headline === '') return null;
  const pictures = heading.children.filter(({ type }) => type === 'image' || type === 'imageReference');
  const rest: RootContent[] = [];
  if (pictures.length > 0)
    rest.push({ type: 'paragraph', children: pictures, ...(heading.position && { position: heading.position }) });
  const children = [...root.children.slice(0, index), ...rest, ...root.children.slice(index + 1)];
  return { headline, heading, root: { ...root, children } };
}

/** The words of a heading without its marks: a line break is a blank, a picture and a tag are nothing. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return ' ';
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}
