import { bookPath } from './download-values.ts';
import type { OutputFile } from './files/output-file.ts';
import { finder } from './lists/lists.ts';
import type { Edition } from './edition.ts';
import type { Summary } from './summary.ts';

/** Articles in a book, unless another number is asked for. */
export const IN_A_BOOK = 20;

/**
 * The articles of a book: the newest that may be passed on.
 *
 * @param section the section's name in any spelling; null for the whole site
 * @returns newest first; null where there is no such section
 */
export function bookArticles(
  { articles, lists }: Pick<Edition, 'articles' | 'lists'>,
  section: string | null,
  most = IN_A_BOOK,
): { name: string | null; articles: Summary[] } | null {
  const found = section === null ? null : finder(lists.section)(section);
  if (section !== null && !found) return null;
  const all = found ? (lists.section.find(({ path }) => path === found.path)?.articles ?? []) : articles;
  return {
    name: found?.name ?? null,
    articles: all.filter(({ rights, state }) => rights !== 'restricted' && !state).slice(0, most),
  };
}

/** The book of the newest articles, which the site offers. */
export function bookOutput(edition: Edition): OutputFile {
  const articles = bookArticles(edition, null)?.articles ?? [];
  return { path: bookPath.slice(1), articles: articles.map(({ id }) => id), work: { generator: 'book', name: null } };
}
