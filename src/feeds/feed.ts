import type { FeedFormat, FeedValues } from '../edition/feed-values.ts';
import type { ArticleRecord } from '../edition/record.ts';
import type { Site } from '../site.ts';
import { atom } from './atom.ts';
import { feedItem } from './item.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const writers = { rss, atom, json: jsonFeed } satisfies Record<FeedFormat, unknown>;

/**
 * A feed with the whole text of its articles. No clock is asked: a feed is as new as its newest article.
 *
 * @param records of articles that have a date, newest first
 */
export function makeFeed(format: FeedFormat, feed: FeedValues, records: readonly ArticleRecord[], site: Site): string {
  return writers[format](
    feed,
    records.map((record) => feedItem(record, site)),
    site,
  );
}
