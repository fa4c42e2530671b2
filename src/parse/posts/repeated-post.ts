import type { RootContent } from 'mdast';
import type { Tweet } from '../nodes.ts';
import { linesOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { dayOfStatus, daysApart } from './status-address.ts';
import { tweetName, tweetText } from './tweet-node.ts';

/**
 * The same post twice in one article: it stays where its text stands first, and the other goes to the repairs. A card
 * right beside the text of a post by the same author on the same day is that post's address.
 */
export const doubledTweet: Recogniser = {
  name: 'doubled-tweet',
  recognise(root, context) {
    if (!root.children.some((node) => node.type === 'tweet')) return root;
    const nodes = joinCards(root.children, context);
    const texts = new Map<string, Tweet>();
    const addresses = new Map<string, Tweet>();
    for (const node of nodes) {
      if (node.type !== 'tweet' || node.children.length === 0) continue;
      const key = keyOf(node);
      const first = texts.get(key);
      // Of two copies the second may be the one that has the address.
      if (!first || (!first.url && node.url)) texts.set(key, first ? { ...first, url: node.url } : node);
      if (node.url && !addresses.has(idOf(node.url))) addresses.set(idOf(node.url), node);
    }
    const shown = new Set<string>();
    const children = nodes.flatMap((node): RootContent[] => {
      if (node.type !== 'tweet') return [node];
      const id = node.url ? idOf(node.url) : '';
      const key = node.children.length > 0 ? keyOf(node) : `card ${id}`;
      const stays = node.children.length > 0 ? texts.get(key) : id !== '' && addresses.has(id) ? undefined : node;
      if (!stays || shown.has(key)) {
        tell(node, context);
        return [];
      }
      shown.add(key);
      return [stays];
    });
    return { ...root, children };
  },
};

/** Gives a post's text the address that stands as a card right above or below it. */
function joinCards(nodes: readonly RootContent[], context: Context): RootContent[] {
  const out: RootContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type !== 'tweet' || last?.type !== 'tweet') out.push(node);
    else if (isCardOf(node, last)) out[out.length - 1] = joined(last, node, context);
    else if (isCardOf(last, node)) out[out.length - 1] = joined(node, last, context);
    else out.push(node);
  }
  return out;
}

function isCardOf(card: Tweet, post: Tweet): boolean {
  if (card.children.length > 0 || !card.url || post.children.length === 0 || post.url || !post.date) return false;
  const told = dayOfStatus(idOf(card.url));
  const same = card.author.handle.toLowerCase() === post.author.handle.toLowerCase();
  return same && told !== null && daysApart(told, post.date) <= 1;
}

function joined(post: Tweet, card: Tweet, context: Context): Tweet {
  context.trace({
    rule: 'tweet-address',
    lines: linesOf(card),
    before: card.url ?? '',
    after: `the address of the ${tweetName(post.author, post.date)}`,
    certainty: 'likely',
    why: "the address of a post by the same author, of the same day, stands beside the post's text",
  });
  return { ...post, url: card.url };
}

function keyOf({ author, date, children }: Tweet): string {
  const text = tweetText(children).normalize('NFKC').replace(/\s+/g, ' ');
  return [author.handle.toLowerCase(), date, text].join('\n');
}

function idOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** The day in the words in which an attribution has it. */
const dayForm = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

function tell(node: Tweet, context: Context): void {
  const { author, date, url } = node;
  const text = tweetText(node.children);
  const attribution = `— ${author.name} (@${author.handle})${date ? ` ${dayForm.format(new Date(`${date}T00:00:00Z`))}` : ''}`;
  context.trace({
    rule: 'doubled-tweet',
    lines: linesOf(node),
    before: text === '' ? (url ?? '') : `${text}\n${attribution}`,
    after: '',
    certainty: 'certain',
    why: `the ${tweetName(author, date)} stands in the article already`,
    // A card's address was written down when it was made one.
    ...(text === '' ? {} : { removed: `${text}\n${attribution}` }),
  });
}
