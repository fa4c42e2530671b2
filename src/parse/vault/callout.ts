import type { BlockContent, Blockquote, Paragraph, RootContent } from 'mdast';
import { noticeNode } from '../notices/notice.ts';
import type { NoticeKind } from '../nodes.ts';
import type { Recogniser } from '../recogniser.ts';
import { cutPhrasing, linesOf, textOf, trimPhrasing } from '../text/phrasing.ts';

/** `[!warning]- Storm tonight`: Obsidian folds what has a minus, and the rest of the line is the title. */
const opening = /^\[!(?<type>[\w-]{1,30})(?:\|[^\]\n]{0,60})?\][-+]?[ \t]*(?<title>[^\n]*)(?:\n|$)/;

/** GitHub's alerts and Obsidian's callouts: `> [!NOTE]`. What quotes somebody stays a quotation. */
export const callout: Recogniser = {
  name: 'callout',
  recognise(root, context) {
    if (context.form === 'pasted' || !root.children.some(opens)) return root;
    const children = root.children.map((node): RootContent => {
      const found = node.type === 'blockquote' ? read(node) : null;
      if (!found) return node;
      const { type, blocks, text, isSaid } = found;
      if (!isSaid) {
        const why = 'the mark says what kind of text it is';
        const lines = linesOf(node);
        context.trace({
          rule: 'callout',
          lines,
          before: `[!${type}]`,
          after: '',
          certainty: 'certain',
          why,
          removed: type,
        });
      }
      if (/^(?:quote|cite)$/i.test(type)) return { ...node, type: 'blockquote', children: blocks };
      return noticeNode(kindOf(type), blocks, text, 'callout', `the quotation opens with [!${type}]`, context);
    });
    return { ...root, children };
  },
};

const opens = (node: RootContent): boolean => node.type === 'blockquote' && read(node) !== null;

function kindOf(type: string): NoticeKind {
  if (/^correction|^erratum/i.test(type)) return 'correction';
  return /^disclaimer/i.test(type) ? 'disclaimer' : 'note';
}

interface Callout {
  type: string;
  blocks: BlockContent[];
  text: string;
  /** Whether the words of the type are shown. */
  isSaid: boolean;
}

/** The title is a paragraph of its own, in strong type. Without one, "Warning" says more than that it is a note. */
function read(quote: Blockquote): Callout | null {
  const [first, ...others] = quote.children as BlockContent[];
  if (first?.type !== 'paragraph') return null;
  const whole = textOf(first.children);
  const found = opening.exec(whole);
  const type = found?.groups?.['type'];
  if (!found || type === undefined) return null;
  const mark = found[0].length - (found.groups?.['title']?.length ?? 0) - (found[0].endsWith('\n') ? 1 : 0);
  const stated = trimPhrasing(cutPhrasing(first.children, mark, found[0].length));
  const isSaid = stated.length === 0 && !/^(?:note|quote|cite|correction|disclaimer)$/i.test(type);
  const named = type.charAt(0).toUpperCase() + type.slice(1).toLowerCase();
  const title: Paragraph['children'] = isSaid ? [{ type: 'text', value: named }] : stated;
  const rest = cutPhrasing(first.children, found[0].length, whole.length);
  const place = first.position ? { position: first.position } : {};
  const paragraph = (children: Paragraph['children']): Paragraph => ({ type: 'paragraph', children, ...place });
  const blocks: BlockContent[] = [
    ...(title.length > 0 ? [paragraph([{ type: 'strong', children: title }])] : []),
    ...(rest.length > 0 ? [paragraph(rest)] : []),
    ...others,
  ];
  if (blocks.length === 0) blocks.push(paragraph([{ type: 'text', value: named }]));
  return { type, blocks, text: whole, isSaid };
}
