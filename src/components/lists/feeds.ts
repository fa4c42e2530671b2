import { feedFile } from '../../edition/feed-values.ts';

/** The feeds of a list: one of each format. `feed` is its path below the base without an ending: `/topics/sea/feed`. */
export function feedsOf(feed: string): { name: string; type: string; path: string }[] {
  const folder = feed.replace(/feed$/, '');
  return [
    { name: 'RSS', type: 'application/rss+xml', path: folder + feedFile.rss },
    { name: 'Atom', type: 'application/atom+xml', path: folder + feedFile.atom },
    { name: 'JSON', type: 'application/feed+json', path: folder + feedFile.json },
  ];
}
