import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { item, type Item } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { placeOf, type TableFormat } from './format.ts';
import { namesIn } from './names.ts';

/** Readwise's table of highlights: one row each, those of one book or article belong together. It has no addresses. */
export const readwise: TableFormat = {
  name: 'a Readwise export of highlights (CSV)',
  columns: ['highlight', 'book title', 'book author'],
  *entries(rows) {
    const works = new Map<string, Item>();
    for (const row of rows) {
      const headline = row.cell('book title');
      const quote = row.cell('highlight');
      const note = row.cell('note');
      if (headline === null || (quote === null && note === null)) {
        yield {
          place: placeOf(row),
          title: headline,
          why: headline === null ? 'it names no book' : 'it has no highlight',
        };
        continue;
      }
      const author = row.cell('book author');
      const key = JSON.stringify([headline, author]);
      let work = works.get(key);
      if (!work) {
        const authors = author === null ? [] : distinct(author.split(/\s*(?:,|;| and )\s*/));
        works.set(key, (work = item({ place: placeOf(row), headline, authors })));
      }
      const date = dateOf(row.cell('highlighted at'));
      if (date !== null && (work.saved === null || date < work.saved)) work.saved = date;
      const marks = namesIn(row.cell('document tags'));
      work.starred ||= marks.some((mark) => /^\.?favorites?$/i.test(mark));
      // A mark that begins with a dot tells Readwise what to do.
      work.topics = distinct([...work.topics, ...marks.filter((mark) => !mark.startsWith('.'))]);
      work.highlights.push({ quote, note });
    }
    yield* works.values();
  },
};

/** Readwise Reader's table of documents: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`. */
export const reader: TableFormat = {
  name: 'a Readwise Reader export (CSV)',
  columns: ['title', 'url', 'document tags', 'saved date'],
  *entries(rows) {
    for (const row of rows)
      yield withAddress(row.cell('url'), {
        place: placeOf(row),
        headline: row.cell('title'),
        saved: dateOf(row.cell('saved date')),
        topics: namesIn(row.cell('document tags')),
        starred: row.cell('location')?.toLowerCase() === 'shortlist',
      });
  },
};
