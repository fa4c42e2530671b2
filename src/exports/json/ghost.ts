import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct, isFields, isYes, objects, text, type Fields } from '../fields.ts';
import { item, type Entries, type ItemText } from '../item.ts';
import type { JsonFormat } from './format.ts';

/** Ghost: `{"db": [{"meta": …, "data": {"posts": …, "tags": …, "posts_tags": …}}]}`, or what is in the list alone. */
export const ghost: JsonFormat = {
  name: 'a Ghost export (JSON)',
  is: (value) => dataOf(value) !== null,
  *entries(value) {
    const data = dataOf(value);
    if (data) yield* posts(data);
  },
};

function dataOf(value: unknown): Fields | null {
  if (!isFields(value)) return null;
  const [first = value] = objects(value, 'db');
  const data = isFields(first['data']) ? first['data'] : null;
  return data && Array.isArray(data['posts']) && (isFields(first['meta']) || Array.isArray(data['posts_tags']))
    ? data
    : null;
}

function* posts(data: Fields): Entries {
  const tags = namesById(data, 'tags');
  const users = namesById(data, 'users');
  const meta = new Map(objects(data, 'posts_meta').map((each) => [String(each['post_id']), each]));
  const site = objects(data, 'settings').find((each) => each['key'] === 'title');
  const topics = related(data, 'posts_tags', 'tag_id', tags);
  const authors = related(data, 'posts_authors', 'author_id', users);
  for (const [index, post] of objects(data, 'posts').entries()) {
    const id = String(post['id']);
    const place = `post ${index + 1}`;
    const headline = text(post, 'title');
    if (post['type'] === 'page' || isYes(post['page'])) {
      yield { place, title: headline, why: 'it is a page of the site, no article' };
      continue;
    }
    const body = bodyOf(post);
    if (body === null) {
      yield { place, title: headline, why: "it has no text as HTML, only in Ghost's own form" };
      continue;
    }
    const own = users.get(String(post['author_id']));
    yield item({
      place,
      address: webAddress(text(post, 'canonical_url')),
      headline,
      description:
        text(post, 'custom_excerpt') ?? text(meta.get(id) ?? {}, 'meta_description') ?? text(post, 'meta_description'),
      authors: authors.get(id) ?? distinct([own]),
      publication: site ? text(site, 'value') : null,
      language: text(post, 'locale', 'language'),
      published: dateOf(post['published_at']) ?? dateOf(post['created_at']),
      updated: dateOf(post['updated_at']),
      // Tags whose names begin with # are Ghost's own, not for readers.
      topics: (topics.get(id) ?? []).filter((name) => !name.startsWith('#')),
      starred: isYes(post['featured']),
      draft: post['status'] !== 'published' || /^(?:members|paid|tiers|filter)/.test(text(post, 'visibility') ?? ''),
      own: true,
      oldPath: text(post, 'slug') === null ? null : `/${text(post, 'slug')}/`,
      picture: withoutPlaceholder(text(post, 'feature_image', 'image')),
      text: body,
    });
  }
}

function bodyOf(post: Fields): ItemText | null {
  const html = text(post, 'html');
  if (html !== null) return { form: 'html', value: withoutPlaceholder(html) ?? '' };
  const plain = text(post, 'markdown', 'plaintext');
  return plain === null ? null : { form: 'markdown', value: plain };
}

/** Ghost writes this where the address of the blog belongs, which the export does not name. */
const withoutPlaceholder = (written: string | null): string | null => written?.replaceAll('__GHOST_URL__', '') ?? null;

const namesById = (data: Fields, key: string): Map<string, string> =>
  new Map(objects(data, key).flatMap((each) => { const name = text(each, 'name'); return name === null ? [] : [[String(each['id']), name]]; })); // prettier-ignore

/** The names that a table of pairs gives to each post, in its own order. */
function related(data: Fields, table: string, key: string, named: ReadonlyMap<string, string>): Map<string, string[]> {
  const rows = [...objects(data, table)].sort((a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0));
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const id = String(row['post_id']);
    found.set(id, distinct([...(found.get(id) ?? []), named.get(String(row[key]))]));
  }
  return found;
}
