import type { PageFigure } from '../../html/blocks/nodes.ts';
import { creditAlone } from '../credits/find-credit.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { figureOf } from './image.ts';

/** Pictures of a saved page, with the caption and the credit that its markup sets apart. */
export const pageFigure: Recogniser = {
  name: 'page-figure',
  recognise(root, context) {
    if (!root.children.some(({ type }) => type === 'pageFigure')) return root;
    const children = root.children.map((node) => (node.type === 'pageFigure' ? figureFrom(node, context) : node));
    return { ...root, children };
  },
};

function figureFrom(node: PageFigure, context: Context) {
  const parts = { images: node.images, words: node.children, title: null };
  return figureOf(parts, node.credit === null ? null : creditOf(node.credit), 'picture', node, context);
}

/** The names in what a page marks as a credit, its label left out. */
function creditOf(marked: string): string[] {
  const text = marked.replace(/^\s*[([]\s*|\s*[)\]]\s*$/g, '');
  const found = creditAlone(text) ?? creditAlone(`Photo: ${text}`);
  return found && found.parts.length > 0 ? [...found.parts] : [text];
}
