import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Block, FigureBlock, Image, NoticeBlock, TweetBlock } from '../article/schema.ts';
import { fragment } from './fragment.ts';
import { toSafeHtml } from './gate.ts';
import type { BlockLabels } from './labels.ts';
import { pictureProperties } from './links.ts';

/** What the renderers of blocks need to know. */
export interface BlockOptions {
  labels: BlockLabels;
  pictureHosts: readonly string[];
}

/** A block of the entry as a page shows it: safe HTML, one element. */
export function renderBlock(block: Block, options: BlockOptions): string {
  switch (block.type) {
    case 'prose':
      // Prose is as the gate left it: `toEntry` makes it, and a kept entry is checked before it is used.
      return block.html;
    case 'tweet':
      return toSafeHtml(tweet(block, options.labels), 'block', options.pictureHosts);
    case 'figure':
      return toSafeHtml(figure(block, options), 'block', options.pictureHosts);
    case 'notice':
      return toSafeHtml(notice(block, options.labels), 'block', options.pictureHosts);
    default:
      return unknownBlock(block);
  }
}

/** The compiler names this place when a kind of block joins and has no renderer. */
function unknownBlock(block: never): never {
  throw new Error(`no renderer for the block ${JSON.stringify(block)}`);
}

const content = (markup: string): ElementContent[] => fragment(markup).children as ElementContent[];

/** A post on X: a quiet card that loads nothing (microformats `h-cite`). */
function tweet(block: TweetBlock, labels: BlockLabels): Element {
  const { name, handle } = block.author;
  const text = content(block.html);
  const date = block.date ? h('time.dt-published.tweet-date', { dateTime: block.date }, labels.day(block.date)) : null;
  const when = block.url ? h('a.u-url', { href: block.url }, date ?? block.url) : date;
  if (text.length === 0) {
    return h('blockquote.tweet.h-cite.link-card', [
      by(name || labels.postOnX, handle),
      h('p.tweet-empty', labels.noText),
      when ? h('p.tweet-note', when) : null,
    ]);
  }
  markMedia(text, labels);
  const note = h('p.tweet-note', [when, ...(when ? [{ type: 'text', value: ' ' } as const] : []), labels.keptAsText]);
  return h('blockquote.tweet.h-cite', [by(name, handle), h('div.tweet-text.e-content', { dir: 'auto' }, text), note]);
}

function by(name: string, handle: string): Element {
  return h('footer.tweet-by.p-author.h-card', [
    h('span.tweet-name.p-name', h('bdi', name)),
    ...(handle ? [' ', h('span.tweet-handle.p-nickname', h('bdi', `@${handle}`))] : []),
  ]);
}

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

/** Pictures, then the caption, then the credit: the person first, agencies after. */
function figure(block: FigureBlock, options: BlockOptions): Element {
  const images = [block.image, ...(block.more ?? [])].filter((image) => image !== null);
  const caption = block.captionHtml ? content(block.captionHtml) : block.caption;
  const pictures = images.length
    ? h(
        'div.figure-pictures',
        images.map((image) => picture(image, options)),
      )
    : h('div.figure-missing', options.labels.missingPicture);
  const words = [
    ...(block.caption ? [h('span.caption', { dir: 'auto' }, caption)] : []),
    ...(block.caption && block.credit.length ? [' '] : []),
    ...(block.credit.length ? [credit(block.credit)] : []),
  ];
  return h(images.length ? 'figure.figure' : 'figure.figure.figure-textonly', [
    pictures,
    words.length ? h('figcaption', words) : null,
  ]);
}

/** A kept picture links to its largest rendition; one that is elsewhere is a link, unless its host is allowed. */
function picture(image: Image, { labels, pictureHosts }: BlockOptions): Element {
  const elsewhere = image.renditions.length === 0 ? URL.parse(image.src) : null;
  if (elsewhere && !(elsewhere.protocol === 'https:' && pictureHosts.includes(elsewhere.host))) {
    return h('a', { href: image.src }, image.alt || labels.missingPicture);
  }
  const img = h('img.u-photo', { ...pictureProperties(image), alt: image.alt });
  return h('a.figure-open', { href: image.src, ...(image.alt ? {} : { ariaLabel: labels.enlarge }) }, img);
}

function credit(names: readonly string[]): Element {
  const parts = names.map((name, index) =>
    h(index === 0 ? 'span.credit-person' : 'span.credit-agency', h('bdi', name)),
  );
  return h(
    'span.credit',
    parts.flatMap((part, index) => (index === 0 ? [part] : [' / ', part])),
  );
}

function notice(block: NoticeBlock, labels: BlockLabels): Element {
  return h(
    'aside',
    { className: ['notice', `notice-${block.kind}`], ariaLabel: labels.notices[block.kind] },
    content(block.html),
  );
}
