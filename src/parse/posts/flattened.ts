import type { BlockContent, Paragraph, Root, RootContent } from 'mdast';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { findAttributions } from './attribution.ts';
import type { Attribution } from './attribution.ts';
import { findBeginning } from '../post-text/post-beginning.ts';
import type { Beginning } from '../post-text/post-beginning.ts';
import type { Candidate } from '../post-text/post-evidence.ts';
import { bareAddress, linkedAt, statusLinks } from './status-links.ts';
import type { BareAddress } from './status-links.ts';
import type { PostAddress } from '../../article/blocks/posts/networks.ts';
import type { Status } from './status-address.ts';
import { tongueOf } from '../post-text/post-language.ts';
import { anyPostName, attributedNode, blockText, checkDay, joinLines, tellInvalidHandle } from './tweet-node.ts';

/**
 * Posts as copying a page leaves them: paragraphs of text, then `— Name (@handle) January 29, 2024`, on a line of its
 * own or glued to the text, the dash there or lost, the next sentence glued to the date or not.
 */
export const flattenedTweet: Recogniser = {
  name: 'flattened-tweet',
  recognise(root, context) {
    if (!root.children.some((node) => node.type === 'paragraph' && textOf(node.children).includes('@'))) return root;
    const reader: Reader = { out: [], root, surroundings: null, context };
    for (const node of root.children) {
      if (node.type === 'paragraph') readParagraph(node, reader);
      else reader.out.push(node);
    }
    return { ...root, children: reader.out };
  },
};

interface Reader {
  out: RootContent[];
  root: Root;
  /** What is known of the article as a whole: read when the first post is found. */
  surroundings: Surroundings | null;
  context: Context;
}

interface Surroundings {
  articleTongue: string | null;
  /** Whether blank lines stand between the file's paragraphs, so that neighbouring lines mean something. */
  spaced: boolean;
}

function readParagraph(paragraph: Paragraph, reader: Reader): void {
  const text = textOf(paragraph.children);
  const allLinks = statusLinks(paragraph.children);
  let from = 0;
  for (const attribution of findAttributions(text, linkedAt(text, allLinks))) {
    const links = allLinks.filter(({ status }) => status.network === attribution.network);
    if (!attribution.valid) {
      tellInvalidHandle(attribution, paragraph, reader.context);
      continue;
    }
    const link = links.find((one) => one.from >= attribution.from && one.from <= attribution.to + 3);
    const to = Math.max(attribution.to, link?.to ?? 0);
    const own = cutParagraph(paragraph, from, attribution.from);
    const place = cutParagraph(paragraph, attribution.from, to) ?? paragraph;
    takeTweet(attribution, own, place, link?.status ?? null, reader);
    from = to;
  }
  const rest = from === 0 ? paragraph : cutParagraph(paragraph, from, text.length);
  if (rest) reader.out.push(rest);
}

/** Takes the post's paragraphs back out of what was read so far, and puts the post in their place. */
function takeTweet(
  attribution: Attribution,
  own: Paragraph | null,
  place: Paragraph,
  linked: Status | PostAddress | null,
  reader: Reader,
): void {
  const { out, context } = reader;
  const { handle, day } = attribution;
  // The post's address may stand alone between text and attribution, or above the text.
  const under = own ? null : takeAddress(out, handle);
  const { blocks, beginning } = takeText(attribution, own, place, reader);
  const over = isNext(out.at(-1), blocks[0] ?? place, context) ? takeAddress(out, handle) : null;
  const status = linked ?? under?.status ?? over?.status ?? null;
  const node = attributedNode(attribution, status, joinLines(blocks), [...blocks, place]);
  out.push(node);
  const count = blocks.length === 1 ? 'one paragraph' : `${blocks.length} paragraphs`;
  context.trace({
    rule: 'flattened-tweet',
    lines: linesOf(...blocks, place),
    before: [...blocks, place].map(blockText).join('\n'),
    after: `${anyPostName(node)}, ${count}`,
    certainty: attribution.dashed ? beginning.certainty : 'guess',
    why: `a handle and a date${attribution.dashed ? '' : ' (the dash is lost)'}; ${beginning.why}`,
    ...(attribution.dayWords ? { removed: attribution.dayWords } : {}),
  });
  for (const address of [under, over]) {
    if (address) tellAddress(address, context);
  }
  checkDay(day, status, node, context);
}

