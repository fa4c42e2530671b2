import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { isFields, list, names, objects, text, type Fields } from '../fields.ts';
import { withAddress } from '../with-address.ts';
import type { JsonFormat } from './format.ts';

/** Linkwarden: a user with `collections`, each with its `links`, and `pinnedLinks`. */
export const linkwarden: JsonFormat = {
  name: 'a Linkwarden export (JSON)',
  is: (value) => isFields(value) && objects(value, 'collections').some((each) => Array.isArray(each['links'])),
  *entries(value) {
    const whole = value as Fields;
    const collections = objects(whole, 'collections');
    const pinned = new Set(objects(whole, 'pinnedLinks').map((link) => link['id']));
    let count = 0;
    for (const collection of collections) {
      const [outer = null, ...inner] = foldersOf(collection, collections);
      for (const link of objects(collection, 'links')) {
        yield withAddress(text(link, 'url'), {
          place: `link ${++count}`,
          headline: text(link, 'name'),
          description: text(link, 'description'),
          saved: dateOf(link['importDate']) ?? dateOf(link['createdAt']),
          section: outer,
          topics: [...inner, ...names(list(link, 'tags'))],
          starred: link['id'] !== undefined && pinned.has(link['id']),
          picture: webAddress(text(link, 'image')),
        });
      }
    }
  },
};

/** A collection's name and those of the ones that it stands in, outermost first. A circle ends where it closes. */
function foldersOf(collection: Fields, all: readonly Fields[]): string[] {
  const path: Fields[] = [];
  for (let at: Fields | undefined = collection; at && !path.includes(at);) {
    path.unshift(at);
    const parent: unknown = at['parentId'];
    at = parent == null ? undefined : all.find((each) => each['id'] === parent);
  }
  return path.map((each) => text(each, 'name') ?? '').filter((name) => name !== '' && !/^unorganized$/i.test(name));
}
