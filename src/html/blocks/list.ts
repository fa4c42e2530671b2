import type { List, ListItem } from 'mdast';
import type { Element } from '../tree/dom.ts';
import { attribute } from '../tree/tree.ts';
import { isBlockContent, type Piece } from './piece.ts';

/**
 * A list, and what stands in its items and in no list: pictures.
 *
 * @param items the blocks of each of its items
 */
export function listOf(element: Element, items: readonly (readonly Piece[])[]): { list: List | null; others: Piece[] } {
  const children = items.flatMap((item): ListItem[] => {
    const blocks = item.map(({ node }) => node).filter(isBlockContent);
    return blocks.length > 0 ? [{ type: 'listItem', spread: false, children: blocks }] : [];
  });
  const others = items.flatMap((item) => item.filter(({ node }) => !isBlockContent(node)));
  if (children.length === 0) return { list: null, others };
  const start = Number.parseInt(attribute(element, 'start'), 10);
  return { list: { type: 'list', ordered: element.tag === 'ol', ...(start > 1 && { start }), spread: false, children }, others }; // prettier-ignore
}
