import type { BlockContent, Paragraph } from 'mdast';
import type { PostAddress } from '../../article/blocks/posts/networks.ts';
import type { Post } from '../../article/blocks/posts/post.ts';
import { postName, postNode } from '../networks/post-node.ts';
import type { Tweet } from '../nodes.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context } from '../recogniser.ts';
import type { Attribution } from './attribution.ts';
import { dayOfStatus, daysApart } from './status-address.ts';
import type { Status } from './status-address.ts';

/** Makes a post's node from its parts; its place in the file is that of `whole`. */
export function tweetNode(
  author: { name: string; handle: string },
  date: string | null,
  status: Status | null,
  children: BlockContent[],
  whole: readonly { position?: Paragraph['position'] | undefined }[],
): Tweet {
  const places = whole.flatMap((node) => (node.position ? [node.position] : []));
  const [first] = places;
  const last = places.at(-1);
  const node: Tweet = {
    type: 'tweet',
    author: { ...author },
    date,
    url: status?.url ?? null,
    children,
  };
  if (first && last) node.position = { start: first.start, end: last.end };
  return node;
}

/** The node of a post with an attribution, on X or where its handle tells. */
export function attributedNode(
  { network, name, handle, day }: Attribution,
  linked: Status | PostAddress | null,
  children: BlockContent[],
  whole: readonly { position?: Paragraph['position'] | undefined }[],
): Tweet | Post {
  if (network === 'x')
    return tweetNode({ name, handle }, day, linked?.network === 'x' ? linked : null, children, whole);
  const address = linked?.network === network ? linked : null;
  return postNode({ network, name, handle, day, address }, children, whole);
}

/** How the trace names a post on X or elsewhere. */
export const anyPostName = (node: Tweet | Post): string =>
  node.type === 'post' ? postName(node) : tweetName(node.author, node.date);

/** The words of a post's text, its paragraphs apart. */
export function tweetText(children: readonly BlockContent[]): string {
  return children.map(blockText).join('\n\n').trim();
}

/** Lines that were neighbours in pasted text are one paragraph with line breaks; the nodes given are not changed. */
export function joinLines(blocks: readonly BlockContent[]): BlockContent[] {
  const joined: BlockContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const next = last?.position && block.position && last.position.end.line + 1 === block.position.start.line;
    if (next && last.type === 'paragraph' && block.type === 'paragraph') {
      const position = { start: last.position!.start, end: block.position!.end };
      const children = [...last.children, { type: 'break' as const }, ...block.children];
      joined[joined.length - 1] = { ...last, position, children };
    } else joined.push(block);
  }
  return joined;
}

/** The words of any block, nested ones included. */
export function blockText(node: BlockContent): string {
  if (node.type === 'paragraph' || node.type === 'heading') return textOf(node.children);
  if (node.type === 'code') return node.value;
  if ('children' in node) return (node.children as BlockContent[]).map(blockText).join('\n');
  return '';
}

/** How the trace names a post: `tweet of Name (@handle), 2024-01-29`. */
export function tweetName(author: { name: string; handle: string }, date: string | null): string {
  return `tweet of ${author.name} (@${author.handle})${date ? `, ${date}` : ''}`;
}

/**
 * Tells of a post whose id was given out more than a day before or after its written date: one of the two is wrong.
 * Zones make one day of difference.
 */
export function checkDay(
  day: string | null,
  status: Status | PostAddress | null,
  node: Tweet | Post,
  context: Context,
): void {
  const told = status?.network === 'x' ? dayOfStatus(status.id) : null;
  if (day === null || told === null || daysApart(day, told) <= 1) return;
  const lines = linesOf(node);
  context.trace({
    rule: 'tweet-date-mismatch',
    lines,
    before: day,
    after: day,
    certainty: 'certain',
    why: `the id ${status?.id} was given out on ${told}, more than a day from the written date`,
  });
  context.warn({
    line: lines[0],
    column: node.position?.start.column ?? 1,
    rule: 'tweet-date-mismatch',
    message: `This tweet is dated ${day}, but the id in its link was given out on ${told}.`,
    hint: 'Compare both with the post itself and mend the wrong one.',
  });
}

/** Tells of an attribution whose handle X does not allow; it stays in the text as it is. */
export function tellInvalidHandle(attribution: Pick<Attribution, 'handle'>, place: Paragraph, context: Context): void {
  const lines = linesOf(place);
  const foreign = [...attribution.handle].find((sign) => !/\w/.test(sign));
  const wrong = foreign
    ? `has the sign "${foreign}" (U+${(foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}), which X does not allow`
    : 'is longer than the fifteen signs that X allows';
  context.trace({
    rule: 'invalid-handle',
    lines,
    before: textOf(place.children),
    after: 'kept as text',
    certainty: 'certain',
    why: `the handle @${attribution.handle} ${wrong}`,
  });
  context.warn({
    line: lines[0],
    column: place.position?.start.column ?? 1,
    rule: 'invalid-handle',
    message: `The handle @${attribution.handle} ${wrong}; what it stands under is shown as text.`,
    hint: 'Write the handle as it is on X, or leave it as it is if it is meant to be text.',
  });
}
