import type { RootContent } from 'mdast';
import { readPostAddress } from '../../article/blocks/posts/networks.ts';
import type { Recogniser } from '../recogniser.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import { postName, postNode } from './post-node.ts';

/** The address of a post on a network, alone in a paragraph: no text was kept, only the address. */
export const linkedPost: Recogniser = {
  name: 'post-link',
  recognise(root, context) {
    const children = root.children.map((node): RootContent => {
      if (node.type !== 'paragraph' || node.children.length > 3) return node;
      const text = textOf(node.children).trim();
      const address = text.length > 400 || /\s/.test(text) ? null : readPostAddress(text);
      if (!address) return node;
      const { network, day } = address;
      const made = postNode({ network, name: '', handle: '', day, address }, [], [node]);
      context.trace({
        rule: 'post-link',
        lines: linesOf(node),
        before: text,
        after: `a card that links to the ${postName(made)}`,
        certainty: 'certain',
        why: `the address of a post stands alone${day ? '; its id tells the day' : ''}`,
        removed: text,
      });
      return made;
    });
    return { ...root, children };
  },
};
