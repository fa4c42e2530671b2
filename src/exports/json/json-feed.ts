import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { isFields, list, names, objects, text, type Fields } from '../fields.ts';
import { item, type ItemText } from '../item.ts';
import { noEntry, placeOf, type JsonFormat } from './format.ts';

/** JSON Feed 1 and 1.1 (jsonfeed.org). */
export const jsonFeed: JsonFormat = {
  name: 'a JSON Feed',
  is: (value) =>
    isFields(value) &&
    Array.isArray(value['items']) &&
    /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(text(value, 'version') ?? ''),
  *entries(value) {
    const feed = value as Fields;
    for (const [index, entry] of list(feed, 'items').entries()) {
      if (!isFields(entry)) {
        yield noEntry(index);
        continue;
      }
      const base = webAddress(text(feed, 'home_page_url')) ?? undefined;
      const tags = names(list(entry, 'tags'));
      yield item({
        place: placeOf(index),
        // A linked post is about its `external_url`; its own address is `url`.
        address:
          webAddress(text(entry, 'url'), base) ??
          webAddress(text(entry, 'external_url')) ??
          webAddress(text(entry, 'id')),
        headline: text(entry, 'title'),
        description: text(entry, 'summary'),
        authors: authorsOf(entry, feed),
        publication: text(feed, 'title'),
        language: text(entry, 'language') ?? text(feed, 'language'),
        published: dateOf(entry['date_published']),
        updated: dateOf(entry['date_modified']),
        topics: tags,
        picture: webAddress(text(entry, 'image', 'banner_image'), base),
        text: textIn(entry),
      });
    }
  },
};

function authorsOf(entry: Fields, feed: Fields): string[] {
  for (const holder of [entry, feed]) {
    const found = names([...objects(holder, 'authors'), holder['author']]);
    if (found.length > 0) return found;
  }
  return [];
}

function textIn(entry: Fields): ItemText | null {
  const html = text(entry, 'content_html');
  if (html !== null) return { form: 'html', value: html };
  const plain = text(entry, 'content_text');
  return plain === null ? null : { form: 'plain', value: plain };
}
