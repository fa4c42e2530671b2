import type { Element, Properties } from 'hast';
import type { BlockContent, RootContent } from 'mdast';
import { readPostAddress, type Network, type PostAddress } from '../../article/blocks/posts/networks.ts';
import type { Post } from '../../article/blocks/posts/post.ts';
import { quoteContent } from '../embeds/embed-content.ts';
import { asItStands, type EmbedForm, type RawHtml } from '../embeds/embed-form.ts';
import { readQuotation } from '../posts/quoted.ts';
import { blockText } from '../posts/tweet-node.ts';
import type { Context } from '../recogniser.ts';
import { cutParagraph, linesOf } from '../text/phrasing.ts';
import {
  facebookSignature,
  instagramOpening,
  instagramSignature,
  isSoundLine,
  shellSignature,
  tiktokHandle,
  type Signature,
} from './post-lines.ts';
import { postName, postNode, type PostFacts } from './post-node.ts';

/** Classes by which networks mark their embeds. */
const networkOfClass: Readonly<Record<string, Network>> = {
  'bluesky-embed': 'bluesky',
  'mastodon-embed': 'mastodon',
  'text-post-media': 'threads',
  'instagram-media': 'instagram',
  'tiktok-embed': 'tiktok',
  'fb-post': 'facebook',
  'fb-xfbml-parse-ignore': 'facebook',
  'truthsocial-embed': 'truthsocial',
  'telegram-post': 'telegram',
  'reddit-embed-bq': 'reddit',
  'reddit-card': 'reddit',
};

/** Properties in which an embed names its post. */
const addressed = [
  'dataBlueskyUri',
  'dataEmbedUrl',
  'dataTextPostPermalink',
  'dataInstgrmPermalink',
  'cite',
  'dataHref',
  'src',
];

/** Posts as the networks give them out: a blockquote, frame, or script with the network's class or a post's address. */
export const postMarkup: EmbedForm = (element) => {
  if (!/^(?:blockquote|iframe|div|script)$/.test(element.tagName)) return null;
  const { properties } = element;
  const named = [properties['className']].flat().flatMap((name) => networkOfClass[String(name)] ?? [])[0];
  const address = addressOf(properties) ?? (named ? linkedAddress(element, named) : null);
  // A `div` is one by its class alone: a wrapper with an address holds the embed.
  const network = named ?? (element.tagName === 'div' ? undefined : address?.network);
  return network ? (raw, context) => read(element, network, address, raw, context) : null;
};

function addressOf(properties: Properties): PostAddress | null {
  const telegram = properties['dataTelegramPost'];
  if (typeof telegram === 'string') return readPostAddress(`https://t.me/${telegram}`);
  for (const name of addressed) {
    const value = properties[name];
    const address = typeof value === 'string' ? readPostAddress(value.replace(/^\/\//, 'https://')) : null;
    if (address) return address;
  }
  return null;
}

/** The last link to a post of the network. */
function linkedAddress(element: Element, network: Network): PostAddress | null {
  let found: PostAddress | null = null;
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const href = child.properties['href'];
    const own = child.tagName === 'a' && typeof href === 'string' ? readPostAddress(href) : null;
    found = (own?.network === network ? own : null) ?? linkedAddress(child, network) ?? found;
  }
  return found;
}

/** A post's text, and what its markup says of it beside the text. */
interface Content {
  text: BlockContent[];
  signature: Omit<Signature, 'from' | 'network'> | null;
  /** Words of the network's own. */
  labels: string[];
}

function read(
  element: Element,
  network: Network,
  address: PostAddress | null,
  raw: RawHtml,
  context: Context,
): RootContent[] {
  const { blocks, adverts } = quoteContent(element, raw.nodes[0]?.position);
  const { tweets, rest } = readQuotation(blocks, 'post-markup', context);
  const [attributed] = tweets;
  if (attributed?.type === 'post' && tweets.length === 1) {
    attributed.url ??= address?.network === attributed.network ? address.url : null;
    return [attributed, ...rest];
  }
  const { text, signature, labels } = contentOf(network, blocks);
  if (!address && !signature) {
    const { start, end } = element.position ?? {};
    return [asItStands(raw.text.slice(start?.offset, end?.offset), raw, context)];
  }
  const { name, handle, day } = signature ?? { name: '', handle: '', day: null };
  const facts: PostFacts = { network, name, handle, day: day ?? address?.day ?? null, address };
  const node = postNode(facts, text, raw.nodes);
  tell(node, raw, [...labels, ...adverts], context);
  return [node];
}

function contentOf(network: Network, blocks: readonly BlockContent[]): Content {
  const content: Content = { text: [], signature: null, labels: [] };
  for (const [index, block] of blocks.entries()) {
    const words = blockText(block).trim();
    const signature = signatureOf(network, words, blocks[index + 1], content);
    if (signature) {
      content.signature ??= signature;
      content.labels.push(signature.labels);
      const part = block.type === 'paragraph' && signature.from > 0 ? cutParagraph(block, 0, signature.from) : null;
      if (part) content.text.push(part);
    } else if (isLabel(network, words)) content.labels.push(words);
    else content.text.push(block);
  }
  return content;
}

function signatureOf(
  network: Network,
  words: string,
  next: BlockContent | undefined,
  { signature }: Content,
): Signature | null {
  if (network === 'instagram') return instagramSignature(words);
  if (network === 'facebook') return facebookSignature(words);
  if (network === 'reddit') return redditSignature(words);
  const handle = network === 'tiktok' && signature === null ? tiktokHandle(words) : null;
  if (handle !== null) return { network, name: '', handle, day: null, from: 0, labels: '' };
  return shellSignature(words, next ? blockText(next).trim() : '');
}

/** "The title by u/name in r/place". */
function redditSignature(words: string): Signature | null {
  const found = /\s*\bby\s*(?:u\/)?(?<handle>[\w-]{3,20})\s+in\s*(?:r\/)?\w{2,21}$/u.exec(words);
  const handle = found?.groups?.['handle'];
  if (!found || !handle) return null;
  return {
    network: 'reddit',
    name: '',
    handle,
    day: null,
    from: found.index,
    labels: found[0].replace(handle, '').trim(),
  };
}

const isLabel = (network: Network, words: string): boolean =>
  (network === 'instagram' && instagramOpening(words) === words.length) ||
  (network === 'tiktok' && isSoundLine(words)) ||
  /^View (?:post |this post )?on [\p{L} ]{5,12}$/iu.test(words);

function tell(node: Post, raw: RawHtml, labels: readonly string[], context: Context): void {
  const removed = labels.filter((label) => label !== '').join(' ');
  context.trace({
    rule: 'post-markup',
    lines: linesOf(...raw.nodes),
    before: raw.text,
    after: node.children.length > 0 ? postName(node) : `a card that links to the ${postName(node)}`,
    certainty: 'certain',
    why: "the network's own HTML",
    ...(removed !== '' && { removed }),
  });
}
