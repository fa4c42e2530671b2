import type { FeedValues } from '../edition/feed-values.ts';
import type { Site } from '../site.ts';
import { channel } from './channel.ts';
import type { FeedItem } from './item.ts';

/**
 * A JSON Feed, version 1.1 (jsonfeed.org/version/1.1).
 *
 * @param items newest first
 */
export function jsonFeed(feed: FeedValues, items: readonly FeedItem[], site: Site): string {
  const { title, description, language, page, self } = channel(feed, site);
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    ...(description ? { description } : {}),
    language,
    authors: [{ name: site.title }],
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      ...(item.source ? { external_url: item.source.url } : {}),
      title: item.headline,
      // One of the two must be there: a restricted article's is its summary.
      ...(item.html === null ? { content_text: item.summary || item.headline } : { content_html: item.html }),
      ...(item.summary ? { summary: item.summary } : {}),
      ...(item.picture ? { image: item.picture } : {}),
      date_published: item.published,
      ...(item.updated !== item.published ? { date_modified: item.updated } : {}),
      ...(item.authors.length ? { authors: item.authors.map((name) => ({ name })) } : {}),
      tags: [item.section, ...item.topics].filter((tag) => tag !== null),
      language: item.language,
    })),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
