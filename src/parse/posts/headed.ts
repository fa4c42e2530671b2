import type { BlockContent, Paragraph, RootContent } from 'mdast';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { postLength } from '../post-text/post-length.ts';
import { readTweetDate } from './post-date.ts';
import type { WrittenDay } from './post-date.ts';
import { isHandle } from './status-address.ts';
import { blockText, joinLines, tweetName, tweetNode } from './tweet-node.ts';

/** More paragraphs than this no post has. */
const most = 8;

/**
 * Posts as the Guardian sets them: the name and `(@handle)` above the text, on one line or two, and the day alone on
 * a line below it. Without that day a line `Name (@handle)` is no post: it may be anybody's signature.
 */
export const headedTweet: Recogniser = {
  name: 'headed-tweet',
  recognise(root, context) {
    const nodes = root.children;
    const out: RootContent[] = [];
    let some = false;
    for (let index = 0; index < nodes.length; index++) {
      const post = readPost(nodes, index, context);
      if (!post) {
        out.push(nodes[index]!);
        continue;
      }
      some = true;
      out.push(post.node);
      index = post.last;
    }
    return some ? { ...root, children: out } : root;
  },
};

const both = /^(?<name>[^\s—–-].{0,80}?)\s*\(@(?<handle>\w{1,20})\)$/u;
const alone = /^\(@(?<handle>\w{1,20})\)$/u;

/** The author that is named at a place, and how many lines name him. */
function readAuthor(
  nodes: readonly RootContent[],
  index: number,
): { name: string; handle: string; lines: number } | null {
  const text = paragraphText(nodes[index]);
  if (text === null || text === '' || text.length > 120) return null;
  const one = both.exec(text)?.groups;
  if (one?.['name'] && one['handle'] && isHandle(one['handle']))
    return { name: one['name'], handle: one['handle'], lines: 1 };
  const handle = alone.exec(paragraphText(nodes[index + 1]) ?? '')?.groups?.['handle'];
  return handle && isHandle(handle) && text.length <= 60 ? { name: text, handle, lines: 2 } : null;
}

function readPost(nodes: readonly RootContent[], index: number, context: Context) {
  const author = readAuthor(nodes, index);
  if (!author) return null;
  const first = index + author.lines;
  for (let at = first; at <= first + most; at++) {
    const text = paragraphText(nodes[at]);
    if (text === null || text.includes('(@')) return null;
    const date = dayAlone(text);
    if (!date) continue;
    const blocks = nodes.slice(first, at) as Paragraph[];
    const words = blocks.map(blockText).join('\n\n');
    if (blocks.length === 0 || postLength(words) > 285) return null;
    return { node: makePost(author, date, nodes.slice(index, at + 1) as Paragraph[], blocks, context), last: at };
  }
  return null;
}

function paragraphText(node: RootContent | undefined): string | null {
  return node?.type === 'paragraph' ? textOf(node.children).trim() : null;
}

function dayAlone(text: string): WrittenDay | null {
  const date = text.length <= 40 ? readTweetDate(text, 0) : null;
  return date && date.to === text.length ? date : null;
}

function makePost(
  { name, handle }: { name: string; handle: string },
  date: WrittenDay,
  whole: readonly Paragraph[],
  blocks: readonly BlockContent[],
  context: Context,
) {
  const node = tweetNode({ name, handle }, date.day, null, joinLines(blocks), whole);
  const written = cutParagraph(whole.at(-1)!, 0, date.to);
  const words = written ? textOf(written.children) : '';
  context.trace({
    rule: 'headed-tweet',
    lines: linesOf(...whole),
    before: whole.map(blockText).join('\n'),
    after: tweetName(node.author, date.day),
    certainty: 'certain',
    why: 'a name and a handle stand above the text, and a day alone below it',
    ...(/^[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}$/.test(words) ? {} : { removed: words }),
  });
  return node;
}
