import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Repair } from '../article/schema.ts';

/** Attributes of HTML that hold words for a reader. */
const spoken =
  /\s(?:title|alt|label|placeholder|value|summary|aria-label)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gi;

/** A declaration or an instruction is nothing but what it says; a comment is nobody's. */
const declared = /<\?[\s\S]*?(?:>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![a-z][^>]*/gi;

/**
 * Words that stand in no text but in an attribute, the title of a link or the name of a code, and that no block shows:
 * an element that no article may have takes its attributes along.
 */
export function unsaid(root: Root, blocks: readonly Block[]): Repair[] {
  const found: { words: string; line: number }[] = [];
  visit(root, (node) => {
    const { line = 1 } = node.position?.start ?? {};
    for (const words of wordsBeside(node)) if (/\p{L}{2}/u.test(words)) found.push({ words, line });
  });
  if (found.length === 0) return [];
  const shown = letters(JSON.stringify(blocks));
  return found
    .filter(({ words }) => !shown.includes(letters(words)))
    .map(({ words, line }) => ({ rule: 'left-over', lines: [line, line], removed: words }));
}

function wordsBeside(node: Nodes): string[] {
  switch (node.type) {
    case 'html':
      return [
        ...[...node.value.matchAll(spoken)].map(({ groups }) => groups?.['double'] ?? groups?.['single'] ?? ''),
        ...(node.value.match(declared) ?? []),
      ];
    case 'code':
      return [node.meta ?? '', /^[\w+#.-]*$/.test(node.lang ?? '') ? '' : node.lang!];
    case 'link':
    case 'image':
      return [node.title ?? ''];
    default:
      return [];
  }
}

const letters = (text: string): string =>
  text
    .replace(/&#?\w+;|\\["n\\]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
