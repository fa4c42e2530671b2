import type { Paragraph, Root, RootContent } from 'mdast';
import { creditParts } from '../credits/credit-parts.ts';
import { figureName, figureNode } from './figure-node.ts';
import { wordCount } from '../text/lines.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/**
 * The BBC's pictures as a selection takes them along. Since 2024: the credit, the words for those who can't see the
 * picture, the credit again, all in one line, and the caption in the next. Before: those words alone on the line above
 * "Image source, …". They describe what is no longer there, so the caption stays and they are told in the repairs;
 * where there is no caption they serve as one.
 */
export const altTextFigure: Recogniser = {
  name: 'alt-text',
  recognise(root: Root, context: Context) {
    if (context.form !== 'pasted') return root;
    const out: RootContent[] = [];
    for (let index = 0; index < root.children.length; index++) {
      const node = root.children[index]!;
      const next = root.children[index + 1];
      const below = node.type === 'paragraph' && next?.type === 'paragraph' && isBelow(node, next) ? next : null;
      if (node.type !== 'paragraph') out.push(node);
      else if (below && isAboveSource(node, below)) tell(node, textOf(node.children), 'a picture’s source', context);
      else {
        const figure = creditedTwice(node, below, context);
        out.push(figure?.node ?? node);
        if (figure?.used) index++;
      }
    }
    return { ...root, children: out };
  },
};

function isBelow(above: Paragraph, below: Paragraph): boolean {
  return above.position !== undefined && below.position?.start.line === above.position.end.line + 1;
}

function isAboveSource(node: Paragraph, below: Paragraph): boolean {
  if (!/^Image (?:source|copyright),? \S/u.test(textOf(below.children))) return false;
  const text = textOf(node.children);
  return wordCount(text) <= 30 && !/[.!?:…"”]$/u.test(text) && !/^(?:Image|Media|Video) /u.test(text);
}

const twice = /^(?<credit>\p{Lu}[^.!?:]{1,60}?)\s+(?<alt>\p{Lu}.{10,400}?)\s+\k<credit>$/su;

function creditedTwice(node: Paragraph, below: Paragraph | null, context: Context) {
  const text = textOf(node.children).trim();
  const { credit, alt } = (text.length <= 600 ? twice.exec(text)?.groups : undefined) ?? {};
  if (!credit || !alt || wordCount(credit) > 6 || wordCount(alt) < 4) return null;
  const { parts, dropped } = creditParts(credit);
  if (parts.length === 0) return null;
  const words = below ? textOf(below.children) : '';
  const caption = below && !/[.!?:…]["”’]?$/u.test(words) && wordCount(words) <= 40 ? below : null;
  const children = caption?.children ?? [{ type: 'text' as const, value: alt }];
  const figure = figureNode([], children, parts, caption ? [node, caption] : [node]);
  context.trace({
    rule: 'alt-text',
    lines: linesOf(...(caption ? [node, caption] : [node])),
    before: caption ? `${text}\n${words}` : text,
    after: figureName(figure, textOf(children)),
    certainty: 'likely',
    why: 'a credit stands at both ends of the line, with the description of a picture between',
    removed: [...(caption ? [alt] : []), credit, ...dropped].join(' … '),
  });
  return { node: figure, used: caption !== null };
}

function tell(node: Paragraph, removed: string, what: string, context: Context): void {
  context.trace({
    rule: 'alt-text',
    lines: linesOf(node),
    before: removed,
    after: '',
    certainty: 'likely',
    why: `the line stands right above ${what}: it describes the picture to those who can’t see it`,
    removed,
  });
}
