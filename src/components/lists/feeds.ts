/** The feeds of a list: one of each format. `feed` is its path below the base without an ending. */
export function feedsOf(feed: string): { name: string; type: string; path: string }[] {
  return [
    { name: 'RSS', type: 'application/rss+xml', path: `${feed}.rss.xml` },
    { name: 'Atom', type: 'application/atom+xml', path: `${feed}.atom.xml` },
    { name: 'JSON', type: 'application/feed+json', path: `${feed}.json` },
  ];
}
