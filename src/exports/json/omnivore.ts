import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct, isFields, list, names, objects, text, type Fields } from '../fields.ts';
import type { Failure, Highlight, Item, ItemText } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { isListOf, noEntry, placeOf, type JsonFormat } from './format.ts';

/** One of Omnivore's lists of metadata (`metadata_0_to_20.json`) without the archive that it came in. */
export const omnivore: JsonFormat = {
  name: "an Omnivore export's list (JSON)",
  is: (value) => isListOf(value, ['url', 'title', 'savedAt'], ['labels', 'slug', 'state']),
  *entries(value) {
    for (const [index, entry] of (value as unknown[]).entries())
      yield isFields(entry) ? omnivoreItem(entry, placeOf(index)) : noEntry(index);
  },
};

/**
 * @param parts the article and the highlights, where the archive has them
 */
export function omnivoreItem(
  entry: Fields,
  place: string,
  parts: { text?: ItemText | null; highlights?: Highlight[] } = {},
): Item | Failure {
  const author = text(entry, 'author');
  return withAddress(text(entry, 'url', 'originalUrl'), {
    place,
    headline: text(entry, 'title'),
    description: text(entry, 'description'),
    authors: distinct([author]),
    language: text(entry, 'language'),
    published: dateOf(entry['publishedAt']),
    saved: dateOf(entry['savedAt']),
    topics: names(list(entry, 'labels')),
    picture: webAddress(text(entry, 'thumbnail')),
    text: parts.text ?? null,
    highlights: parts.highlights ?? objects(entry, 'highlights').flatMap(highlightOf),
  });
}

function highlightOf(highlight: Fields): Highlight[] {
  const quote = text(highlight, 'quote');
  const note = text(highlight, 'annotation');
  return quote === null && note === null ? [] : [{ quote, note }];
}
