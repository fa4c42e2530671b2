import type { Nodes, PhrasingContent } from 'mdast';
import { joinWrapped, meet } from '../text/east-asian.ts';
import { cutAddresses } from '../text/east-asian-addresses.ts';

/**
 * Mends what Markdown, made for texts with blanks between words, makes of Chinese and Japanese: a line break within a
 * paragraph is no blank, and an address ends where the text goes on.
 *
 * @param nodes of a tree; changed in place
 */
export function mendEastAsian(nodes: Nodes[]): void {
  for (const node of nodes) {
    if (!('children' in node)) continue;
    if (node.type === 'paragraph' || node.type === 'heading') mendPhrasing(node.children);
    else mendEastAsian(node.children);
  }
}

function mendPhrasing(nodes: PhrasingContent[]): void {
  cutAddresses(nodes);
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if ('children' in node) mendPhrasing(node.children);
    if (node.type !== 'text') continue;
    node.value = joinWrapped(node.value);
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    const lead = /^[ \t]*\n[ \t]*/.exec(node.value)?.[0];
    if (lead && before && meet(wordsOf(before), node.value.slice(lead.length)))
      node.value = node.value.slice(lead.length);
    const tail = /[ \t]*\n[ \t]*$/.exec(node.value);
    if (tail && after && meet(node.value.slice(0, tail.index), wordsOf(after)))
      node.value = node.value.slice(0, tail.index);
  }
}

const wordsOf = (node: PhrasingContent): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';
