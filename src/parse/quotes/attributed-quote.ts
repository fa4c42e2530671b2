import type { BlockContent, Paragraph, RootContent } from 'mdast';
import { isAttribution, type Quote } from '../../article/blocks/quote.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';

/** A dash at the beginning of the last line, and what is behind it. */
const lastLine = /(?:^|\n)[ \t]*(?:[—–―]|--)[ \t]*(?<by>[^\n]+)$/u;

/** A quotation in Markdown whose last line is `— Name, office`: it says whose it is. */
export const attributedQuote: Recogniser = {
  name: 'attributed-quote',
  recognise(root, context) {
    if (!root.children.some((node) => node.type === 'blockquote')) return root;
    const children = root.children.map((node): RootContent => {
      const made = node.type === 'blockquote' ? read(node.children as BlockContent[]) : null;
      if (!made) return node;
      if (node.position) made.position = node.position;
      tell(made, node, context);
      return made;
    });
    return { ...root, children };
  },
};

/** What a quotation's blocks are with the attribution of their last line; null where they have none. */
function read(blocks: readonly BlockContent[]): Quote | null {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph') return null;
  const text = textOf(last.children);
  const found = lastLine.exec(text);
  const by = found?.groups?.['by']?.trim() ?? '';
  if (!found || !isAttribution(by)) return null;
  const rest = found.index > 0 ? cutParagraph(last, 0, found.index) : null;
  const children = rest ? [...blocks.slice(0, -1), rest] : blocks.slice(0, -1);
  // A dash alone begins a line of speech, or a list.
  if (children.length === 0) return null;
  return { type: 'quote', by, url: linkIn(last, found.index), children };
}

/** The address that the attribution is linked to. */
function linkIn(paragraph: Paragraph, from: number): string | null {
  let at = 0;
  for (const child of paragraph.children) {
    if (child.type === 'link' && at >= from) return /^https?:\/\//i.test(child.url) ? child.url : null;
    at += textOf([child]).length;
  }
  return null;
}

function tell(made: Quote, node: RootContent, context: Context): void {
  context.trace({
    rule: 'attributed-quote',
    lines: linesOf(node),
    before: [
      ...made.children.map((child) => ('children' in child ? textOf((child as Paragraph).children) : '')),
      made.by,
    ].join('\n'),
    after: `a quotation of ${made.by}`,
    certainty: 'certain',
    why: 'the last line of a quotation has a dash and a name',
  });
}
