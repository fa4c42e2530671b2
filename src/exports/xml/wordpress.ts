import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { plainWords } from '../html/words.ts';
import type { Entries } from '../item.ts';
import type { XmlFormat } from './format.ts';
import { rssItem } from './rss.ts';
import { childOf, childrenOf, textIn, wordsOf, type XmlElement } from './tree.ts';
import { wordpressHtml } from './wordpress-text.ts';

/** WordPress's own export (WXR): RSS with everything that a site has, pictures, menus and revisions among it. */
export const wordpress: XmlFormat = {
  name: 'a WordPress export (WXR)',
  is: (root) =>
    root.name === 'rss' && childrenOf(root, 'channel').some((channel) => childOf(channel, 'wp:wxr_version') !== null),
  *entries(root) {
    const channel = childOf(root, 'channel') ?? root;
    const names = authorNames(channel);
    const pictures = attachments(channel);
    for (const [index, entry] of childrenOf(channel, 'item').entries())
      yield* post(entry, channel, `item ${index + 1}`, names, pictures);
  },
};

/** What people write; a page is told of, the rest (revisions, menus, pictures) is a site's inner life. */
function* post(
  entry: XmlElement,
  channel: XmlElement,
  place: string,
  names: ReadonlyMap<string, string>,
  pictures: ReadonlyMap<string, string>,
): Entries {
  const type = wordsOf(entry, 'wp:post_type') ?? 'post';
  const status = wordsOf(entry, 'wp:status') ?? 'publish';
  const said = rssItem(entry, channel, place);
  if (type === 'page' && status === 'publish')
    yield { place, title: said.headline, why: 'it is a page of the site, no article' };
  if (type !== 'post' || /^(?:trash|auto-draft|inherit)$/.test(status)) return;
  const content = wordsOf(entry, 'content:encoded');
  const section = categories(entry, 'category').find((name) => !/^uncategori[sz]ed$/i.test(name)) ?? null;
  const path = said.address === null ? null : new URL(said.address);
  yield {
    ...said,
    description: plainWords(wordsOf(entry, 'excerpt:encoded')),
    authors: distinct(childrenOf(entry, 'dc:creator').map((each) => names.get(textIn(each).trim()) ?? textIn(each))),
    published: gmt(wordsOf(entry, 'wp:post_date_gmt')) ?? dateOf(wordsOf(entry, 'wp:post_date')) ?? said.published,
    updated: gmt(wordsOf(entry, 'wp:post_modified_gmt')),
    section,
    topics: distinct([
      ...categories(entry, 'category').filter((name) => name !== section && !/^uncategori[sz]ed$/i.test(name)),
      ...categories(entry, 'post_tag'),
    ]),
    starred: wordsOf(entry, 'wp:is_sticky') === '1',
    draft: status !== 'publish' || wordsOf(entry, 'wp:post_password') !== null,
    own: true,
    oldPath: path && path.search === '' && path.pathname !== '/' ? path.pathname : null,
    picture: pictures.get(metaOf(entry, '_thumbnail_id') ?? '') ?? null,
    text: content === null ? null : { form: 'html', value: wordpressHtml(content) },
  };
}

/** The names that authors show, by the names under which they log in. */
function authorNames(channel: XmlElement): Map<string, string> {
  return new Map(
    childrenOf(channel, 'wp:author').flatMap((author) => {
      const login = wordsOf(author, 'wp:author_login');
      const shown = wordsOf(author, 'wp:author_display_name');
      return login !== null && shown !== null ? [[login, shown]] : [];
    }),
  );
}

/** Addresses of the pictures, by their number. */
function attachments(channel: XmlElement): Map<string, string> {
  return new Map(
    childrenOf(channel, 'item').flatMap((each) => {
      const id = wordsOf(each, 'wp:post_id');
      const url = wordsOf(each, 'wp:attachment_url');
      return id !== null && url !== null ? [[id, url]] : [];
    }),
  );
}

const categories = (entry: XmlElement, domain: string): string[] =>
  childrenOf(entry, 'category')
    .filter(({ attributes }) => attributes['domain'] === domain)
    .flatMap((each) => plainWords(textIn(each)) ?? []);

function metaOf(entry: XmlElement, key: string): string | null {
  const found = childrenOf(entry, 'wp:postmeta').find((meta) => wordsOf(meta, 'wp:meta_key') === key);
  return found ? wordsOf(found, 'wp:meta_value') : null;
}

/** WordPress writes this date without its zone. */
const gmt = (written: string | null): string | null => (written === null ? null : dateOf(`${written}Z`));
