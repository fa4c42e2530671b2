import type { FeedValues } from '../edition/feed-values.ts';
import type { Site } from '../site.ts';
import { channel } from './channel.ts';
import type { FeedItem } from './item.ts';
import { toXml, x } from './xml.ts';

/**
 * An RSS 2.0 feed (RSS Advisory Board, "RSS 2.0 Specification" and "Best Practices Profile"). Authors
 * are `dc:creator`, since RSS's own `author` is an e-mail address; the whole text is `content:encoded`.
 *
 * @param items newest first
 */
export function rss(feed: FeedValues, items: readonly FeedItem[], site: Site): string {
  const { title, description, language, page, self, rights } = channel(feed, site);
  const updated = items.reduce((latest, item) => (item.updated > latest ? item.updated : latest), '');
  return toXml(
    x(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      x(
        'channel',
        {},
        x('title', {}, title),
        x('link', {}, page),
        // It must be there and say something.
        x('description', {}, description || title),
        x('language', {}, language),
        rights ? x('copyright', {}, rights) : null,
        updated ? x('lastBuildDate', {}, rfc822(updated)) : null,
        x('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
        items.map(item),
      ),
    ),
    `${site.base}feed.css`,
  );
}

function item(one: FeedItem) {
  return x(
    'item',
    {},
    x('title', {}, one.headline),
    x('link', {}, one.url),
    x('guid', { isPermaLink: 'true' }, one.url),
    x('pubDate', {}, rfc822(one.published)),
    one.authors.map((name) => x('dc:creator', {}, name)),
    x('dc:language', {}, one.language),
    one.source ? x('dc:source', {}, one.source.url) : null,
    [one.section, ...one.topics].map((name) => (name ? x('category', {}, name) : null)),
    one.summary ? x('description', {}, asHtml(one.summary)) : null,
    one.html === null ? null : x('content:encoded', {}, one.html),
  );
}

/** An item's description is read as HTML, and this one is plain text (RSS Best Practices Profile, "description" of an item). */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** RFC 822 with a year of four digits, as RSS 2.0 asks. */
const rfc822 = (instant: string): string => new Date(instant).toUTCString();
