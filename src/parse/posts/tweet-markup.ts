import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { quoteContent } from '../embeds/embed-content.ts';
import { asItStands, type EmbedForm, type RawHtml } from '../embeds/embed-form.ts';
import type { Context } from '../recogniser.ts';
import { linesOf } from '../text/phrasing.ts';
import { readQuotation } from './quoted.ts';
import { isHandle, readStatus } from './status-address.ts';
import type { Status } from './status-address.ts';
import { blockText, checkDay, tweetName, tweetNode } from './tweet-node.ts';

/** A post on X as X gives it out: a blockquote with X's class, or with a link to a post as its last. */
export const tweetMarkup: EmbedForm = (element) => {
  if (element.tagName !== 'blockquote') return null;
  const status = lastStatus(element);
  const classes = [element.properties['className']].flat().map(String);
  return classes.some((name) => /^twitter-(?:tweet|video)/.test(name)) || status
    ? (raw, context) => readPost(element, status, raw, context)
    : null;
};

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

function readPost(element: Element, status: Status | null, raw: RawHtml, context: Context): RootContent[] {
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

function tellDropped(words: readonly string[], raw: RawHtml, context: Context): void {
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
