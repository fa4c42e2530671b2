import type { FeedValues } from '../edition/feed-values.ts';
import { wording } from '../i18n/wording.ts';
import type { Site } from '../site.ts';

/** Absolute address of a path below the base. */
export function address(site: Pick<Site, 'url' | 'base'>, path: string): string {
  return site.url + site.base + encodeURI(path.replace(/^\//, ''));
}

/** What a feed says of itself, in every format. */
export interface Channel {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** Absolute addresses: the page that shows the same list, the feed itself. */
  page: string;
  self: string;
  /** Who may do what with it; null where the settings say nothing. */
  rights: string | null;
}

/** Publisher and licence in a line. */
const rightsOf = ({ publisher, licence }: Pick<Site, 'publisher' | 'licence'>): string | null =>
  [publisher?.name, licence && [licence.name, licence.url].filter(Boolean).join(' ')].filter(Boolean).join(', ') ||
  null;

export function channel(feed: FeedValues, site: Site): Channel {
  const month = /^(\d{4})-(\d{2})$/.exec(feed.archive?.archived ? (feed.name ?? '') : '');
  const name = month ? wording(site).month(Number(month[1]), Number(month[2])) : feed.name;
  return {
    title: name === null ? site.title : `${name} – ${site.title}`,
    description: site.tagline,
    language: wording(site).tag,
    page: address(site, feed.page),
    self: address(site, feed.self),
    rights: rightsOf(site),
  };
}
