import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Position } from 'unist';
import { hasEastAsian } from './east-asian.ts';
import { cutAddresses } from './east-asian-addresses.ts';

/** http(s) addresses and mail addresses. The last sign is never a mark that ends a sentence. */
const address =
  /https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«»'’.,;:!?)\]}…]|(?<![\p{L}\p{N}._%+-])[A-Za-z0-9][\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\p{L}\p{N}@-])/gu;

/** What GFM makes links of within a text: addresses without a scheme too. */
const transforms = gfmFromMarkdown().flatMap((extension) => extension.transforms ?? []);

/**
 * Makes links of the addresses that are left, as GFM does whether they are escaped or not: the same text must give the
 * same tree when it has been written as Markdown and is read again.
 */
function linkRest(nodes: PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'text' && /@|www\.|:\/\//i.test(node.value))) return nodes;
  const paragraph: Paragraph = { type: 'paragraph', children: nodes };
  const root: Root = { type: 'root', children: [paragraph] };
  for (const transform of transforms) transform(root);
  return paragraph.children;
}

/**
 * The words of pasted text as they are: `*`, `_`, `#` and `<b>` are characters. Only addresses become links.
 *
 * @param position where the text stands in the file; links and texts in it get their own columns
 */
export function literal(text: string, position: Position): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const place = (from: number, to: number): Position => ({
    start: { line: position.start.line, column: position.start.column + from },
    end: { line: position.start.line, column: position.start.column + to },
  });
  let from = 0;
  for (const match of text.matchAll(address)) {
    const at = match.index;
    const end = at + match[0].length;
    if (at > from) nodes.push({ type: 'text', value: text.slice(from, at), position: place(from, at) });
    const url = match[0].includes('://') ? match[0] : `mailto:${match[0]}`;
    nodes.push({
      type: 'link',
      url,
      children: [{ type: 'text', value: match[0], position: place(at, end) }],
      position: place(at, end),
    });
    from = end;
  }
  if (from < text.length || nodes.length === 0)
    nodes.push({ type: 'text', value: text.slice(from), position: place(from, text.length) });
  const linked = linkRest(nodes);
  if (hasEastAsian(text)) cutAddresses(linked);
  return linked;
}
