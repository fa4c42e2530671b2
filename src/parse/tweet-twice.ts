import type { RootContent } from 'mdast';
import type { Tweet } from './nodes.ts';
import { linesOf } from './phrasing.ts';
import type { Context, Recogniser } from './recogniser.ts';
import { tweetName, tweetText } from './tweet.ts';

/** The same post twice in one article: it stays where its text stands first, and the other goes to the repairs. */
export const doubledTweet: Recogniser = {
  name: 'doubled-tweet',
  recognise(root, context) {
    const texts = new Map<string, Tweet>();
    const addresses = new Map<string, Tweet>();
    for (const node of root.children) {
      if (node.type !== 'tweet' || node.children.length === 0) continue;
      const key = keyOf(node);
      if (!texts.has(key)) texts.set(key, node);
      if (node.url && !addresses.has(idOf(node.url))) addresses.set(idOf(node.url), node);
    }
    const children = root.children.filter((node): node is RootContent => {
      if (node.type !== 'tweet') return true;
      const byAddress = node.url ? addresses.get(idOf(node.url)) : undefined;
      const first = node.children.length > 0 ? texts.get(keyOf(node)) : byAddress;
      if (!first) {
        if (node.url) addresses.set(idOf(node.url), node);
        return true;
      }
      if (first === node) return true;
      tell(node, context);
      return false;
    });
    return { ...root, children };
  },
};

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
