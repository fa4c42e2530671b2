import type { RootContent } from 'mdast';
import { figureName, figureNode } from './figure-node.ts';
import type { Figure } from '../nodes.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/**
 * NPR prints a caption twice, once for the picture as it opens, and the credit between; The Verge prints the credit
 * twice. Of figures that follow one another and say the same, the fuller one stays.
 */
export const figureTwice: Recogniser = {
  name: 'doubled-figure',
  recognise(root, context) {
    const out: RootContent[] = [];
    for (const node of root.children) {
      const last = out.at(-1);
      if (node.type !== 'figure' || last?.type !== 'figure' || node.images.length > 0) out.push(node);
      else if (lacksWords(last)) out[out.length - 1] = joined(last, node, context);
      else if (saysNothingNew(node, last)) tell(node, last, context);
      else if (last.images.length === 0 && saysNothingNew(last, node)) {
        tell(last, node, context);
        out[out.length - 1] = node;
      } else out.push(node);
    }
    return { ...root, children: out };
  },
};

function lacksWords({ images, children, credit }: Figure): boolean {
  return images.length > 0 && credit.length === 0 && textOf(children).trim() === '';
}

/** A picture alone, and right below it a caption that was told by its credit: one figure. */
function joined(picture: Figure, caption: Figure, context: Context): Figure {
  const figure = figureNode(picture.images, caption.children, caption.credit, [picture, caption]);
  context.trace({
    rule: 'caption-below-picture',
    lines: linesOf(picture, caption),
    before: textOf(caption.children),
    after: figureName(figure, textOf(caption.children)),
    certainty: 'likely',
    why: 'a caption with its credit stands right below a picture that has none',
  });
  return figure;
}

/** Whether a figure has no caption or credit that the other does not have as well; two bare credits are two pictures. */
function saysNothingNew(figure: Figure, other: Figure): boolean {
  const caption = fold(textOf(figure.children));
  const otherCaption = fold(textOf(other.children));
  if (otherCaption === '' || (caption !== '' && caption !== otherCaption)) return false;
  return figure.credit.length === 0 || fold(figure.credit.join('/')) === fold(other.credit.join('/'));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function tell(gone: Figure, stays: Figure, context: Context): void {
  const caption = textOf(gone.children);
  const words = [caption, gone.credit.join('/')].filter((one) => one !== '').join(' ');
  context.trace({
    rule: caption === '' ? 'doubled-credit' : 'doubled-figure',
    lines: linesOf(gone),
    before: words,
    after: '',
    certainty: 'likely',
    why: `the figure next to it says the same: ${figureName(stays, textOf(stays.children))}`,
    removed: words,
  });
}
