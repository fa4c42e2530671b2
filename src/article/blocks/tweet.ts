import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { BlockContent, Blockquote, Data, Paragraph, Parent, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { container } from './directive.ts';
import type { RecognisedKind, Writing } from './kind.ts';
import type { Thing } from './thing.ts';
import type { BlockLabels } from './labels.ts';
import { safeHtml } from './safe-html.ts';

/** A post on X, kept as text (schema.org `SocialMediaPosting`, microformats `h-cite`). */
const schema = z.object({
  type: z.literal('tweet'),
  author: z.object({ name: z.string(), handle: z.string() }),
  /** `YYYY-MM-DD`, as the page wrote it. */
  date: z.iso.date().nullable(),
  /** Empty where only the address was kept. */
  html: safeHtml,
  url: z.url({ protocol: /^https?$/ }).nullable(),
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
  toMarkdown,
  toHtml: (block, { labels, content }) => card(block, content(block.html), labels),
  structured: (block, { textOf }) => ({ citation: [posting(block, textOf(block.html))] }),
  markup: {
    classes: {
      a: ['u-url'],
      blockquote: ['tweet', 'h-cite', 'link-card'],
      div: ['tweet-text', 'e-content'],
      footer: ['tweet-by', 'p-author', 'h-card'],
      p: ['tweet-note', 'tweet-empty'],
      span: ['tweet-name', 'p-name', 'tweet-handle', 'p-nickname', 'tweet-media'],
      time: ['dt-published', 'tweet-date'],
    },
  },
  plainStyle: { framed: ['tweet'], small: ['tweet-by', 'tweet-note'], strong: ['tweet-name'] },
};

const monthForm = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** The words that a post's date was written with: "January 29, 2024", "Jan 29, 2024". */
function dateWords(date: string | null): string {
  if (date === null) return '';
  const month = monthForm.format(new Date(`${date}T00:00:00Z`));
  return `${[...new Set([month, month.slice(0, 3)])].join(' ')} ${Number(date.slice(8))} ${date.slice(0, 4)}`;
}

const dayForm = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A name that can stand in an attribution without an escape. */
const isPlainName = (name: string): boolean => !/[()@\n*_[\]<>`\\]/.test(name) && name !== '' && name === name.trim();

function toMarkdown(
  { author, date, url, children }: Tweet,
  { explicit, wordsOf }: Writing,
): Blockquote | ContainerDirective {
  // Another attribution within the text would be read as this one.
  const isClear = !explicit && children.length > 0 && !/\(@/.test(children.map(wordsOf).join());
  if (!isClear || date === null || !isPlainName(author.name) || !/^[A-Za-z0-9_]{1,15}$/.test(author.handle)) {
    return container(
      'tweet',
      {
        ...(author.name !== '' && { name: author.name }),
        ...(author.handle !== '' && { handle: author.handle }),
        ...(date !== null && { date }),
        ...(url !== null && { url }),
      },
      children,
    );
  }
  const day: PhrasingContent = { type: 'text', value: dayForm.format(new Date(`${date}T00:00:00Z`)) };
  const attribution: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'text', value: `— ${author.name} (@${author.handle}) ` },
      url === null ? day : { type: 'link', url, children: [day] },
    ],
  };
  return { type: 'blockquote', children: [...children, attribution] };
}

/** A quiet card that loads nothing (microformats `h-cite`). */
function card(block: TweetBlock, text: ElementContent[], labels: BlockLabels): Element {
  const { name, handle } = block.author;
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

function posting({ author, date, url }: TweetBlock, text: string): Thing {
  return {
    '@type': 'SocialMediaPosting',
    author:
      author.name || author.handle
        ? { '@type': 'Person', name: author.name || null, alternateName: author.handle ? `@${author.handle}` : null }
        : null,
    datePublished: date,
    url,
    text: text || null,
  };
}
