import { h } from 'hastscript';
import type { BlockContent, Data, Parent } from 'mdast';
import * as z from 'zod';
import { container } from './directive.ts';
import type { RecognisedKind } from './kind.ts';
import { safeHtml } from './safe-html.ts';

/** An entry of a live blog (schema.org `LiveBlogPosting`, `liveBlogUpdate`). */
const schema = z.object({
  type: z.literal('liveblog'),
  /** As the page wrote it: "2.32pm GMT". */
  time: z.string().nullable(),
  /** The instant, where the page tells it: ISO 8601 in UTC with milliseconds. */
  published: z.iso.datetime({ precision: 3 }).nullable(),
  title: z.string().nullable(),
  html: safeHtml,
});

export type LiveblogBlock = z.infer<typeof schema>;

/** An entry of a live blog. */
export interface Liveblog extends Parent {
  type: 'liveblog';
  time: string | null;
  published: string | null;
  title: string | null;
  children: BlockContent[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    liveblog: Liveblog;
  }
}

export const liveblog: RecognisedKind<LiveblogBlock, Liveblog> = {
  schema,
  counted: 'update',
  tellsStory: true,
  directives: ['live'],
  holds: 'blocks',
  read({ attributes, children }, { warn }) {
    const { time = null, title = null } = attributes;
    const written = attributes['published'];
    const published = written ? instant(written) : null;
    if (written && published === null)
      warn('live-published', `"${written}" is no instant.`, 'Write it as 2024-01-30T14:32Z, with its zone.');
    return { type: 'liveblog', time: time ?? written ?? null, published, title, children };
  },
  allWords: ({ time, title, children }, wordsOf) => [time ?? '', title ?? '', ...children.map(wordsOf)].join('\n'),
  named: ({ title }) => (title ? [{ what: 'title', text: title }] : []),
  toBlock: ({ time, published, title }, { html }) => ({ type: 'liveblog', time, published, title, html }),
  toText: ({ time, title }, words) => [[time, title].filter(Boolean).join('  '), words].filter(Boolean).join('\n\n'),
  toMarkdown: ({ time, published, title, children }) =>
    container(
      'live',
      {
        ...(time !== null && { time }),
        ...(published !== null && { published }),
        ...(title !== null && { title }),
      },
      children,
    ),
  toHtml: ({ time, published, title, html }, { content }) =>
    h('div.live.h-entry', [
      time ? h('p.live-time', h('time.dt-published', published ? { dateTime: published } : {}, time)) : null,
      title ? h('h2.live-title.p-name', title) : null,
      h('div.live-text.e-content', { dir: 'auto' }, content(html)),
    ]),
  structured: ({ published, title, html }, { textOf }) => ({
    liveBlogUpdate: [
      { '@type': 'BlogPosting', headline: title, datePublished: published, articleBody: textOf(html) || null },
    ],
  }),
  markup: {
    classes: {
      div: ['live', 'h-entry', 'live-text', 'e-content'],
      p: ['live-time'],
      time: ['dt-published'],
      h2: ['live-title', 'p-name'],
    },
  },
  plainStyle: { small: ['live-time'] },
};

/** An instant with its zone, as ISO 8601 in UTC. */
function instant(written: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)$/.test(written)) return null;
  const time = new Date(written);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
