import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { standIns } from '../../source/private/without-notes.ts';

const emptiedLine = new RegExp(`\\n?${standIns.line}`, 'g');

/**
 * Gives the nodes of a body in which notes and shortcodes were replaced the columns that they have in the file, and
 * takes out what stood in the notes' places. Changes the tree.
 */
export function mendPlaces(root: Root, columnOf: (line: number, column: number) => number): void {
  visit(root, (node, index, parent) => {
    if (node.position) {
      const { start, end } = node.position;
      start.column = columnOf(start.line, start.column);
      end.column = columnOf(end.line, end.column);
    }
    if ('value' in node) node.value = node.value.replace(emptiedLine, '');
    if (node.type !== 'html') return undefined;
    node.value = node.value.replaceAll(standIns.comment, '');
    if (node.value.trim() !== '' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
