import { kindOf, standsApart } from '../article/blocks/registry.ts';
import type { Entry } from './entry.ts';
import { htmlText, wrap } from './text.ts';

/**
 * An article as plain text: headline, facts and blocks, parted by empty lines, wrapped at 72 characters.
 * Notices stand at the end, as on the page. Ends in a line end.
 */
export function articleText({ article, texts }: Pick<Entry, 'article' | 'texts'>): string {
  const { headline, description, section, authors, publishedText, published, source, blocks, url } = article;
  const facts = [
    section ?? '',
    authors.length ? `By ${authors.join(', ')}` : '',
    publishedText ?? published ?? '',
    source ? [source.name, source.url].filter(Boolean).join(' ') : '',
    url,
  ].filter(Boolean);
  const text = (apart: boolean) =>
    blocks.flatMap((block, at) =>
      standsApart(block) === apart ? [kindOf(block).toText(block, texts[at] ?? '', htmlText)] : [],
    );
  const notices = text(true);
  const parts = [
    headline,
    description ?? '',
    facts.join('\n'),
    ...text(false),
    notices.length ? '* * *' : '',
    ...notices,
  ];
  return `${parts
    .filter(Boolean)
    .map((part) => wrap(part))
    .join('\n\n')}\n`;
}
