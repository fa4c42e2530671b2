import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * What the way to HTML would pass over: notes that nothing refers to become the paragraphs that they are, and a row
 * that is longer than its table's head makes the table wider. Changes the tree.
 */
export function keepLooseEnds(nodes: RootContent[]): RootContent[] {
  const referredTo = new Set<string>();
  const tree = { type: 'root' as const, children: nodes };
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') referredTo.add(node.identifier);
    if (node.type === 'table' && node.align) {
      const columns = Math.max(...node.children.map(({ children }) => children.length));
      while (node.align.length < columns) node.align.push(null);
    }
  });
  return withNotes(nodes, referredTo, new Set()) as RootContent[];
}

function withNotes(nodes: readonly Nodes[], referredTo: ReadonlySet<string>, defined: Set<string>): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === 'footnoteDefinition') {
      const isUsed = referredTo.has(node.identifier) && !defined.has(node.identifier);
      defined.add(node.identifier);
      return isUsed ? [node] : asParagraphs(node);
    }
    if ('children' in node)
      node.children = withNotes(node.children as Nodes[], referredTo, defined) as typeof node.children;
    return [node];
  });
}

function asParagraphs({ label, identifier, children, position }: FootnoteDefinition): Nodes[] {
  const mark = { type: 'text' as const, value: `[${label ?? identifier}] ` };
  const [first, ...others] = children;
  if (first?.type === 'paragraph') return [{ ...first, children: [mark, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: [mark], ...(position && { position }) }, ...children];
}
