import { dateOf } from '../dates.ts';
import { isYes } from '../fields.ts';
import { withAddress } from '../with-address.ts';
import { placeOf, type TableFormat } from './format.ts';
import type { Row } from './table.ts';
import { namesIn } from './names.ts';

/** Any other table that has a column of addresses and says in plain words what its other columns are. */
export const links: TableFormat = {
  name: 'a table of links (CSV)',
  columns: [],
  *entries(rows) {
    for (const row of rows)
      yield withAddress(first(row, ...addressColumns), {
        place: placeOf(row),
        headline: first(row, 'title', 'name', 'headline'),
        description: first(row, 'description', 'excerpt', 'summary'),
        authors: namesIn(first(row, 'author', 'authors', 'byline')),
        published: dateOf(first(row, 'published', 'published_at', 'published date', 'date_published')),
        saved: dateOf(
          first(row, 'created', 'created_at', 'added', 'time_added', 'saved', 'saved_at', 'date', 'timestamp'),
        ),
        topics: namesIn(first(row, 'tags', 'labels', 'topics', 'keywords')),
        starred: isYes(first(row, 'favorite', 'favourite', 'starred', 'favorited')),
        note: first(row, 'note', 'notes', 'comment', 'comments'),
      });
  },
};

/** What the column of addresses is called. */
export const addressColumns = ['url', 'link', 'href', 'address', 'uri'];

function first(row: Row, ...columns: string[]): string | null {
  for (const column of columns) {
    const cell = row.cell(column);
    if (cell !== null) return cell;
  }
  return null;
}
