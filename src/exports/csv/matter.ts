import { dateOf } from '../dates.ts';
import { distinct, isYes } from '../fields.ts';
import { withAddress } from '../with-address.ts';
import { placeOf, type TableFormat } from './format.ts';

/** Matter: `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id`. */
export const matter: TableFormat = {
  name: 'a Matter export (CSV)',
  columns: ['title', 'author', 'publisher', 'url', 'last interaction date'],
  *entries(rows) {
    for (const row of rows)
      yield withAddress(row.cell('url'), {
        place: placeOf(row),
        headline: row.cell('title'),
        authors: distinct([row.cell('author')]),
        publication: row.cell('publisher'),
        saved: dateOf(row.cell('last interaction date')),
        topics: distinct((row.cell('tags') ?? '').split(';')),
        starred: isYes(row.cell('favorited')),
      });
  },
};
