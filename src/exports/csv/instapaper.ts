import { dateOf } from '../dates.ts';
import { withAddress } from '../with-address.ts';
import { namesIn } from './names.ts';
import { placeOf, type TableFormat } from './format.ts';

/** Folders that say how far somebody has read and nothing of what an article is about. */
const states = /^(?:unread|archive|starred|home)$/i;

/** Instapaper: `URL,Title,Selection,Folder,Timestamp` and, since 2024, `Tags` as a JSON list. */
export const instapaper: TableFormat = {
  name: 'an Instapaper export (CSV)',
  columns: ['url', 'title', 'selection', 'folder', 'timestamp'],
  *entries(rows) {
    for (const row of rows) {
      const folder = row.cell('folder');
      const quote = row.cell('selection');
      yield withAddress(row.cell('url'), {
        place: placeOf(row),
        headline: row.cell('title'),
        saved: dateOf(row.cell('timestamp')),
        section: folder === null || states.test(folder) ? null : folder,
        topics: namesIn(row.cell('tags')),
        starred: /^starred$/i.test(folder ?? ''),
        highlights: quote === null ? [] : [{ quote, note: null }],
      });
    }
  },
};
