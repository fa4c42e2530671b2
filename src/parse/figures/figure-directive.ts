import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { creditParts } from '../credits/credit-parts.ts';
import { creditAlone } from '../credits/find-credit.ts';
import { figureOf, splitPictures } from './image.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/** `:::figure{credit="NAME/AGENCY"}` around a caption, with pictures or without. */
export const statedFigure: Recogniser = {
  name: 'figure-directive',
  recognise(root, context) {
    if (!root.children.some((node) => node.type === 'containerDirective' && node.name === 'figure')) return root;
    const definitions = root.children.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node] as const] : [],
    );
    const addresses = new Map(definitions.reverse());
    const children = root.children.flatMap((node): RootContent[] =>
      node.type === 'containerDirective' && node.name === 'figure' ? read(node, addresses, context) : [node],
    );
    return { ...root, children };
  },
};

function read(
  node: ContainerDirective,
  addresses: Parameters<typeof splitPictures>[1],
  context: Context,
): RootContent[] {
  const phrasing: PhrasingContent[] = [];
  const others: BlockContent[] = [];
  for (const child of node.children as BlockContent[]) {
    if (child.type !== 'paragraph' && child.type !== 'heading') {
      others.push(child);
      continue;
    }
    if (phrasing.length > 0) phrasing.push({ type: 'break' });
    phrasing.push(...child.children);
  }
  const written = node.attributes?.['credit'];
  const line = written?.trim();
  // An empty credit says that there is none, and that the caption is as it stands.
  const none = typeof written === 'string' ? [] : null;
  const stated = line ? (creditAlone(line)?.parts ?? creditParts(line).parts) : none;
  const parts = splitPictures(phrasing, addresses);
  // A list or a table is no caption: it stays in the story, right below.
  return [figureOf(parts, stated, 'figure-directive', node, context), ...others];
}
