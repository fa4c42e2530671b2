import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Data, Paragraph, Parent, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import * as z from 'zod';
import { container } from './directive.ts';
import type { Describing, Making, RecognisedKind, Showing, Writing } from './kind.ts';
import type { Thing } from './thing.ts';
import { imageObject, imageSchema, pictureProperties, type Image } from './picture.ts';
import { safeHtml } from './safe-html.ts';

/** Picture or pictures with caption and credit (IPTC `Description`, `Creator`, `Credit Line`). */
const schema = z.object({
  type: z.literal('figure'),
  /** The first picture; null where only the caption was kept. */
  image: imageSchema.nullable(),
  /** The pictures after the first, in order. */
  more: z.array(imageSchema).optional(),
  /** Plain text. */
  caption: z.string(),
  /** The caption's markup, where it has any beyond plain text. */
  captionHtml: safeHtml.optional(),
  /** The person first, agencies after. */
  credit: z.array(z.string()),
});

export type FigureBlock = z.infer<typeof schema>;

/** One picture of a figure, as the file names it. */
export interface FigureImage {
  /** As written in the file: a path beside the article, or an http(s) address. */
  src: string;
  alt: string;
  /** Where the picture is named, for the message when it is missing. Counted from 1. */
  line: number;
  column: number;
  /** Where its author has it lead. */
  link?: string;
}

/** A picture or several with caption and credit, or a caption whose picture was not kept. */
export interface Figure extends Parent {
  type: 'figure';
  images: FigureImage[];
  /** The caption. Plain prose: no block content in it. */
  children: PhrasingContent[];
  /** The person first, agencies after: `["NAME", "AFP", "Getty Images"]`. Labels left out. */
  credit: string[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    figure: Figure;
  }
}

const pictures = ({ image, more = [] }: FigureBlock): Image[] => [...(image ? [image] : []), ...more];

export const figure: RecognisedKind<FigureBlock, Figure> = {
  schema,
  counted: 'figure',
  directives: ['figure'],
  holds: 'phrasing',
  allWords: ({ images, credit, children }, wordsOf) =>
    [...images.map(({ alt }) => alt), ...credit, children.map(wordsOf).join('')].join('\n'),
  named: (node) => [
    { what: 'caption', text: toString(node) },
    ...node.credit.map((text) => ({ what: 'credit', text })),
    ...node.images.map(({ alt, line }) => ({ what: "picture's text", text: alt, line })),
  ],
  pictures,
  credits: ({ credit }) => credit,
  words: ({ caption }) => caption,
  toBlock,
  toText: (block) =>
    [
      ...pictures(block).flatMap(({ alt }) => (alt ? [`[${alt}]`] : [])),
      [block.caption, block.credit.join('/')].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join('\n'),
  toMarkdown,
  toHtml,
  structured,
  markup: {
    classes: {
      a: ['figure-open'],
      div: ['figure-pictures', 'figure-missing'],
      figure: ['figure', 'figure-textonly'],
      img: ['u-photo'],
      span: ['credit', 'credit-person', 'credit-agency', 'caption'],
    },
  },
};

/** A figure's pictures are those that are kept, and those elsewhere as they are named: the page links to them. */
function toBlock(node: Figure, { html, phrase, address, picture }: Making): FigureBlock {
  const images = node.images.flatMap((image): Image[] => {
    const kept = picture(image.src);
    const leads = image.link === undefined ? null : address(image.link);
    const own = { alt: image.alt, ...(leads !== null && { link: leads }) };
    if (kept) return [{ ...kept, ...own }];
    const elsewhere = address(image.src);
    return elsewhere === null ? [] : [{ src: elsewhere, width: null, height: null, renditions: [], ...own }];
  });
  const [image = null, ...more] = images;
  return {
    type: 'figure',
    image,
    ...(more.length ? { more } : {}),
    caption: phrase(),
    ...(/<[a-z]/i.test(html) ? { captionHtml: html } : {}),
    credit: [...node.credit],
  };
}

function toMarkdown(node: Figure, { explicit }: Writing) {
  const paragraphs: Paragraph[] = [];
  if (node.images.length > 0) {
    const images = node.images.flatMap(({ src, alt, link }, index): PhrasingContent[] => {
      const image = { type: 'image' as const, url: src, alt };
      return [
        ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
        link === undefined ? image : { type: 'link', url: link, children: [image] },
      ];
    });
    paragraphs.push({ type: 'paragraph', children: images });
  }
  if (node.children.length > 0) paragraphs.push({ type: 'paragraph', children: node.children });
  // Without a credit the reader looks for one in the caption; an empty one says that there is none.
  const stated = node.credit.length > 0 || explicit;
  return container('figure', stated ? { credit: node.credit.join(' / ') } : {}, paragraphs);
}

/** Pictures, then the caption, then the credit: the person first, agencies after. */
function toHtml(block: FigureBlock, around: Showing): Element {
  const images = pictures(block);
  const caption = block.captionHtml ? around.content(block.captionHtml) : block.caption;
  const shown = images.length
    ? h(
        'div.figure-pictures',
        images.map((image) => picture(image, around)),
      )
    : h('div.figure-missing', around.labels.missingPicture);
  const words = [
    ...(block.caption ? [h('span.caption', { dir: 'auto' }, caption)] : []),
    ...(block.caption && block.credit.length ? [' '] : []),
    ...(block.credit.length ? [credit(block.credit)] : []),
  ];
  return h(images.length ? 'figure.figure' : 'figure.figure.figure-textonly', [
    shown,
    words.length ? h('figcaption', words) : null,
  ]);
}

/** A kept picture links to its largest rendition; one that is elsewhere is a link, unless its host is allowed. */
function picture(image: Image, { labels, pictureHosts }: Showing): Element {
  const elsewhere = image.renditions.length === 0 ? URL.parse(image.src) : null;
  if (elsewhere && !(elsewhere.protocol === 'https:' && pictureHosts.includes(elsewhere.host))) {
    return h('a', { href: image.link ?? image.src }, image.alt || labels.missingPicture);
  }
  const img = h('img.u-photo', { ...pictureProperties(image), alt: image.alt });
  return h(
    image.link === undefined ? 'a.figure-open' : 'a',
    { href: image.link ?? image.src, ...(image.alt ? {} : { ariaLabel: labels.enlarge }) },
    img,
  );
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

/** Where only the caption was kept it still tells of a picture, without an address. */
function structured(block: FigureBlock, { url }: Describing): { image: Thing[] } {
  if (!block.image) return { image: [{ '@type': 'ImageObject', ...credited(block) }] };
  return { image: pictures(block).map((image) => ({ ...imageObject(image, url), ...credited(block, image.alt) })) };
}

/** IPTC's `Creator` is the person, who comes first in a credit; its `Credit Line` is the whole. */
function credited({ caption, credit }: FigureBlock, otherwise = ''): Thing {
  const [creator] = credit;
  return {
    caption: caption || otherwise || null,
    creditText: credit.join(' / ') || null,
    creator: creator ? { '@type': 'Person', name: creator } : null,
  };
}
