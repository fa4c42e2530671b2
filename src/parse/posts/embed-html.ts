import type { Element, Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { hastText, quoteContent } from './embed-content.ts';
import { readQuotation } from './quoted.ts';
import { isHandle, readStatus } from './status-address.ts';
import type { Status } from './status-address.ts';
import { blockText, checkDay, tweetName, tweetNode } from './tweet-node.ts';

const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** A post's HTML is some hundred signs long; what is longer or deeper than these is something else. */
const longest = 30_000;
const mostTags = 600;

/**
 * Posts as X gives them out to be embedded: `<blockquote class="twitter-tweet">` with text, attribution and link, in all
 * the forms that pages have made of it. The HTML is read as a tree. In pasted text the same lines stand as text.
 */
export const htmlTweet: Recogniser = {
  name: 'html-tweet',
  recognise(root, context) {
    const out: RootContent[] = [];
    for (let index = 0; index < root.children.length; index++) {
      const node = root.children[index]!;
      const raw = opensQuotation(node, context) ? gather(root.children, index, context) : null;
      const made = raw ? readHtml(raw, context) : null;
      if (raw && made) {
        out.push(...made);
        index = raw.last;
      } else out.push(node);
    }
    return { ...root, children: out };
  },
};

interface Raw {
  text: string;
  nodes: readonly RootContent[];
  /** Index of the last node that belongs to it. */
  last: number;
}

function rawText(node: RootContent, context: Context): string | null {
  if (node.type === 'html') return node.value;
  if (node.type === 'paragraph' && context.form === 'pasted') return textOf(node.children);
  return null;
}

function opensQuotation(node: RootContent, context: Context): boolean {
  if (node.type === 'paragraph') {
    // In pasted text: cheap to tell by the first sign.
    const [first] = node.children;
    if (context.form === 'markdown' || first?.type !== 'text' || !first.value.startsWith('<')) return false;
  }
  const raw = rawText(node, context);
  return raw !== null && raw.length <= longest && /<blockquote\b/i.test(raw);
}

/** The nodes from one on until its blockquotes are closed: a blank line within HTML makes several nodes of it. */
function gather(nodes: readonly RootContent[], first: number, context: Context): Raw | null {
  let opened = 0;
  for (let last = first; last < Math.min(nodes.length, first + 40); last++) {
    const node = nodes[last]!;
    const text = rawText(node, context) ?? context.lines.slice(...lineRange(node)).join('\n');
    opened += (text.match(/<blockquote\b/gi)?.length ?? 0) - (text.match(/<\/blockquote\s*>/gi)?.length ?? 0);
    if (opened > 0) continue;
    const taken = nodes.slice(first, last + 1);
    const [from, to] = linesOf(...taken);
    const whole = taken.length === 1 ? text : context.lines.slice(from - 1, to).join('\n');
    const fits = whole.length <= longest && (whole.match(/</g)?.length ?? 0) <= mostTags;
    return fits ? { text: whole, nodes: taken, last } : null;
  }
  return null;
}

function lineRange(node: RootContent): [number, number] {
  const [from, to] = linesOf(node);
  return [from - 1, to];
}

/** The nodes that a piece of HTML becomes; null where it holds no post. */
function readHtml(raw: Raw, context: Context): RootContent[] | null {
  const tree = html.parse(raw.text);
  const quotes = postQuotes(tree);
  if (quotes.length === 0) return null;
  context.trace({
    rule: 'tweet-markup',
    lines: linesOf(...raw.nodes),
    before: raw.text,
    after: 'the text that the markup holds',
    certainty: 'certain',
    why: 'the HTML of a post is read as a tree',
    // In pasted text tags are words like any others.
    ...(context.form === 'pasted' ? { removed: (raw.text.match(/<[^<>]*>|&\w+;/g) ?? []).join(' ') } : {}),
  });
  const out: RootContent[] = [];
  let from = 0;
  for (const { element, status } of quotes) {
    const start = element.position?.start.offset ?? from;
    const end = element.position?.end.offset ?? raw.text.length;
    out.push(...remainder(raw, from, start, context), ...readPost(element, status, raw, context));
    from = end;
  }
  return [...out, ...remainder(raw, from, raw.text.length, context)];
}

interface PostQuote {
  element: Element;
  status: Status | null;
}

/** The outermost blockquotes that are posts: by X's class, or by their last link. */
function postQuotes(tree: HastRoot): PostQuote[] {
  const found: PostQuote[] = [];
  const walk = (nodes: HastRoot['children']) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (node.tagName !== 'blockquote') walk(node.children);
      else {
        const status = lastStatus(node);
        const classes = [node.properties['className']].flat().map(String);
        if (classes.some((name) => /^twitter-(?:tweet|video)/.test(name)) || status)
          found.push({ element: node, status });
      }
    }
  };
  walk(tree.children);
  return found;
}

