import type { Site } from '../site.ts';

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

/** The sizes that browsers and phones ask for, in pixels: each a PNG; `maskable` may be cut to any shape. */
export const icons = [
  { path: '/icon-32.png', size: 32, maskable: false },
  { path: '/icon-180.png', size: 180, maskable: false },
  { path: '/icon-192.png', size: 192, maskable: false },
  { path: '/icon-512.png', size: 512, maskable: false },
  { path: '/icon-maskable-512.png', size: 512, maskable: true },
] as const;

/** The same as a drawing. */
export const iconPath = '/icon.svg';

/** A form that a reader can keep an article in. */
export interface Form {
  name: 'html' | 'markdown' | 'text' | 'json';
  type: string;
  path: string;
}

/** The forms that a reader can keep an article in, of those that the settings have. */
export function formsOf(id: string, { alternates }: Pick<Site, 'alternates'>): Form[] {
  const forms = {
    html: { name: 'html', type: 'text/html', path: wholePath(id) },
    md: { name: 'markdown', type: 'text/markdown', path: `/articles/${id}.md` },
    txt: { name: 'text', type: 'text/plain', path: `/articles/${id}.txt` },
    json: { name: 'json', type: 'application/json', path: `/articles/${id}.json` },
  } as const;
  return (['html', 'md', 'txt', 'json'] as const)
    .filter((form) => alternates.includes(form))
    .map((form) => forms[form]);
}

/** What a card picture shows. */
export interface CardValues {
  headline: string;
  section: string | null;
  /** ISO 8601. */
  published: string | null;
}
