import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { isFields, list, names, objects, text, type Fields } from '../fields.ts';
import { item, type Failure, type Item } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { noEntry, placeOf, type JsonFormat } from './format.ts';

/** Karakeep, once Hoarder: `{"bookmarks": […], "lists": […]}`; a bookmark is a link or a text of one's own. */
export const karakeep: JsonFormat = {
  name: 'a Karakeep export (JSON)',
  is: (value) =>
    isFields(value) &&
    Array.isArray(value['bookmarks']) &&
    objects(value, 'bookmarks').some((each) => 'content' in each && 'createdAt' in each),
  *entries(value) {
    const whole = value as Fields;
    const lists = new Map(
      objects(whole, 'lists')
        .filter((each) => each['type'] !== 'smart')
        .map((each) => [text(each, 'id'), text(each, 'name')] as const),
    );
    for (const [index, entry] of list(whole, 'bookmarks').entries())
      yield isFields(entry) ? bookmark(entry, placeOf(index), lists) : noEntry(index);
  },
};

function bookmark(entry: Fields, place: string, lists: ReadonlyMap<string | null, string | null>): Item | Failure {
  const content = isFields(entry['content']) ? entry['content'] : null;
  const said = {
    place,
    headline: text(entry, 'title') ?? (content && text(content, 'title')),
    saved: dateOf(entry['createdAt']),
    topics: [...names(list(entry, 'tags')), ...names(list(entry, 'lists').map((id) => lists.get(String(id))))],
    starred: entry['favourited'] === true,
    note: text(entry, 'note'),
    description: text(entry, 'summary') ?? (content && text(content, 'description')),
  };
  if (content === null)
    return { place, title: said.headline, why: 'Karakeep exports no pictures and documents, and this is one' };
  const own = text(content, 'text');
  if (content['type'] === 'text' || (own !== null && text(content, 'url') === null)) {
    return own === null
      ? { place, title: said.headline, why: 'it has no text' }
      : item({
          ...said,
          own: true,
          address: webAddress(text(content, 'sourceUrl')),
          text: { form: 'markdown', value: own },
        });
  }
  const html = text(content, 'htmlContent');
  return withAddress(text(content, 'url'), {
    ...said,
    authors: names([text(content, 'author')]),
    publication: text(content, 'publisher'),
    published: dateOf(content['datePublished']),
    picture: webAddress(text(content, 'imageUrl')),
    text: html === null ? null : { form: 'html', value: html },
  });
}
