import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BlockContent, Blockquote, Paragraph, PhrasingContent } from 'mdast';
import * as z from 'zod';
import type { Markup, Person } from '../kind.ts';
import type { BlockLabels } from '../labels.ts';
import { safeHtml } from '../safe-html.ts';
import type { Thing } from '../thing.ts';

/** What posts on X and on the other networks have in common. */

/** Fields of a post in the entry. */
export const postFields = {
  author: z.object({ name: z.string(), handle: z.string() }),
  /** `YYYY-MM-DD`, as the page wrote it; where only the address was kept, the day that its id tells. */
  date: z.iso.date().nullable(),
  /** Empty where only the address was kept. */
  html: safeHtml,
  url: z.url({ protocol: /^https?$/ }).nullable(),
};

interface PostBlock {
  author: Person;
  date: string | null;
  html: string;
  url: string | null;
}

const monthForm = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** The words that a post's date was written with: "January 29, 2024", "Jan 29, 2024". */
export function dateWords(date: string | null): string {
  if (date === null) return '';
  const month = monthForm.format(new Date(`${date}T00:00:00Z`));
  return `${[...new Set([month, month.slice(0, 3)])].join(' ')} ${Number(date.slice(8))} ${date.slice(0, 4)}`;
}

const dayForm = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** Whether a name can stand in an attribution without an escape. */
export const isPlainName = (name: string): boolean =>
  !/[()@\n*_[\]<>`\\]/.test(name) && name !== '' && name === name.trim();

/** A post in the natural form: a quotation whose last line is `— Name (@handle) January 29, 2024`, the day linked. */
export function attributed(author: Person, date: string, url: string | null, children: BlockContent[]): Blockquote {
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

/** A post's facts as the attributes of its `:::` block. */
export function statedPost({ author, date, url }: Omit<PostBlock, 'html'>): Record<string, string> {
  return {
    ...(author.name !== '' && { name: author.name }),
    ...(author.handle !== '' && { handle: author.handle }),
    ...(date !== null && { date }),
    ...(url !== null && { url }),
  };
}

/** What a card says besides the post. */
export interface CardWords {
  /** In place of the name where none is known. */
  nobody: string;
  /** That the text is kept and nothing is loaded. */
  note: string;
}

/**
 * A quiet card that loads nothing (microformats `h-cite`).
 *
 * @param kind its class, with which its parts' begin
 * @param text the post's own markup
 */
export function postCard(
  kind: 'tweet' | 'post',
  { author: { name, handle }, date, url }: PostBlock,
  text: ElementContent[],
  { nobody, note }: CardWords,
  labels: BlockLabels,
): Element {
  const time = date ? h(`time.dt-published.${kind}-date`, { dateTime: date }, labels.day(date)) : null;
  const when = url ? h('a.u-url', { href: url }, time ?? url) : time;
  if (text.length === 0) {
    return h(`blockquote.${kind}.h-cite.link-card`, [
      byline(kind, name || nobody, handle),
      h(`p.${kind}-empty`, labels.noText),
      when ? h(`p.${kind}-note`, when) : null,
    ]);
  }
  return h(`blockquote.${kind}.h-cite`, [
    byline(kind, name || (handle ? '' : nobody), handle),
    h(`div.${kind}-text.e-content`, { dir: 'auto' }, text),
    h(`p.${kind}-note`, [when, ...(when ? [{ type: 'text', value: ' ' } as const] : []), note]),
  ]);
}

function byline(kind: string, name: string, handle: string): Element {
  return h(`footer.${kind}-by.p-author.h-card`, [
    h(`span.${kind}-name.p-name`, h('bdi', name)),
    ...(handle ? [' ', h(`span.${kind}-handle.p-nickname`, h('bdi', `@${handle}`))] : []),
  ]);
}

/** The classes of a card, and the plain look of them. */
export const cardMarkup = (kind: 'tweet' | 'post', more: readonly string[] = []): Markup => ({
  classes: {
    a: ['u-url'],
    blockquote: [kind, 'h-cite', 'link-card'],
    div: [`${kind}-text`, 'e-content'],
    footer: [`${kind}-by`, 'p-author', 'h-card'],
    p: [`${kind}-note`, `${kind}-empty`],
    span: [`${kind}-name`, 'p-name', `${kind}-handle`, 'p-nickname', ...more],
    time: ['dt-published', `${kind}-date`],
  },
});

export const cardStyle = (kind: 'tweet' | 'post') => ({
  framed: [kind],
  small: [`${kind}-by`, `${kind}-note`],
  strong: [`${kind}-name`],
});

/** A post as schema.org's `SocialMediaPosting`. */
export function posting({ author, date, url }: Omit<PostBlock, 'html'>, text: string): Thing {
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
