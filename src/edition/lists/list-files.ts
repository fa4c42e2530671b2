import type { OutputFile } from '../output-file.ts';
import { listFolder } from './lists.ts';
import type { ListKind } from '../pages.ts';
import { cut, pageOutput } from './paging.ts';
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
      cut(list.path, list.articles, edition.site.pageSize).map(({ path, paging, entries }) =>
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

/** The index of each kind of list: all names with how many articles each has. */
export function indexFiles(edition: Edition): OutputFile[] {
  return kinds.flatMap((of) =>
    cut(`/${listFolder[of]}/`, edition.lists[of], NAMES_ON_A_PAGE).map(({ path, paging, entries }) =>
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
