/** Where an article's other forms stand: paths below the base. */

/** A picture of 1200 × 630 pixels for links to the article elsewhere. */
export const cardPath = (id: string): string => `/cards/${id}.png`;

/** The same for pages that are no article's. No article's id can take its name. */
export const siteCardPath = '/card.png';

/**
 * The article as one file with its pictures inside. Not beside the page: many hosts serve
 * `articles/x.html` for `/articles/x` as well, where `articles/x/` is the page.
 */
export const wholePath = (id: string): string => `/keep/${id}.html`;

/** The newest articles as a book. */
export const bookPath = '/edition.epub';

/** The forms that a reader can keep an article in. */
export function formsOf(id: string): { name: 'html' | 'markdown' | 'text' | 'json'; type: string; path: string }[] {
  return [
    { name: 'html', type: 'text/html', path: wholePath(id) },
    { name: 'markdown', type: 'text/markdown', path: `/articles/${id}.md` },
    { name: 'text', type: 'text/plain', path: `/articles/${id}.txt` },
    { name: 'json', type: 'application/json', path: `/articles/${id}.json` },
  ];
}

/** What a card picture shows. */
export interface CardValues {
  headline: string;
  section: string | null;
  /** ISO 8601. */
  published: string | null;
}
