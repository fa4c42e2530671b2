import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { wordCount } from '../text/lines.ts';
import { isName } from '../text/names.ts';
import { textOf } from '../text/phrasing.ts';
import type { LineKind } from '../lines/line-kinds.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { introducedItems } from './introduced-list.ts';

/** From how likely on a paragraph counts as one. */
const enough = { subhead: 0.5, first: 0.9, name: 0.98, item: 0.4, items: 0.55, quotation: 0.9 };

/** How likely a paragraph is of a kind, as its line has been told. */
function likely(node: RootContent | undefined, kind: LineKind, context: Context): number {
  if (node?.type !== 'paragraph' || !node.position || /<\/?[a-z][^>]*>/iu.test(textOf(node.children))) return 0;
  return context.told(node.position.start.line, kind);
}

/** Subheads of pasted text, lists and quotations, as the look, the place and the neighbours of their lines tell them. */
export const toldStructure: Recogniser = {
  name: 'structure',
  recognise(root, context) {
    if (context.form !== 'pasted') return root;
    const out: RootContent[] = [];
    const nodes = root.children;
    const twice = repeatedTexts(nodes);
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!;
      if (node.type !== 'paragraph') {
        out.push(node);
        continue;
      }
      const items = itemsFrom(nodes, index, context);
      const quoted = runOf(nodes, index, 'quotation', context);
      if (items.length > 1) out.push(listOf(items, context));
      else if (quoted.length > 0) out.push(quotationOf(quoted, context));
      else if (isSubhead(nodes, index, twice, context)) out.push(headingOf(node, context));
      else {
        out.push(node);
        continue;
      }
      index += Math.max(items.length > 1 ? items.length : quoted.length, 1) - 1;
    }
    return { ...root, children: out };
  },
};

/** The short paragraphs that stand in a text more than once. */
function repeatedTexts(nodes: readonly RootContent[]): Set<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const node of nodes) {
    const text = node.type === 'paragraph' ? textOf(node.children) : '';
    if (text.length > 200) continue;
    (once.has(text) ? twice : once).add(text);
  }
  return twice;
}

/** What no subhead ends with. A question or a quotation may be one. */
const open = /[.,;:–—-]$/u;

function isSubhead(
  nodes: readonly RootContent[],
  index: number,
  twice: ReadonlySet<string>,
  context: Context,
): boolean {
  const node = nodes[index]!;
  if (node.type !== 'paragraph' || index === nodes.length - 1) return false;
  if (index === 0) return likely(node, 'subhead', context) >= enough.first;
  const text = textOf(node.children);
  if (open.test(text) || wordCount(text) > 20) return false;
  // A name alone may be whose portrait stood there.
  if (/\p{Lu}/u.test(text) && isName(text)) return likely(node, 'subhead', context) >= enough.name;
  // Neither does a subhead stand twice.
  if (twice.has(text)) return false;
  if (likely(node, 'subhead', context) >= enough.subhead) return true;
  return isLaid(nodes, index) && wordCount(text) <= 15 && isSureOf(node, nodes[index + 1]!, context);
}

/** Whether what a line's place says holds: it is the page's or a caption hardly, and what stands below is the story's. */
function isSureOf(node: RootContent, below: RootContent, context: Context): boolean {
  const other = Math.max(likely(node, 'furniture', context), likely(node, 'caption', context));
  return other < 0.95 && likely(below, 'prose', context) >= 0.4;
}

/** Between two paragraphs, a blank line above and none below: how a page's headings come out of a selection. */
function isLaid(nodes: readonly RootContent[], index: number): boolean {
  const [before, node, after] = [nodes[index - 1], nodes[index], nodes[index + 1]];
  if (!before?.position || !node?.position || !after?.position || after.type !== 'paragraph') return false;
  const apart = node.position.start.line > before.position.end.line + 1;
  const touches = after.position.start.line === node.position.end.line + 1;
  return apart && touches && wordCount(textOf(after.children)) >= 12;
}

/**
 * The items of a list from one paragraph on: those that a line announces, or those that look like items, are as likely
 * on the whole, and have the story going on below them.
 */
function itemsFrom(nodes: readonly RootContent[], from: number, context: Context): Paragraph[] {
  const introduced = announced(nodes, from);
  if (introduced.length > 1) return introduced;
  const run = runOf(nodes, from, 'item', context);
  const mean = run.reduce((sum, node) => sum + likely(node, 'item', context), 0) / run.length;
  const isStory = (node: RootContent) =>
    node.type === 'paragraph' && wordCount(textOf(node.children)) >= 20 && likely(node, 'prose', context) > 0.4;
  const below = nodes.slice(from + run.length, from + run.length + reach);
  return run.length > 1 && mean >= enough.items && below.some(isStory) ? run : [];
}

function announced(nodes: readonly RootContent[], from: number): Paragraph[] {
  const above = nodes[from - 1];
  if (above?.type !== 'paragraph') return [];
  const below: Paragraph[] = [];
  for (const node of nodes.slice(from, from + mostItems)) {
    if (node.type !== 'paragraph') break;
    below.push(node);
  }
  const lines = below.map((node, at) => ({
    text: textOf(node.children),
    gap: (node.position?.start.line ?? 0) - ((nodes[from + at - 1]?.position?.end.line ?? 0) + 1),
  }));
  return below.slice(0, introducedItems(textOf(above.children), lines));
}

/** How far below a list the story goes on. */
const reach = 6;
/** No announced list is longer. */
const mostItems = 40;

function runOf(nodes: readonly RootContent[], from: number, kind: 'item' | 'quotation', context: Context): Paragraph[] {
  const run: Paragraph[] = [];
  for (let at = from; at < nodes.length && likely(nodes[at], kind, context) >= enough[kind]; at++)
    run.push(nodes[at] as Paragraph);
  return run;
}

function headingOf(node: Paragraph, context: Context): Heading {
  const text = textOf(node.children);
  tell('subhead', [node], `a heading: ${text}`, context);
  return { ...node, type: 'heading', depth: 2 };
}

function listOf(items: readonly Paragraph[], context: Context): List {
  tell('list', items, `a list of ${items.length} items`, context);
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [item],
      ...placeOf([item]),
    })),
    ...placeOf(items),
  };
}

function quotationOf(paragraphs: readonly Paragraph[], context: Context): Blockquote {
  tell('quotation', paragraphs, 'a quotation', context);
  return { type: 'blockquote', children: [...paragraphs], ...placeOf(paragraphs) };
}

function placeOf(nodes: readonly Paragraph[]) {
  const [first, last] = [nodes[0]?.position, nodes.at(-1)?.position];
  return first && last ? { position: { start: first.start, end: last.end } } : {};
}

function tell(rule: string, nodes: readonly Paragraph[], after: string, context: Context): void {
  const { position } = placeOf(nodes);
  context.trace({
    rule,
    lines: [position?.start.line ?? 1, position?.end.line ?? 1],
    before: nodes.map(({ children }) => textOf(children)).join('\n'),
    after,
    certainty: 'guess',
    why: 'The look, the place and the neighbours of the lines tell it.',
  });
}
