import type { OutputFile } from '../files/output-file.ts';
import type { Chrome, Page, Paging } from '../pages.ts';

/** The file of a page: `/topics/sea/` is `topics/sea/index.html`, `/404.html` is itself. */
export function pageFile(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** An output file that a page component renders. */
export function pageOutput(path: string, page: Page, chrome: Chrome, articles: readonly string[] = []): OutputFile {
  return { path: pageFile(path), articles, work: { generator: 'page', page, chrome } };
}

/**
 * Cuts a list into pages.
 *
 * @param path path of the first page; the others are `<path>2/`, `<path>3/` …
 * @param size entries on a page
 * @returns at least one page, empty when the list is
 */
export function cut<Entry>(
  path: string,
  entries: readonly Entry[],
  size: number,
): { path: string; paging: Paging; entries: Entry[] }[] {
  const pages = Math.max(1, Math.ceil(entries.length / size));
  const pathOf = (page: number) => (page === 1 ? path : `${path}${page}/`);
  return Array.from({ length: pages }, (_, index) => ({
    path: pathOf(index + 1),
    paging: {
      page: index + 1,
      pages,
      total: entries.length,
      newer: index > 0 ? pathOf(index) : null,
      older: index + 1 < pages ? pathOf(index + 2) : null,
    },
    entries: entries.slice(index * size, (index + 1) * size),
  }));
}
