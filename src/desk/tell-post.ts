import type { RootContent } from 'mdast';
import type { Post } from '../article/blocks/posts/post.ts';
import type { Tweet } from '../article/blocks/posts/tweet.ts';
import { markAsWritten } from '../parse/markdown/as-written.ts';
import { findAttributions } from '../parse/posts/attribution.ts';
import type { Mend } from './draft.ts';
import { takeLines, wordsFrom, type Taken } from './take-lines.ts';
import { blocksOf, giveBack, note, paragraph, placeOf, spanning, warn, wordsOf, type Work } from './work.ts';

/**
 * A post begins here: the one in which the line stands, whose text above it is prose then, or the one that follows, as
 * far as nothing but prose stands between. Several lines may be a whole one with its attribution.
 */
export function makePost(work: Work, [from, to]: Mend['lines']): void {
  const post = work.children.filter(isPost).find(({ position }) => (position?.end.line ?? 0) >= from);
  const { start, end } = post?.position ?? { start: { line: 0 }, end: { line: 0 } };
  const between = work.children.filter(({ position }) => position && position.start.line >= from && position.end.line < start.line); // prettier-ignore
  if (post && start.line < from) shorten(work, post, from, end.line);
  else if (post && between.every(({ type }) => type === 'paragraph')) lengthen(work, post, from, start.line, end.line);
  else {
    const { rest, taken, at } = takeLines(work.children, [from, to], work.lines);
    if (taken.length === 0) return;
    work.children = rest;
    giveBack(work, [from, to]);
    work.children.splice(at, 0, postOf(work, taken, from));
    note(work, [from, to], 'post');
  }
}

const isPost = (node: RootContent): node is Tweet | Post => node.type === 'tweet' || node.type === 'post';

/** What stands in a post above the line is prose. */
function shorten(work: Work, post: Tweet | Post, from: number, end: number): void {
  const { rest, taken } = takeLines([post], [post.position!.start.line, from - 1], work.lines);
  const [left] = rest;
  // A post whose every word stands above is none that begins here.
  if (!left || !isPost(left)) return;
  const node = { ...left, position: spanning(from, end) };
  const at = work.children.indexOf(post);
  work.children.splice(at, 1, ...blocksOf(taken).map(markAsWritten), markAsWritten(node));
  giveBack(work, [from, end]);
  note(work, [from, end], 'post');
}

/** What stands between the line and a post is a part of it. */
function lengthen(work: Work, post: Tweet | Post, from: number, start: number, end: number): void {
  if (start <= from) return;
  const { rest, taken } = takeLines(work.children, [from, start - 1], work.lines);
  const node = { ...post, children: [...blocksOf(taken), ...post.children], position: spanning(from, end) };
  work.children = rest.map((each) => (each === post ? markAsWritten(node) : each));
  giveBack(work, [from, end]);
  note(work, [from, end], 'post');
}

/** Lines that say whose post they are; a quotation where they don't. */
function postOf(work: Work, taken: readonly Taken[], line: number): RootContent {
  const text = taken.map(wordsOf).join('\n');
  const found = findAttributions(text).at(-1);
  const paragraphs = (found ? text.slice(0, found.from) : text).split('\n').filter((each) => each.trim() !== '');
  const children = paragraphs.map((each, index) => paragraph(wordsFrom(each.trim(), line + index), line + index));
  if (!found?.valid) {
    warn(
      work,
      line,
      'post-handle',
      'No name with a handle stands below this post: it is shown as a quotation.',
      'Mark the line with the name too, or leave it a quotation.',
    );
    return markAsWritten({ type: 'blockquote', children, position: placeOf(line) });
  }
  const { name, handle, network, day } = found;
  const common = { author: { name, handle }, date: day, url: null, children, position: placeOf(line) };
  return markAsWritten(network === 'x' ? { type: 'tweet', ...common } : { type: 'post', network, ...common });
}
