import { cardPath, siteCardPath, wholePath, type CardValues } from './download-values.ts';
import type { Leaf } from './output-file.ts';
import { finder } from './lists/lists.ts';
import type { Edition } from './plan.ts';

/** The card pictures. They are made from these few words alone, so an edited story keeps its card. */
export function cardLeaves({ articles, lists, site }: Edition): Leaf[] {
  const sectionNamed = finder(lists.section);
  const leaf = (path: string, card: CardValues): Leaf => ({
    path: path.slice(1),
    articles: [],
    work: { maker: 'card', card },
  });
  return [
    leaf(siteCardPath, { headline: site.tagline || site.title, section: null, published: null }),
    ...articles.map(({ id, headline, section, published }) =>
      leaf(cardPath(id), { headline, section: section && (sectionNamed(section)?.name ?? section), published }),
    ),
  ];
}

/** Each article as one file. */
export function wholeLeaves({ articles }: Edition): Leaf[] {
  return articles.map(({ id }) => ({ path: wholePath(id).slice(1), articles: [id], work: { maker: 'whole' } }));
}