/** The last link to a post: one quoted within the text stands before the post's own. */
function lastStatus(element: Element): Status | null {
  let status: Status | null = null;
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const href = child.properties['href'];
    const own = child.tagName === 'a' && typeof href === 'string' ? readStatus(href) : null;
    status = own ?? lastStatus(child) ?? status;
  }
  return status;
}

function readPost(element: Element, status: Status | null, raw: Raw, context: Context): RootContent[] {
  const [place] = raw.nodes;
  const { blocks, adverts } = quoteContent(element, place?.position);
  const { tweets, rest } = readQuotation(blocks, 'html-tweet', context);
  const [tweet] = tweets;
  if (tweet) {
    // The link may stand beside the date instead of around it.
    if (tweet.url === null && status && tweets.length === 1) {
      tweet.url = status.url;
      checkDay(tweet.date, status, tweet, context);
    }
    tellDropped(adverts, raw, context);
    return rest.length === 0 ? tweets : [...tweets, ...rest];
  }
  if (!status?.handle || !isHandle(status.handle)) {
    const { start, end } = element.position ?? {};
    return [asItStands(raw.text.slice(start?.offset, end?.offset), raw, context)];
  }
  const author = { name: status.handle, handle: status.handle };
  const words = blocks.map(blockText).join('\n').trim();
  const shell = !/[\p{L}\p{N}]/u.test(words) || isStub(words);
  const node = tweetNode(author, null, status, shell ? [] : blocks, raw.nodes);
  context.trace({
    rule: shell ? 'tweet-shell' : 'html-tweet',
    lines: linesOf(...raw.nodes),
    before: raw.text,
    after: shell ? `a card that links to the ${tweetName(author, null)}` : tweetName(author, null),
    certainty: shell ? 'certain' : 'likely',
    why: shell
      ? "X's own HTML with a link to the post and no text"
      : "X's own HTML with text and a link, and no attribution",
  });
  tellDropped(shell ? [words, ...adverts] : adverts, raw, context);
  return [node];
}

/** What stands in a post that is gone, or in a link of a shell. */
function isStub(words: string): boolean {
  return (
    words.length < 120 &&
    /\b(?:deleted|unavailable|not available|removed|view (?:this )?(?:tweet|post)|loading|tweet by|see (?:the )?(?:tweet|post))\b|^https?:\S+$|^\W*(?:tweet|post)\W*$/iu.test(
      words,
    )
  );
}

function tellDropped(words: readonly string[], raw: Raw, context: Context): void {
  const removed = words.filter((one) => /[\p{L}\p{N}]/u.test(one)).join('\n');
  if (removed === '') return;
  context.trace({
    rule: 'tweet-furniture',
    lines: linesOf(...raw.nodes),
    before: removed,
    after: '',
    certainty: 'likely',
    why: 'an advert or a placeholder in the HTML of a post is not its text',
    removed,
  });
}

/** Raw HTML as a node: in pasted text it is text like any other. */
function asItStands(value: string, raw: Raw, context: Context): RootContent {
  const position = raw.nodes[0]?.position;
  const place = position ? { position } : {};
  if (context.form === 'markdown') return { type: 'html', value, ...place };
  return { type: 'paragraph', children: [{ type: 'text', value: value.trim(), ...place }], ...place };
}

/** HTML around a post stays as it is where it says or shows anything; X's script and empty wrappers go. */
function remainder(raw: Raw, from: number, to: number, context: Context): RootContent[] {
  const value = raw.text.slice(from, to);
  if (value.trim() === '') return [];
  const shown = html.parse(value);
  const speaks = shown.children.some((node) =>
    node.type === 'element' || node.type === 'text' ? hastText(node).trim() !== '' : false,
  );
  if (speaks || /<(?:img|video|audio|picture|source|hr|input|iframe)\b/i.test(value)) {
    return [asItStands(value, raw, context)];
  }
  context.trace({
    rule: 'tweet-wrapper',
    lines: linesOf(...raw.nodes),
    before: value.trim(),
    after: '',
    certainty: 'certain',
    why: "X's script and the elements around a post show nothing of their own",
  });
  return [];
}
