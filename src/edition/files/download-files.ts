import { cardPath, iconPath, icons, siteCardPath, wholePath, type CardValues } from '../download-values.ts';
import type { OutputFile } from './output-file.ts';
import { finder } from '../lists/lists.ts';
import type { Edition } from '../edition.ts';

/** The card pictures. They are made from these few words alone, so an edited story keeps its card. */
export function cardFiles({ articles, lists, site }: Edition): OutputFile[] {
  if (!site.cards) return [];
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
export function wholeFiles({ articles, site }: Edition): OutputFile[] {
  if (!site.alternates.includes('html')) return [];
  return articles.map(({ id }) => ({ path: wholePath(id).slice(1), articles: [id], work: { generator: 'whole' } }));
}

/** The site's icon in the sizes that are asked for, but those that the owner has put into `public`. */
export function iconFiles(others: readonly string[]): OutputFile[] {
  return [{ path: iconPath, size: null, maskable: false }, ...icons]
    .map(({ path, size, maskable }): OutputFile => ({
      path: path.slice(1),
      articles: [],
      work: { generator: 'icon', size, maskable },
    }))
    .filter(({ path }) => !others.includes(path));
}
