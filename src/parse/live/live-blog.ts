import type { BlockContent, Paragraph, RootContent } from 'mdast';
import type { Liveblog } from '../../article/blocks/liveblog.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { wordCount } from '../text/lines.ts';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';
import { timedEntries, type Timed } from './times.ts';

/** How long the title of an entry may be, in words. */
const longestTitle = 20;

/** The entries of a live blog that was pasted, with their times. What is not prose (a figure, a post) stands between them. */
export const liveBlog: Recogniser = {
  name: 'live-blog',
  recognise(root, context) {
    if (context.form !== 'pasted') return root;
    const nodes = root.children;
    const texts = nodes.map((node) => (node.type === 'paragraph' ? textOf(node.children).trim() : null));
    const entries = timedEntries(texts);
    if (entries.length === 0) return root;
    const children: RootContent[] = nodes.slice(0, entries[0]!.index);
    for (const [turn, entry] of entries.entries()) {
      const own = nodes.slice(entry.index, entries[turn + 1]?.index ?? nodes.length);
      children.push(...entryOf(entry, own, context));
    }
    return { ...root, children };
  },
};

const isPlain = (node: RootContent): node is BlockContent =>
  node.type === 'paragraph' || node.type === 'list' || node.type === 'blockquote';

function entryOf({ time, from }: Timed, nodes: readonly RootContent[], context: Context): RootContent[] {
  const first = nodes[0] as Paragraph;
  const opening = from > 0 ? cutParagraph(first, from, textOf(first.children).length) : null;
  const below = nodes.slice(1);
  const end = below.findIndex((node) => !isPlain(node));
  const plain = (end < 0 ? below : below.slice(0, end)) as BlockContent[];
  const rest = end < 0 ? [] : below.slice(end);
  const all = opening ? [opening, ...plain] : plain;
  if (all.length === 0) return [...nodes];
  const title = titleOf(all);
  const node: Liveblog = {
    type: 'liveblog',
    time,
    published: null,
    title,
    children: title === null ? all : all.slice(1),
    ...(first.position && {
      position: { start: first.position.start, end: (all.at(-1)?.position ?? first.position).end },
    }),
  };
  context.trace({
    rule: 'live-blog',
    lines: linesOf(node),
    before: nodes.map((each) => ('children' in each ? textOf((each as Paragraph).children) : '')).join('\n'),
    after: `an entry of ${time}`,
    certainty: 'likely',
    why: 'Times of day follow one another, and paragraphs stand below them.',
  });
  return [node, ...rest];
}

/** A short line without a full stop is the title of what stands below it. */
function titleOf([first, second]: readonly BlockContent[]): string | null {
  if (first?.type !== 'paragraph' || !second) return null;
  const text = textOf(first.children).trim();
  return wordCount(text) <= longestTitle && !/[.!…:;,]["”’»)]?$/u.test(text) ? text : null;
}
