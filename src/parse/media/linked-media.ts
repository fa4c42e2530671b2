import type { RootContent } from 'mdast';
import { readMediaAddress } from '../../article/blocks/media/media-address.ts';
import type { Recogniser } from '../recogniser.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import { mediaName, mediaNode } from './media-node.ts';

/** The address of a film or recording, alone in a paragraph. */
export const linkedMedia: Recogniser = {
  name: 'media-link',
  recognise(root, context) {
    const children = root.children.map((node): RootContent => {
      if (node.type !== 'paragraph' || node.children.length > 3) return node;
      const text = textOf(node.children).trim();
      const address = text.length > 500 || /\s/.test(text) ? null : readMediaAddress(text);
      if (!address) return node;
      const made = mediaNode(address, null, [], [node]);
      context.trace({
        rule: 'media-link',
        lines: linesOf(node),
        before: text,
        after: `a card that links to the ${mediaName(made)}`,
        certainty: 'certain',
        why: `the address of a ${made.type === 'video' ? 'film' : 'recording'} stands alone`,
        removed: text,
      });
      return made;
    });
    return { ...root, children };
  },
};
