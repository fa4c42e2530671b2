import type { Paragraph, RootContent } from 'mdast';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { panelAt, type Panel } from './post-panel.ts';
import { blockText, joinLines, tweetName, tweetNode } from './tweet-node.ts';

/** Posts copied from X itself, or from a page that shows them as X does: see {@link panelAt}. */
export const shownTweet: Recogniser = {
  name: 'shown-tweet',
  recognise(root, context) {
    const lines = root.children.map((node) => (node.type === 'paragraph' ? textOf(node.children).trim() : null));
    if (!lines.some((line) => line?.startsWith('@'))) return root;
    const children: RootContent[] = [];
    for (let index = 0; index < root.children.length; index++) {
      const panel = panelAt(lines, index);
      if (!panel) {
        children.push(root.children[index]!);
        continue;
      }
      children.push(makePost(panel, root.children, context));
      index = panel.to - 1;
    }
    return { ...root, children };
  },
};

function makePost(panel: Panel, nodes: readonly RootContent[], context: Context) {
  const { name, handle, day, from, textFrom, textTo, to } = panel;
  const whole = nodes.slice(from, to) as Paragraph[];
  const node = tweetNode({ name, handle }, day, null, joinLines(nodes.slice(textFrom, textTo) as Paragraph[]), whole);
  const isText = (index: number) => index >= textFrom && index < textTo;
  context.trace({
    rule: 'shown-tweet',
    lines: linesOf(...whole),
    before: whole.map(blockText).join('\n'),
    after: tweetName(node.author, day),
    certainty: 'certain',
    why: 'a name and a handle stand above the text, and a time and a day as X writes them below it',
    removed: whole
      .filter((_, index) => !isText(from + index))
      .map(blockText)
      .filter((line) => line !== name && line !== `@${handle}`)
      .join(' '),
  });
  return node;
}
