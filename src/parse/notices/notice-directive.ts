import type { BlockContent, RootContent } from 'mdast';
import { noticeKinds } from '../nodes.ts';
import type { NoticeKind } from '../nodes.ts';
import { noticeNode } from './notice.ts';
import type { Recogniser } from '../recogniser.ts';
import { blockText } from '../posts/tweet-node.ts';

/** `:::tip`, `:::disclaimer`, `:::correction` and their like: a notice stated outright. */
export const statedNotice: Recogniser = {
  name: 'notice-directive',
  recognise(root, context) {
    const children = root.children.map((node): RootContent => {
      const kind = node.type === 'containerDirective' ? kindOf(node.name) : undefined;
      if (node.type !== 'containerDirective' || !kind) return node;
      const blocks = node.children as BlockContent[];
      const text = blocks.map(blockText).join('\n');
      const made = noticeNode(kind, blocks, text, 'notice-directive', 'the file says so', context);
      return node.position ? { ...made, position: node.position } : made;
    });
    return { ...root, children };
  },
};

function kindOf(name: string): NoticeKind | undefined {
  return noticeKinds.find((kind) => kind === name);
}