/** The blocks that are the post's text, taken out of what was read; how their beginning was found. */
function takeText(
  { name, handle, day }: Attribution,
  own: Paragraph | null,
  place: Paragraph,
  reader: Reader,
): { blocks: BlockContent[]; beginning: Beginning } {
  const { out, root, context } = reader;
  reader.surroundings ??= { articleTongue: tongueOfArticle(root), spaced: isSpaced(root, context) };
  const { articleTongue, spaced } = reader.surroundings;
  const last = out.at(-1);
  if (!own && last?.type === 'blockquote') {
    out.pop();
    const why = 'the attribution stands right under a quotation';
    return { blocks: last.children as BlockContent[], beginning: { paragraphs: 1, certainty: 'certain', why } };
  }
  const nearestFirst: BlockContent[] = own ? [own] : [];
  for (let index = out.length - 1; index >= 0 && nearestFirst.length < 40; index--) {
    const node = out[index];
    if ((node?.type !== 'paragraph' && node?.type !== 'list') || ownAddress(node, handle)) break;
    nearestFirst.push(node);
  }
  const candidates = nearestFirst.map((node, index): Candidate => {
    return {
      text: blockText(node),
      gapBelow: spaced ? gapBetween(node, nearestFirst[index - 1] ?? place, context) : null,
      linesBelow: gapBetween(node, nearestFirst[index - 1] ?? place, context),
    };
  });
  const beginning = findBeginning(candidates, { name, handle, day, articleTongue }, context.options.weights?.posts);
  const blocks = nearestFirst.slice(0, beginning.paragraphs).reverse();
  out.length -= blocks.length - (own ? 1 : 0);
  return { blocks, beginning };
}

/** The address of one of this author's posts, alone in a paragraph. */
function ownAddress(node: RootContent | undefined, handle: string): BareAddress | null {
  const address = bareAddress(node);
  return address?.status.handle?.toLowerCase() === handle.toLowerCase() ? address : null;
}

function takeAddress(out: RootContent[], handle: string): BareAddress | null {
  const address = ownAddress(out.at(-1), handle);
  if (address) out.pop();
  return address;
}

function tellAddress({ status, paragraph }: BareAddress, context: Context): void {
  const before = textOf(paragraph.children);
  context.trace({
    rule: 'tweet-address',
    lines: linesOf(paragraph),
    before,
    after: `the address of the tweet: ${status.url}`,
    certainty: 'certain',
    why: "a link to a post of the same author stands next to the post's text",
    removed: before,
  });
}

/** Empty lines between two blocks of the file; null in Markdown, where lines do not tell. */
function gapBetween(above: RootContent | undefined, below: BlockContent, context: Context): number | null {
  if (context.form === 'markdown' || !above?.position || !below.position) return null;
  return Math.max(0, below.position.start.line - above.position.end.line - 1);
}

function isNext(above: RootContent | undefined, below: BlockContent, context: Context): boolean {
  return (gapBetween(above, below, context) ?? 0) === 0;
}

function isSpaced(root: Root, context: Context): boolean {
  if (context.form === 'markdown') return false;
  const gaps = root.children.slice(1).map((node, index) => {
    return (node.position?.start.line ?? 0) - (root.children[index]?.position?.end.line ?? 0) - 1;
  });
  return gaps.filter((gap) => gap > 0).length * 4 > gaps.length;
}

/** The language that the article's paragraphs are in, by their weight. */
function tongueOfArticle(root: Root): string | null {
  const weights = new Map<string, number>();
  for (const node of root.children) {
    if (node.type !== 'paragraph') continue;
    const text = textOf(node.children);
    const tongue = text.length > 60 ? tongueOf(text) : null;
    if (tongue) weights.set(tongue, (weights.get(tongue) ?? 0) + text.length);
  }
  return [...weights].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}
