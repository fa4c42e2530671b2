import { h } from 'hastscript';
import type { BlockContent, Data, Parent } from 'mdast';
import * as z from 'zod';
import { container } from './directive.ts';
import type { RecognisedKind } from './kind.ts';
import { safeHtml } from './safe-html.ts';

/** The kinds of notice that stand apart from the story. */
export const noticeKinds = ['tip', 'disclaimer', 'correction', 'republished', 'newsletter', 'share', 'note'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A text about the article or its publisher: shown apart from the story. */
const schema = z.object({
  type: z.literal('notice'),
  kind: z.enum(noticeKinds),
  html: safeHtml,
});

export type NoticeBlock = z.infer<typeof schema>;

/** A text about the article or the publisher rather than of the story: kept, and shown apart. */
export interface Notice extends Parent {
  type: 'notice';
  kind: NoticeKind;
  children: BlockContent[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    notice: Notice;
  }
}

export const notice: RecognisedKind<NoticeBlock, Notice> = {
  schema,
  counted: 'notice',
  apart: true,
  directives: noticeKinds,
  holds: 'blocks',
  allWords: (node, wordsOf) => node.children.map(wordsOf).join('\n'),
  toBlock: ({ kind }, { html }) => ({ type: 'notice', kind, html }),
  toText: (_block, words) => words,
  toMarkdown: ({ kind, children }) => container(kind, {}, children),
  toHtml: ({ kind, html }, { labels, content }) =>
    h('aside', { className: ['notice', `notice-${kind}`], ariaLabel: labels.notices[kind] }, content(html)),
  markup: {
    classes: { aside: ['notice', /^notice-[a-z]{1,20}$/] },
    attributes: { aside: ['ariaLabel', ['role', 'note']] },
  },
};
