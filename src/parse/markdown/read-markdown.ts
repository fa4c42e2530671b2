import type { Heading, Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { directive } from 'micromark-extension-directive';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { recognisedKinds } from '../../article/blocks/registry.ts';
import { readPlainly } from './plain-paragraphs.ts';

/** Directives that mean something here. Any other is the text that it was. */
export const directiveNames: ReadonlySet<string> = new Set([
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

const markdown = remark().use(remarkGfm).use(containerDirective).freeze();

/**
 * Reads Markdown (CommonMark with GFM and container directives) into mdast. Raw HTML stays as `html` nodes.
 *
 * @param firstLine the number of the body's first line in its file: positions count from it
 */
export function readMarkdown(body: string, firstLine: number): Root {
  // Blank lines before the text make no nodes, and every position comes out right.
  const text = '\n'.repeat(firstLine - 1) + body;
  const children = readPlainly(text, (part) => readWhole(part).children) ?? readWhole(text).children;
  return { type: 'root', children: text.includes(':::') ? plainDirectives(children, text.split('\n')) : children };
}

/** What the parser makes of a text, every part of it. */
export function readWhole(text: string): Root {
  return markdown.parse(text);
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
    const fence = (value: string, line: number, column: number): RootContent => {
      const position = { start: { line, column }, end: { line, column: column + value.length } };
      return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
    };
    const label = children[0]?.type === 'paragraph' && children[0].data && 'directiveLabel' in children[0].data;
    const closed = end.line > start.line && /^:{3,}$/.test(closing);
    return [
      fence(opening.trimEnd(), start.line, start.column),
      ...(label ? children.slice(1) : children),
      ...(closed ? [fence(closing, end.line, end.column - closing.length)] : []),
    ];
  });
}

/** The first heading of the first level, where nothing but headings' company stands above it, taken out of the tree. */
export function takeHeadline(root: Root): { headline: string; heading: Heading; root: Root } | null {
  const index = root.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const heading = root.children[index];
  if (heading?.type !== 'heading') return null;
  const headline = toString(heading).replace(/\s+/g, ' ').trim();
  if (headline === '') return null;
  return { headline, heading, root: { ...root, children: root.children.filter((_, at) => at !== index) } };
}
