import type { OutputFile } from '../files/output-file.ts';
import type { Chrome, Page, Paging, SettledPaging } from '../pages.ts';

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

/**
 * Cuts a list that grows at its front, so that its further pages stay: they are filled and numbered from the oldest
 * entry on, and the first page takes what is left, between half a page and one and a half.
 *
 * @param path path of the first page; the oldest page is `<path>1/`, the next `<path>2/` …
 * @param entries from new to old, each with the instant at which it appeared (ISO 8601), where that is known
 * @param size entries on a page
 * @returns at least one page, empty when the list is; from new to old
 */
export function cutFromOldest<Entry extends { published: string | null }>(
  path: string,
  entries: readonly Entry[],
  size: number,
): { path: string; paging: Paging | SettledPaging; entries: Entry[] }[] {
  const settled = Math.max(0, Math.floor((entries.length - Math.ceil(size / 2)) / size));
  const onFirst = entries.length - settled * size;
  const pathOf = (fromOldest: number) => (fromOldest > settled ? path : `${path}${fromOldest}/`);
  const first = {
    path,
    paging: {
      page: 1,
      pages: settled + 1,
      total: entries.length,
      newer: null,
      older: settled > 0 ? pathOf(settled) : null,
    },
    entries: entries.slice(0, onFirst),
  };
  const further = Array.from({ length: settled }, (_, index) => {
    const fromOldest = settled - index;
    const own = entries.slice(onFirst + index * size, onFirst + (index + 1) * size);
    const dated = own.flatMap(({ published }) => published ?? []);
    const [newest, oldest] = [dated[0], dated.at(-1)];
    return {
      path: pathOf(fromOldest),
      paging: {
        fromOldest,
        newer: pathOf(fromOldest + 1),
        older: fromOldest > 1 ? pathOf(fromOldest - 1) : null,
        dates: newest !== undefined && oldest !== undefined ? { newest, oldest } : null,
      },
      entries: own,
    };
  });
  return [first, ...further];
}
