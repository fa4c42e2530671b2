import type { RootContent } from 'mdast';
import { isRecognised, kindOfNode } from '../../article/blocks/registry.ts';
import { markAsWritten } from '../../parse/markdown/as-written.ts';
import { nodeText } from '../../parse/text/left-over.ts';
import { parseText } from '../../parse/parse.ts';
import type { Parsed, ParseOptions } from '../../parse/parsed-article.ts';
import { toMarkdown } from './markdown.ts';

/** What a block is, as far as a second reading could change it. */
function shape(node: RootContent): string {
  const inside =
    isRecognised(node) && kindOfNode(node)?.holds === 'blocks' ? node.children.map(({ type }) => type) : [];
  return `${node.type} ${inside.join(' ')} ${nodeText(node).replace(/\s+/g, ' ').trim()}`;
}

/** The indexes of the blocks that a second reading of the Markdown makes something else of, or takes away. */
function changed(parsed: Parsed, markdown: string, options: ParseOptions): number[] {
  const again = parseText('again.md', markdown, options).root.children.map(shape);
  const before = parsed.root.children.map(shape);
  if (again.length === before.length && again.every((text, index) => text === before[index])) return [];
  const found = new Map<string, number>();
  for (const text of again) found.set(text, (found.get(text) ?? 0) + 1);
  return before.flatMap((text, index) => {
    const times = found.get(text) ?? 0;
    found.set(text, times - 1);
    return times > 0 ? [] : [index];
  });
}

/**
 * Canonical Markdown that is proven by reading it again: prose that would be taken for a tweet, a caption or a notice
 * is put between `:::prose` lines. For an import; `toMarkdown` is the quicker one, without the proof.
 */
export function toFaithfulMarkdown(parsed: Parsed, options: ParseOptions): string {
  let { root } = parsed;
  let markdown = toMarkdown(parsed);
  // Fencing one block can bring its neighbour to light, so look again, but not for ever.
  for (let turn = 0; turn < 4; turn++) {
    const wrong = new Set(changed(parsed, markdown, options));
    if (wrong.size === 0) return markdown;
    root = {
      ...root,
      children: root.children.map((node, index) => (wrong.has(index) || turn === 3 ? markAsWritten(node) : node)),
    };
    markdown = toMarkdown({ ...parsed, root });
  }
  return markdown;
}
