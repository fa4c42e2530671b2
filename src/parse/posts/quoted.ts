import type { BlockContent, Paragraph, RootContent } from 'mdast';
import type { PostAddress } from '../../article/blocks/posts/networks.ts';
import type { Post } from '../../article/blocks/posts/post.ts';
import type { Tweet } from '../nodes.ts';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { findAttributions } from './attribution.ts';
import type { Attribution } from './attribution.ts';
import { linkedAt, statusLinks } from './status-links.ts';
import type { Status } from './status-address.ts';
import { anyPostName, attributedNode, blockText, checkDay, joinLines, tellInvalidHandle } from './tweet-node.ts';

/**
 * Posts in Markdown: a blockquote whose last line is `— Name (@handle) January 29, 2024`, the date linked to the post
 * or not. All that the quotation holds above that line is the post's text.
 */
export const quotedTweet: Recogniser = {
  name: 'quoted-tweet',
  recognise(root, context) {
    const children = root.children.flatMap((node): RootContent[] => {
      if (node.type !== 'blockquote') return [node];
      const { tweets, rest } = readQuotation(node.children as BlockContent[], 'quoted-tweet', context);
      if (tweets.length === 0) return [node];
      return rest.length === 0 ? tweets : [...tweets, { ...node, children: rest }];
    });
    return { ...root, children };
  },
};

/** What a quotation holds: posts, and blocks after the last of them that belong to none. */
export interface Quotation {
  tweets: (Tweet | Post)[];
  rest: BlockContent[];
}

/** Reads the blocks of a quotation as one post or several, each ended by its attribution. */
export function readQuotation(blocks: readonly BlockContent[], rule: string, context: Context): Quotation {
  const tweets: (Tweet | Post)[] = [];
  let text: BlockContent[] = [];
  for (const block of blocks) {
    const end = block.type === 'paragraph' ? readEnd(block, context) : null;
    if (!end) {
      text.push(block);
      continue;
    }
    const own = cutParagraph(end.paragraph, 0, end.attribution.from);
    const whole = own ? [...text, own] : text;
    tweets.push(makeTweet(whole, end, rule, context));
    text = [];
  }
  return { tweets, rest: text };
}

interface End {
  paragraph: Paragraph;
  attribution: Attribution;
  status: Status | PostAddress | null;
}

/** The attribution that a paragraph ends in. */
function readEnd(paragraph: Paragraph, context: Context): End | null {
  const text = textOf(paragraph.children);
  const allLinks = statusLinks(paragraph.children);
  const attribution = findAttributions(text, linkedAt(text, allLinks)).at(-1);
  if (!attribution?.dashed) return null;
  const links = allLinks.filter((one) => one.status.network === attribution.network);
  const link = links.find((one) => one.from >= attribution.from && /^\s*$/.test(text.slice(attribution.to, one.from)));
  const inside = links.findLast((one) => one.from >= attribution.from && one.from <= attribution.to);
  const to = Math.max(attribution.to, link?.to ?? 0, inside?.to ?? 0);
  if (text.slice(to).trim() !== '') return null;
  if (!attribution.valid) {
    tellInvalidHandle(attribution, paragraph, context);
    return null;
  }
  return { paragraph, attribution, status: (inside ?? link)?.status ?? null };
}

function makeTweet(
  text: readonly BlockContent[],
  { paragraph, attribution, status }: End,
  rule: string,
  context: Context,
): Tweet | Post {
  const { day } = attribution;
  const node = attributedNode(attribution, status, joinLines(text), [...text, paragraph]);
  context.trace({
    rule,
    lines: linesOf(...text, paragraph),
    before: [...text, paragraph].map(blockText).join('\n'),
    after: anyPostName(node),
    certainty: 'certain',
    why: `a quotation whose last line has a name, a handle and ${day ? 'a date' : 'a link to the post'}`,
    ...(attribution.dayWords ? { removed: attribution.dayWords } : {}),
  });
  checkDay(day, status, node, context);
  return node;
}
