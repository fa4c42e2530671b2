import type { Paragraph, Root, RootContent } from 'mdast';
import { creditParts } from '../credits/credit-parts.ts';
import { figureName, figureNode } from '../figures/figure-node.ts';
import { wordCount } from '../text/lines.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/**
 * NPR's pictures with their buttons: the caption, the credit, "hide caption" on the line below, and for the narrow
 * screen "toggle caption" and the credit once more. The button proves the credit, whoever it names.
 */
export const nprFigure: Recogniser = {
  name: 'credit-above-button',
  recognise(root: Root, context: Context) {
    if (context.form !== 'pasted') return root;
    const out: RootContent[] = [];
    let last: string | null = null;
    for (const node of root.children) {
      const text = node.type === 'paragraph' ? textOf(node.children).trim() : '';
      if (node.type !== 'paragraph' || text === '' || wordCount(text) > 12) out.push(node);
      else if (isButton(node, 1, 'hide', context)) {
        const above = out.at(-1);
        const caption = above?.type === 'paragraph' && isRightAbove(above, node) ? above : null;
        if (caption) out.pop();
        out.push(figure(node, text, caption, context));
        last = text;
      } else if (text === last && isButton(node, -1, 'toggle', context)) {
        const why = 'the credit stands once more below the button of a narrow screen';
        const step = { rule: 'doubled-credit', lines: linesOf(node), before: text, after: '', removed: text, why };
        context.trace({ ...step, certainty: 'certain' });
        last = null;
      } else out.push(node);
    }
    return { ...root, children: out };
  },
};

/** Whether the line right below (1) or right above (-1) is NPR's button. */
function isButton(node: Paragraph, step: 1 | -1, word: string, context: Context): boolean {
  const place = step === 1 ? node.position?.end.line : (node.position?.start.line ?? 0) - 2;
  return place !== undefined && context.lines[place]?.trim().toLowerCase() === `${word} caption`;
}

function isRightAbove(above: Paragraph, node: Paragraph): boolean {
  return above.position?.end.line === (node.position?.start.line ?? 0) - 1 && wordCount(textOf(above.children)) <= 80;
}

function figure(node: Paragraph, credit: string, caption: Paragraph | null, context: Context) {
  const { parts, dropped } = creditParts(credit);
  const made = figureNode([], caption?.children ?? [], parts, caption ? [caption, node] : [node]);
  context.trace({
    rule: 'caption',
    lines: linesOf(...(caption ? [caption, node] : [node])),
    before: caption ? `${textOf(caption.children)}\n${credit}` : credit,
    after: figureName(made, caption ? textOf(caption.children) : ''),
    certainty: 'certain',
    why: 'a button that hides a caption stands right below the credit',
    ...(dropped.length === 0 ? {} : { removed: dropped.join(' … ') }),
  });
  return made;
}
