import type { OutputFile } from '../files/output-file.ts';
import { listFolder, type List } from './lists.ts';
import { byText } from './order.ts';
import type { ListKind } from '../pages.ts';
import { cut, cutFromOldest, pageOutput } from './paging.ts';
import type { Edition } from '../edition.ts';
import { teasers } from './teaser.ts';

/** Names on one page of an index. */
const NAMES_ON_A_PAGE = 200;
const kinds = Object.keys(listFolder) as ListKind[];
/** Lists that can be followed by feed. */
const withFeed = new Set<ListKind>(['section', 'topic']);

/** The pages of every section, topic, author, source, handle and credit. */
export function listFiles(edition: Edition): OutputFile[] {
  const show = teasers(edition);
  return kinds.flatMap((of) =>
    edition.lists[of].flatMap((list) =>
      cutFromOldest(list.path, list.articles, edition.site.pageSize).map(({ path, paging, entries }) =>
        pageOutput(
          path,
          {
            kind: 'list',
            of,
            name: list.name,
            note: list.note,
            path: list.path,
            paging,
            articles: entries.map(show),
            feed: withFeed.has(of) ? `${list.path}feed` : null,
          },
          edition.chrome,
        ),
      ),
    ),
  );
}

/** As a reader looks for names: accents and case count last, and 2 comes before 10. */
function byName(lists: readonly List[], language: string): List[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const bare = ({ name }: List) => name.replace(/^[@"“‘«„'(]+/, '');
  return [...lists].sort((a, b) => compare(bare(a), bare(b)) || byText(a.name, b.name));
}

/** The index of each kind of list: all names with how many articles each has. */
export function indexFiles(edition: Edition): OutputFile[] {
  return kinds.flatMap((of) =>
    cut(`/${listFolder[of]}/`, byName(edition.lists[of], edition.site.language), NAMES_ON_A_PAGE).map(
      ({ path, paging, entries }) =>
        pageOutput(
          // A list may be called "2": the index's further pages stand apart from the names.
          paging.page === 1 ? path : `/${listFolder[of]}/page/${paging.page}/`,
          {
            kind: 'index',
            of,
            path: `/${listFolder[of]}/`,
            paging: {
              ...paging,
              newer: paging.page > 2 ? `/${listFolder[of]}/page/${paging.page - 1}/` : paging.newer,
              older: paging.older ? `/${listFolder[of]}/page/${paging.page + 1}/` : null,
            },
            entries: entries.map(({ name, path: to, articles, note }) => ({
              name,
              path: to,
              count: articles.length,
              note,
            })),
          },
          edition.chrome,
        ),
    ),
  );
}
