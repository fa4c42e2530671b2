import type { Element, Nodes } from 'hast';

/**
 * Calls `look` with every element of a tree, in the order of the text; what is inside one for which it says
 * 'skip' is passed over. For looking only: to take elements out, use `unist-util-visit`, which takes several
 * times as long, and every paragraph of every article is walked through here.
 */
export function eachElement(node: Nodes, look: (element: Element) => unknown): void {
  if (node.type === 'element' && look(node) === 'skip') return;
  if ('children' in node) for (const child of node.children) eachElement(child, look);
}

/** Whether a tree has an element of one of these names. */
export function hasElement(node: Nodes, names: ReadonlySet<string>): boolean {
  if (node.type === 'element' && names.has(node.tagName)) return true;
  return 'children' in node && node.children.some((child) => hasElement(child, names));
}
