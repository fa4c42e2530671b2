import type { BlockContent, Data, Parent } from 'mdast';
import * as z from 'zod';
import { container } from '../directive.ts';
import type { RecognisedKind, Stated, Stating } from '../kind.ts';
import {
  isHandleOn,
  networkCalled,
  networkNames,
  networkOfHandle,
  networks,
  readPostAddress,
  type Network,
} from './networks.ts';
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

/** A post on a network other than X, kept as text (schema.org `SocialMediaPosting`, microformats `h-cite`). */
const schema = z.object({
  type: z.literal('post'),
  network: z.enum(networks),
  /** An empty handle where none is known; on Mastodon it is `user@host`. */
  ...postFields,
});

export type PostBlock = z.infer<typeof schema>;

/** A post on a network other than X, kept as text. Field names follow the typed entry. */
export interface Post extends Parent {
  type: 'post';
  network: Network;
  author: { name: string; handle: string };
  /** The day as the page wrote it, `YYYY-MM-DD`; null where no date was kept. */
  date: string | null;
  /** The address of the post itself; null where the text has none. */
  url: string | null;
  /** Empty where no text was kept, only the address or the author. */
  children: BlockContent[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    post: Post;
  }
}

export const post: RecognisedKind<PostBlock, Post> = {
  schema,
  counted: 'post',
  directives: ['post'],
  holds: 'blocks',
  read,
  allWords: ({ author, date, children }, wordsOf) =>
    [`${author.name} @${author.handle}`, dateWords(date), ...children.map(wordsOf)].join('\n'),
  named: ({ author }) => [
    { what: 'name', text: author.name },
    { what: 'handle', text: author.handle },
  ],
  quoted: ({ author }) => (author.handle ? { ...author, name: author.name || author.handle } : null),
  toBlock: ({ network, author, date, url }, { html, address }) => ({
    type: 'post',
    network,
    author: { ...author },
    date,
    html,
    url: address(url),
  }),
  toText({ network, author: { name, handle }, date, url }, words) {
    const who = [name, handle && `(@${handle})`].filter(Boolean).join(' ');
    const by = `— ${[who, networkNames[network], date].filter(Boolean).join(', ')}`;
    return [words, by, url ?? ''].filter(Boolean).join('\n');
  },
  toMarkdown(node, { explicit, wordsOf }) {
    const { network, author, date, url, children } = node;
    // The handle's form must tell the network, and no other attribution may stand in the text.
    const isClear = !explicit && children.length > 0 && !/\(@/.test(children.map(wordsOf).join());
    const tells =
      network === 'mastodon' ? networkOfHandle(author.handle) === network : /\.bsky\.social$/.test(author.handle);
    return isClear && tells && date !== null && isPlainName(author.name)
      ? attributed(author, date, url, children)
      : container('post', { network, ...statedPost(node) }, children);
  },
  toHtml: (block, { labels, content }) =>
    postCard(
      'post',
      block,
      content(block.html),
      { nobody: labels.postOn(networkNames[block.network]), note: labels.savedAsText(networkNames[block.network]) },
      labels,
    ),
  structured: (block, { textOf }) => ({
    citation: [
      {
        ...posting(block, textOf(block.html)),
        publisher: { '@type': 'Organization', name: networkNames[block.network] },
      },
    ],
  }),
  markup: cardMarkup('post'),
  plainStyle: cardStyle('post'),
};

/** `:::post{network="Bluesky" name="…" handle="…" date="2024-01-29" url="…"}`; an address tells network and handle too. */
function read({ attributes, children }: Stated, { day, warn }: Stating): Post | null {
  const address = attributes['url'] ? readPostAddress(attributes['url']) : null;
  const named = attributes['network'] ? networkCalled(attributes['network']) : null;
  const handle = (attributes['handle'] ?? address?.handle ?? '').replace(/^@/, '');
  const network = named ?? address?.network ?? networkOfHandle(handle);
  if (network === null) {
    warn(
      'post-network',
      'This post names no network that is known.',
      `Add network="…": ${Object.values(networkNames).join(', ')}.`,
    );
    return null;
  }
  if (handle !== '' && !isHandleOn(network, handle))
    warn('post-handle', `"@${handle}" can't be a handle on ${networkNames[network]}.`, 'Write it as it is there.');
  return {
    type: 'post',
    network,
    author: { name: attributes['name'] ?? '', handle },
    date: day('date') ?? null,
    url: address?.url ?? attributes['url'] ?? null,
    children,
  };
}
