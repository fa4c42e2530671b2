import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { withAddress } from '../with-address.ts';
import { placeOf, type TableFormat } from './format.ts';

/** Pocket's last exports (2024, 2025): `title,url,time_added,tags,status`, bars between the tags. */
export const pocket: TableFormat = {
  name: 'a Pocket export (CSV)',
  columns: ['url', 'time_added', 'tags'],
  *entries(rows) {
    for (const row of rows)
      yield withAddress(row.cell('url'), {
        place: placeOf(row),
        headline: row.cell('title'),
        saved: dateOf(row.cell('time_added')),
        topics: distinct((row.cell('tags') ?? '').split('|')),
      });
  },
};
