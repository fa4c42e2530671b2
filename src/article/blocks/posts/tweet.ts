import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { BlockContent, Data, Parent } from 'mdast';
import { visit } from 'unist-util-visit';
import * as z from 'zod';
import { container } from '../directive.ts';
import type { RecognisedKind } from '../kind.ts';
import type { BlockLabels } from '../labels.ts';
import {
  attributed,
  cardMarkup,
  cardStyle,
  dateWords,
  isPlainName,
  postCard,
  postFields,
  posting,
  statedPost,
} from './post-card.ts';

/** A post on X, kept as text (schema.org `SocialMediaPosting`, microformats `h-cite`). */
const schema = z.object({
  type: z.literal('tweet'),
  ...postFields,
});

export type TweetBlock = z.infer<typeof schema>;

/** A post on X (formerly Twitter), kept as text. Field names follow the typed entry. */
export interface Tweet extends Parent {
  type: 'tweet';
  author: { name: string; handle: string };
  /** The day as the page wrote it, `YYYY-MM-DD`; null where no date was kept. */
  date: string | null;
  /** `https://x.com/<handle>/status/<id>` or twitter.com, as written; null where the text has none. */
  url: string | null;
  /** Empty for a shell or a bare link: no text was kept, only the address. */
  children: BlockContent[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    tweet: Tweet;
  }
}

export const tweet: RecognisedKind<TweetBlock, Tweet> = {
  schema,
  counted: 'tweet',
  directives: ['tweet'],
  holds: 'blocks',
  allWords: ({ author, date, children }, wordsOf) =>
    [`${author.name} @${author.handle}`, dateWords(date), ...children.map(wordsOf)].join('\n'),
  named: ({ author }) => [
    { what: 'name', text: author.name },
    { what: 'handle', text: author.handle },
  ],
  quoted: ({ author }) => (author.handle ? author : null),
  toBlock: ({ author, date, url }, { html, address }) => ({
    type: 'tweet',
    author: { ...author },
    date,
    html,
    url: address(url),
  }),
  toText({ author, date, url }, words) {
    const by = [`— ${author.name} (@${author.handle})`, date ?? ''].filter(Boolean).join(' ');
    return [words, by, url ?? ''].filter(Boolean).join('\n');
  },
  toMarkdown(node, { explicit, wordsOf }) {
    const { author, date, url, children } = node;
    // Another attribution within the text would be read as this one.
    const isClear = !explicit && children.length > 0 && !/\(@/.test(children.map(wordsOf).join());
    return isClear && date !== null && isPlainName(author.name) && /^[A-Za-z0-9_]{1,15}$/.test(author.handle)
      ? attributed(author, date, url, children)
      : container('tweet', statedPost(node), children);
  },
  toHtml(block, { labels, content }) {
    const text = content(block.html);
    markMedia(text, labels);
    return postCard('tweet', block, text, { nobody: labels.postOnX, note: labels.keptAsText }, labels);
  },
  structured: (block, { textOf }) => ({ citation: [posting(block, textOf(block.html))] }),
  markup: cardMarkup('tweet', ['tweet-media']),
  plainStyle: cardStyle('tweet'),
};

/** The stub that X leaves for a picture or film becomes a chip that says what it was; the words stay. */
function markMedia(nodes: ElementContent[], labels: BlockLabels): void {
  const stub = /pic\.(?:twitter|x)\.com\/\w+/;
  visit({ type: 'root', children: nodes } as Root, 'text', (node, index, parent) => {
    const found = stub.exec(node.value);
    if (!found || !parent || index === undefined) return undefined;
    const chip = h('span.tweet-media', { title: labels.media }, found[0]);
    const before = { type: 'text', value: node.value.slice(0, found.index) } as const;
    const after = { type: 'text', value: node.value.slice(found.index + found[0].length) } as const;
    parent.children.splice(
      index,
      1,
      ...[before, chip, after].filter((part) => part.type === 'element' || part.value !== ''),
    );
    return index + 2;
  });
}
