import type { Paragraph, RootContent } from 'mdast';
import { joinLines } from '../posts/tweet-node.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import { postName, postNode } from './post-node.ts';
import { networkPanelAt, type NetworkPanel } from './post-panel.ts';

/** Posts copied from Bluesky, Mastodon or Truth Social itself, or from a page that shows them so: see {@link networkPanelAt}. */
export const shownPost: Recogniser = {
  name: 'shown-post',
  recognise(root, context) {
    const lines = root.children.map((node) => (node.type === 'paragraph' ? textOf(node.children).trim() : null));
    if (!lines.some((line) => line?.startsWith('@'))) return root;
    const children: RootContent[] = [];
    for (let index = 0; index < root.children.length; index++) {
      const panel = networkPanelAt(lines, index);
      if (panel) {
        children.push(make(panel, root.children.slice(index, panel.to) as Paragraph[], index, context));
        index = panel.to - 1;
      } else children.push(root.children[index]!);
    }
    return { ...root, children };
  },
};

function make(panel: NetworkPanel, whole: readonly Paragraph[], at: number, context: Context): RootContent {
  const { name, handle, textFrom, textTo } = panel;
  const node = postNode({ ...panel, address: null }, joinLines(whole.slice(textFrom - at, textTo - at)), whole);
  const words = whole.map(({ children }) => textOf(children).trim());
  context.trace({
    rule: 'shown-post',
    lines: linesOf(...whole),
    before: words.join('\n'),
    after: postName(node),
    certainty: 'certain',
    why: "a name and a handle stand above the text, and a time and the network's counts beside it",
    removed: words
      .filter(
        (line, index) => (index + at < textFrom || index + at >= textTo) && line !== name && line !== `@${handle}`,
      )
      .join(' '),
  });
  return node;
}
