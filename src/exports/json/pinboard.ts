import { dateOf } from '../dates.ts';
import { distinct, isFields, text } from '../fields.ts';
import { withAddress } from '../with-address.ts';
import { isListOf, noEntry, placeOf, type JsonFormat } from './format.ts';

/** Pinboard: `description` is the title, `extended` what one wrote about it, `tags` have blanks between them. */
export const pinboard: JsonFormat = {
  name: 'a Pinboard export (JSON)',
  is: (value) => isListOf(value, ['href', 'description', 'tags', 'time']),
  *entries(value) {
    for (const [index, entry] of (value as unknown[]).entries()) {
      if (!isFields(entry)) yield noEntry(index);
      else
        yield withAddress(text(entry, 'href'), {
          place: placeOf(index),
          headline: text(entry, 'description'),
          saved: dateOf(entry['time']),
          topics: distinct((text(entry, 'tags') ?? '').split(/\s+/)),
          note: text(entry, 'extended'),
          // What is private there stays private here.
          draft: entry['shared'] === 'no',
        });
    }
  },
};
