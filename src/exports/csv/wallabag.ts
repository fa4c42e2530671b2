import { dateOf } from '../dates.ts';
import { withAddress } from '../with-address.ts';
import { textOf } from '../json/wallabag.ts';
import { placeOf, type TableFormat } from './format.ts';
import { namesIn } from './names.ts';

/** wallabag's table, with semicolons: `Title;URL;Content;Tags;MIME Type;Language;Creation date`. */
export const wallabagTable: TableFormat = {
  name: 'a wallabag export (CSV)',
  columns: ['title', 'url', 'content', 'mime type', 'creation date'],
  *entries(rows) {
    for (const row of rows)
      yield withAddress(row.cell('url'), {
        place: placeOf(row),
        headline: row.cell('title'),
        // Its hours have twelve and no word of which half: the day alone is sure.
        saved: dateOf(row.cell('creation date')?.replace(/^(\d{2})\/(\d{2})\/(\d{4}).*$/, '$3-$2-$1')),
        language: row.cell('language'),
        topics: namesIn(row.cell('tags')),
        text: textOf(row.cell('content')),
      });
  },
};
