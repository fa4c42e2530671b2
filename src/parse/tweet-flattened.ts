import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { cutParagraph, linesOf, textOf } from './phrasing.ts';
import type { Context, Recogniser } from './recogniser.ts';
import { findAttributions } from './tweet-attribution.ts';
import type { Attribution } from './tweet-attribution.ts';
import { findBeginning } from './tweet-begin.ts';
import type { Candidate } from './tweet-begin.ts';
import { readStatus } from './tweet-status.ts';
import type { Status } from './tweet-status.ts';
import { tongueOf } from './tweet-tongue.ts';
import { checkDay, tellInvalidHandle, tweetName, tweetNode } from './tweet.ts';

/**
 * Posts as copying a page leaves them: paragraphs of text, then `— Name (@handle) January 29, 2024`, on a line of its
 * own or glued to the text, the dash there or lost, the next sentence glued to the date or not.
 */
export const flattenedTweet: Recogniser = {
  name: 'flattened-tweet',
  recognise(root, context) {
    const articleTongue = tongueOfArticle(root);
    const out: RootContent[] = [];
    for (const node of root.children) {
      if (node.type === 'paragraph') readParagraph(node, out, articleTongue, context);
      else out.push(node);
    }
    return { ...root, children: out };
  },
};

function readParagraph(paragraph: Paragraph, out: RootContent[], articleTongue: string | null, context: Context): void {
  const text = textOf(paragraph.children);
  const links = statusLinks(paragraph.children);
  const found = findAttributions(text, (at) => links.some((link) => link.from >= at && link.from <= at + 3));
  let from = 0;
  for (const attribution of found) {
    if (!attribution.valid) {
      tellInvalidHandle(attribution, paragraph, context);
      continue;
    }
    const link = links.find((one) => one.from >= attribution.from && one.from <= attribution.to + 3);
    const to = Math.max(attribution.to, link?.to ?? 0);
    const own = cutParagraph(paragraph, from, attribution.from);
    const place = cutParagraph(paragraph, attribution.from, to) ?? paragraph;
    takeTweet(attribution, own, place, link?.status ?? null, out, articleTongue, context);
    from = to;
  }
  const rest = from === 0 ? paragraph : cutParagraph(paragraph, from, text.length);
  if (rest) out.push(rest);
}

/** Takes the post's paragraphs back out of what was read so far, and puts the post in their place. */
function takeTweet(
  attribution: Attribution,
  own: Paragraph | null,
  place: Paragraph,
  linked: Status | null,
  out: RootContent[],
  articleTongue: string | null,
  context: Context,
): void {
  const { name, handle, day } = attribution;
  const paragraphs = own ? [own] : [];
  const address = own ? null : bareAddress(out.at(-1), handle);
  if (address) out.pop();
  const above: Paragraph[] = [];
  for (let index = out.length - 1; index >= 0 && above.length < 40; index--) {
    const node = out[index];
    if (node?.type !== 'paragraph' || bareAddress(node, handle)) break;
    above.push(node);
  }
  const nearestFirst = [...paragraphs, ...above];
  const candidates = nearestFirst.map((node, index): Candidate => {
    return {
      text: textOf(node.children),
      gapBelow: gapBetween(node, nearestFirst[index - 1] ?? place, context),
    };
  });
  const beginning = findBeginning(candidates, {
    name,
    handle,
    day,
    articleTongue,
  });
  const taken = nearestFirst.slice(0, beginning.paragraphs).reverse();
  out.length -= taken.length - paragraphs.length;
  const before = bareAddress(out.at(-1), handle);
  if (before && gapBetween(out.at(-1), taken[0] ?? place, context) === 0) out.pop();
  const status = linked ?? address?.status ?? before?.status ?? null;
  const node = tweetNode({ name, handle }, day, status, joinLines(taken), [...taken, place]);
  out.push(node);
  context.trace({
    rule: 'flattened-tweet',
    lines: linesOf(...taken, place),
    before: [...taken, place].map((one) => textOf(one.children)).join('\n'),
    after: `${tweetName(node.author, day)}, ${taken.length === 1 ? 'one paragraph' : `${taken.length} paragraphs`}`,
    certainty: attribution.dashed ? beginning.certainty : 'guess',
    why: `a handle and a date${attribution.dashed ? '' : ' (the dash is lost)'}; ${beginning.why}`,
    ...(attribution.dayWords ? { removed: attribution.dayWords } : {}),
  });
  for (const one of [address, before]) {
    if (one) tellAddress(one, context);
  }
  checkDay(day, status, node, context);
}

interface BareAddress {
  status: Status;
  paragraph: Paragraph;
}

/** A paragraph that is nothing but the address of one of this author's posts. */
function bareAddress(node: RootContent | undefined, handle: string): BareAddress | null {
  if (node?.type !== 'paragraph') return null;
  const text = textOf(node.children).trim();
  if (text.length > 200 || /\s/.test(text)) return null;
  const status = readStatus(text);
  return status?.handle?.toLowerCase() === handle.toLowerCase() ? { status, paragraph: node } : null;
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

interface StatusLink {
  from: number;
  to: number;
  status: Status;
}

/** The links to posts among a paragraph's top-level content, and where in its text they stand. */
function statusLinks(children: readonly PhrasingContent[]): StatusLink[] {
  const links: StatusLink[] = [];
  let at = 0;
  for (const child of children) {
    const length = textOf([child]).length;
    const status = child.type === 'link' ? readStatus(child.url) : null;
    if (status) links.push({ from: at, to: at + length, status });
    at += length;
  }
  return links;
}

/** Empty lines between two paragraphs of the file; null in Markdown, where lines do not tell. */
function gapBetween(above: RootContent | undefined, below: Paragraph, context: Context): number | null {
  if (context.form === 'markdown' || !above?.position || !below.position) return null;
  return Math.max(0, below.position.start.line - above.position.end.line - 1);
}

/** Lines that were neighbours in pasted text are one paragraph with line breaks. */
function joinLines(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    if (last?.position && paragraph.position && last.position.end.line + 1 === paragraph.position.start.line) {
      const position = {
        start: last.position.start,
        end: paragraph.position.end,
      };
      joined[joined.length - 1] = {
        ...last,
        position,
        children: [...last.children, { type: 'break' }, ...paragraph.children],
      };
    } else joined.push(paragraph);
  }
  return joined;
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
