import { cardPath, siteCardPath, wholePath, type CardValues } from './download-values.ts';
import type { OutputFile } from './output-file.ts';
import { finder } from './lists/lists.ts';
import type { Edition } from './edition.ts';

/** The card pictures. They are made from these few words alone, so an edited story keeps its card. */
export function cardFiles({ articles, lists, site }: Edition): OutputFile[] {
  const sectionNamed = finder(lists.section);
  const outputFile = (path: string, card: CardValues): OutputFile => ({
    path: path.slice(1),
    articles: [],
    work: { generator: 'card', card },
  });
  return [
    outputFile(siteCardPath, { headline: site.tagline || site.title, section: null, published: null }),
    ...articles.map(({ id, headline, section, published }) =>
      outputFile(cardPath(id), { headline, section: section && (sectionNamed(section)?.name ?? section), published }),
    ),
  ];
}

/** Each article as one file. */
export function wholeFiles({ articles }: Edition): OutputFile[] {
  return articles.map(({ id }) => ({ path: wholePath(id).slice(1), articles: [id], work: { generator: 'whole' } }));
}
