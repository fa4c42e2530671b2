import type { FeedValues } from '../edition/feed-values.ts';
import type { Site } from '../site.ts';
import { address, channel } from './channel.ts';
import type { FeedItem } from './item.ts';
import { toXml, x } from './xml.ts';

/** `updated` of a feed without entries, which RFC 4287 wants all the same: the beginning of time, not the build's. */
const NEVER = '1970-01-01T00:00:00.000Z';

/**
 * An Atom feed (RFC 4287), or one of its archives (RFC 5005, section 4).
 *
 * @param items newest first
 */
export function atom(feed: FeedValues, items: readonly FeedItem[], site: Site): string {
  const { title, description, language, page, self, rights } = channel(feed, site);
  const { archive } = feed;
  const updated = items.reduce((latest, item) => (item.updated > latest ? item.updated : latest), NEVER);
  const link = (rel: string, path: string | null | undefined) =>
    path ? x('link', { rel, type: 'application/atom+xml', href: address(site, path) }) : null;
  return toXml(
    x(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:fh': archive ? 'http://purl.org/syndication/history/1.0' : null,
        'xml:lang': language,
      },
      x('id', {}, self),
      x('title', {}, title),
      description ? x('subtitle', {}, description) : null,
      x('updated', {}, updated),
      rights ? x('rights', {}, rights) : null,
      x('author', {}, x('name', {}, site.title), x('uri', {}, address(site, '/'))),
      x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      x('link', { rel: 'alternate', type: 'text/html', href: page }),
      archive?.archived ? link('current', archive.current) : null,
      link('prev-archive', archive?.previous),
      link('next-archive', archive?.next),
      archive?.archived ? x('fh:archive') : null,
      items.map(entry),
    ),
    `${site.base}feed.css`,
  );
}

function entry(item: FeedItem) {
  return x(
    'entry',
    { 'xml:lang': item.language },
    x('id', {}, item.url),
    x('title', {}, item.headline),
    x('published', {}, item.published),
    x('updated', {}, item.updated),
    item.authors.map((name) => x('author', {}, x('name', {}, name))),
    x('link', { rel: 'alternate', type: 'text/html', hreflang: item.language, href: item.url }),
    item.source ? x('link', { rel: 'via', href: item.source.url, title: item.source.name }) : null,
    [item.section, ...item.topics].map((term) => (term ? x('category', { term }) : null)),
    item.summary ? x('summary', {}, item.summary) : null,
    // An entry without content must have a link to where it is, which all have (RFC 4287, 4.1.2).
    item.html === null ? null : x('content', { type: 'html' }, item.html),
  );
}
