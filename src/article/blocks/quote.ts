import { h } from 'hastscript';
import type { BlockContent, Data, Paragraph, Parent, PhrasingContent } from 'mdast';
import * as z from 'zod';
import { container } from './directive.ts';
import type { RecognisedKind } from './kind.ts';
import { safeHtml } from './safe-html.ts';

/** A quotation that stands apart and says whose it is; one that does not is prose (schema.org `Quotation`). */
const schema = z.object({
  type: z.literal('quote'),
  html: safeHtml,
  /** Whose words they are, as the article says it: "Ann Lee, harbour master". */
  by: z.string().min(1),
  /** Where they were said or written. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
});

export type QuoteBlock = z.infer<typeof schema>;

/** A quotation with its attribution. */
export interface Quote extends Parent {
  type: 'quote';
  by: string;
  url: string | null;
  children: BlockContent[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    quote: Quote;
  }
}

/** Longer lines under a quotation are sentences of it. */
const longest = 100;

/** Whether words under a quotation, after a dash, can be whose it is: a name and an office, and no sentence. */
export const isAttribution = (words: string): boolean =>
  words.length <= longest &&
  /^[\p{Lu}\p{Lo}\p{N}“"‘']/u.test(words) &&
  !/[@\n]|[.!?…]\s+\S.*[.!?…]$|[!?…]$/u.test(words);

export const quote: RecognisedKind<QuoteBlock, Quote> = {
  schema,
  counted: 'quotation',
  directives: ['quote'],
  holds: 'blocks',
  read({ attributes, children }, { warn }) {
    const { by, url = null } = attributes;
    if (by) return { type: 'quote', by, url, children };
    warn(
      'quote-by',
      'This :::quote does not say whose words they are.',
      'Add by="Name", or write it as a > quotation.',
    );
    return null;
  },
  allWords: ({ by, children }, wordsOf) => [...children.map(wordsOf), by].join('\n'),
  named: ({ by }) => [{ what: 'name', text: by }],
  toBlock: ({ by, url }, { html, address }) => ({ type: 'quote', html, by, url: address(url) }),
  toText: ({ by, url }, words) => [words, `— ${by}`, url ?? ''].filter(Boolean).join('\n'),
  toMarkdown({ by, url, children }, { explicit }) {
    const last = children.at(-1);
    // What ends in a dash and a name already would be read as another's words.
    const isClear = !explicit && last?.type === 'paragraph' && isAttribution(by) && !/[*_[\]<>`\\&]|:\/\//.test(by);
    if (!isClear) return container('quote', { by, ...(url !== null && { url }) }, children);
    const words: PhrasingContent = { type: 'text', value: by };
    const attribution: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'text', value: '— ' }, url === null ? words : { type: 'link', url, children: [words] }],
    };
    return { type: 'blockquote', children: [...children, attribution] };
  },
  toHtml: ({ html, by, url }, { content }) =>
    h('figure.quote.h-cite', [
      h('blockquote.quote-text.e-content', { dir: 'auto' }, content(html)),
      h('figcaption.quote-by', h('cite.p-author', url ? h('a.u-url', { href: url }, by) : by)),
    ]),
  structured: ({ html, by, url }, { textOf }) => ({
    citation: [{ '@type': 'Quotation', text: textOf(html), creator: { '@type': 'Person', name: by }, url }],
  }),
  markup: {
    classes: {
      figure: ['quote', 'h-cite'],
      blockquote: ['quote-text', 'e-content'],
      figcaption: ['quote-by'],
      cite: ['p-author'],
      a: ['u-url'],
    },
  },
};
