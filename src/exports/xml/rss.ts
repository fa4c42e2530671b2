import { hostOf, webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { distinct } from '../fields.ts';
import { plainWords } from '../html/words.ts';
import { item, type Item, type ItemText } from '../item.ts';
import type { XmlFormat } from './format.ts';
import { childOf, childrenOf, textIn, wordsOf, type XmlElement } from './tree.ts';

/** RSS 0.9 to 2.0 with the modules that feeds use: `content:encoded`, Dublin Core, Media RSS. */
export const rss: XmlFormat = {
  name: 'an RSS feed',
  is: ({ name }) => /^(?:rss|(?:rdf:)?RDF)$/i.test(name),
  *entries(root) {
    const channel = childOf(root, 'channel') ?? root;
    // RSS 1.0 has the items beside the channel.
    const items = [...childrenOf(channel, 'item'), ...(channel === root ? [] : childrenOf(root, 'item'))];
    for (const [index, entry] of items.entries()) yield rssItem(entry, channel, `item ${index + 1}`);
  },
};

/** What every kind of RSS says of an item. */
export function rssItem(entry: XmlElement, channel: XmlElement, place: string): Item {
  const site = webAddress(wordsOf(channel, 'link')) ?? undefined;
  const guid = childOf(entry, 'guid');
  const permanent = guid && guid.attributes['isPermaLink'] !== 'false' ? textIn(guid).trim() : null;
  const description = wordsOf(entry, 'description', 'itunes:summary');
  const text = withFilms(textOf(wordsOf(entry, 'content:encoded'), description), entry);
  return item({
    place,
    address: webAddress(wordsOf(entry, 'feedburner:origLink', 'link'), site) ?? webAddress(permanent),
    headline: plainWords(wordsOf(entry, 'title', 'media:title', 'dc:title')),
    description: text !== null && description !== null && text.value.startsWith(description) ? null : plainWords(description), // prettier-ignore
    authors: authorsOf(entry),
    publication: plainWords(wordsOf(channel, 'title')),
    language: wordsOf(entry, 'dc:language') ?? wordsOf(channel, 'language', 'dc:language'),
    published: dateOf(wordsOf(entry, 'pubDate', 'dc:date', 'dcterms:created', 'date')),
    updated: dateOf(wordsOf(entry, 'atom:updated', 'dcterms:modified')),
    topics: distinct(childrenOf(entry, 'category', 'dc:subject').map((each) => plainWords(textIn(each)))),
    picture: pictureOf(entry),
    text,
  });
}

/** The whole text, in its own element or, in feeds that have none, in the description, when that is more than a line. */
function textOf(encoded: string | null, description: string | null): ItemText | null {
  if (encoded !== null) return { form: 'html', value: encoded };
  const whole = description !== null && (description.length > 1000 || /<\/p>[^]*<p[\s>]/i.test(description));
  return whole ? { form: 'html', value: description } : null;
}

/** Recordings and films that come with a text are linked below it. */
function withFilms(text: ItemText | null, entry: XmlElement): ItemText | null {
  const films = childrenOf(entry, 'enclosure').filter(({ attributes }) =>
    /^(?:audio|video)\//.test(attributes['type'] ?? ''),
  );
  const links = films.flatMap(({ attributes }) => webAddress(attributes['url'] ?? null) ?? []);
  if (text === null || links.length === 0) return text;
  return {
    form: 'html',
    value: `${text.value}${links.map((each) => `<p><a href="${each.replaceAll('"', '%22')}">${hostOf(each)}</a></p>`).join('')}`,
  };
}

/** RSS 2.0 has an address of mail here, with the name in brackets; most feeds use Dublin Core. */
function authorsOf(entry: XmlElement): string[] {
  const named = childrenOf(entry, 'dc:creator', 'creator').map((each) => plainWords(textIn(each)));
  if (named.length > 0) return distinct(named);
  const mail = wordsOf(entry, 'author', 'itunes:author');
  return distinct([/\(([^)]+)\)\s*$/.exec(mail ?? '')?.[1] ?? (mail?.includes('@') ? null : mail)]);
}

function pictureOf(entry: XmlElement): string | null {
  const group = childOf(entry, 'media:group') ?? entry;
  const media = childrenOf(group, 'media:content', 'media:thumbnail').find(({ attributes: { medium, type, url } }) => url && (medium === 'image' || (type ?? '').startsWith('image/') || (!medium && !type && /\.(?:jpe?g|png|webp|gif|avif)\b/i.test(url)))); // prettier-ignore
  const enclosed = childrenOf(entry, 'enclosure').find(({ attributes }) => attributes['type']?.startsWith('image/'));
  return webAddress((media ?? enclosed)?.attributes['url'] ?? null);
}
