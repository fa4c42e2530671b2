import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct, flag, isFields, list, names, objects, text, type Fields } from '../fields.ts';
import type { Highlight, ItemText } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { isListOf, noEntry, placeOf, type JsonFormat } from './format.ts';

/** wallabag 2: a list of entries with the whole article; version 1 has other keys for some of them. */
export const wallabag: JsonFormat = {
  name: 'a wallabag export (JSON)',
  is: (value) => isListOf(value, ['title', 'url', 'content'], ['is_archived', 'is_starred', 'is_read', 'is_fav', 'reading_time', 'domain_name']), // prettier-ignore
  *entries(value) {
    for (const [index, entry] of (value as unknown[]).entries()) {
      if (!isFields(entry)) {
        yield noEntry(index);
        continue;
      }
      const address = text(entry, 'given_url', 'url');
      yield withAddress(webAddress(text(entry, 'url')) === null ? address : text(entry, 'url'), {
        place: placeOf(index),
        headline: text(entry, 'title'),
        authors: names([text(entry, 'published_by'), ...list(entry, 'published_by')]),
        language: text(entry, 'language'),
        published: dateOf(entry['published_at']),
        saved: dateOf(entry['created_at']),
        topics: tagsOf(entry),
        starred: flag(entry, 'is_starred') || flag(entry, 'is_fav'),
        picture: webAddress(text(entry, 'preview_picture')),
        text: textOf(text(entry, 'content')),
        highlights: objects(entry, 'annotations').flatMap(highlightOf),
      });
    }
  },
};

/** Version 1 has the tags in one text. */
const tagsOf = (entry: Fields): string[] =>
  Array.isArray(entry['tags']) ? names(entry['tags']) : distinct((text(entry, 'tags') ?? '').split(','));

function highlightOf(annotation: Fields): Highlight[] {
  const quote = text(annotation, 'quote');
  const note = text(annotation, 'text');
  return quote === null && note === null ? [] : [{ quote, note }];
}

/** What wallabag writes where it could not fetch a page. */
const failed = /^\s*<p>\s*wallabag can['’]t retrieve (?:the )?contents? for this article/i;

/** The article, if wallabag has it. */
export function textOf(content: string | null): ItemText | null {
  return content === null || failed.test(content) ? null : { form: 'html', value: content };
}
