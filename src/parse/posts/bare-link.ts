import type { RootContent } from 'mdast';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Recogniser } from '../recogniser.ts';
import { bareAddress } from './status-links.ts';
import { dayOfStatus } from './status-address.ts';
import { tweetName, tweetNode } from './tweet-node.ts';

/** A post's address alone in a paragraph: no text was kept, only the address, from whose id the day is told. */
export const linkedTweet: Recogniser = {
  name: 'tweet-link',
  recognise(root, context) {
    const children = root.children.map((node): RootContent => {
      const address = bareAddress(node);
      if (!address?.status.handle) return node;
      const { paragraph, status } = address;
      const author = { name: address.status.handle, handle: address.status.handle };
      const day = dayOfStatus(status.id);
      context.trace({
        rule: 'tweet-link',
        lines: linesOf(paragraph),
        before: textOf(paragraph.children),
        after: `a card that links to the ${tweetName(author, day)}`,
        certainty: 'certain',
        why: `the address of a post stands alone${day ? '; its id tells the day' : ''}`,
        removed: textOf(paragraph.children),
      });
      return tweetNode(author, day, status, [], [paragraph]);
    });
    return { ...root, children };
  },
};
