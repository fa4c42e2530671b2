import type { Article } from '../article/schema.ts';
import { blockText, wrap } from './text.ts';

/**
 * An article as plain text: headline, facts and blocks, parted by empty lines, wrapped at 72 characters.
 * Notices stand at the end, as on the page. Ends in a line end.
 */
export function articleText(article: Article): string {
  const { headline, description, section, authors, publishedText, published, source, blocks, url } = article;
  const facts = [
    section ?? '',
    authors.length ? `By ${authors.join(', ')}` : '',
    publishedText ?? published ?? '',
    source ? [source.name, source.url].filter(Boolean).join(' ') : '',
    url,
  ].filter(Boolean);
  const story = blocks.filter((block) => block.type !== 'notice');
  const notices = blocks.filter((block) => block.type === 'notice');
  const parts = [headline, description ?? '', facts.join('\n'), ...story.map(blockText), notices.length ? '* * *' : '', ...notices.map(blockText)];
  return `${parts.filter(Boolean).map((part) => wrap(part)).join('\n\n')}\n`;
}
