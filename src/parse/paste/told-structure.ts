import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { wordCount } from '../text/lines.ts';
import { isName } from '../text/names.ts';
import { textOf } from '../text/phrasing.ts';
import type { LineKind } from '../lines/line-kinds.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/** From how likely on a paragraph counts as one. */
const enough = { subhead: 0.5, laid: 0.1, name: 0.9, item: 0.4, quotation: 0.9 };

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
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!;
      if (node.type !== 'paragraph') {
        out.push(node);
        continue;
      }
      const items = runOf(nodes, index, 'item', context);
      const quoted = runOf(nodes, index, 'quotation', context);
      if (items.length > 1) out.push(listOf(items, context));
      else if (quoted.length > 0) out.push(quotationOf(quoted, context));
      else if (isSubhead(nodes, index, context)) out.push(headingOf(node, context));
      else {
        out.push(node);
        continue;
      }
      index += Math.max(items.length > 1 ? items.length : quoted.length, 1) - 1;
    }
    return { ...root, children: out };
  },
};

/** What no subhead ends with. A question or a quotation may be one. */
const open = /[.,;:–—-]$/u;

function isSubhead(nodes: readonly RootContent[], index: number, context: Context): boolean {
  const node = nodes[index]!;
  if (node.type !== 'paragraph' || index === 0 || index === nodes.length - 1) return false;
  const text = textOf(node.children);
  if (open.test(text) || wordCount(text) > 20) return false;
  // A name alone may be whose portrait stood there.
  if (isName(text)) return likely(node, 'subhead', context) >= enough.name;
  const laid = isLaid(nodes, index) && likely(node, 'caption', context) < 0.5;
  return likely(node, 'subhead', context) >= (laid && wordCount(text) <= 12 ? enough.laid : enough.subhead);
}

/** Between two paragraphs, a blank line above and none below: how a page's headings come out of a selection. */
function isLaid(nodes: readonly RootContent[], index: number): boolean {
  const [before, node, after] = [nodes[index - 1], nodes[index], nodes[index + 1]];
  if (!before?.position || !node?.position || !after?.position || after.type !== 'paragraph') return false;
  if (before.type === 'paragraph' && wordCount(textOf(before.children)) < 12) return false;
  const apart = node.position.start.line > before.position.end.line + 1;
  const touches = after.position.start.line === node.position.end.line + 1;
  return apart && touches && wordCount(textOf(after.children)) >= 12;
}

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
