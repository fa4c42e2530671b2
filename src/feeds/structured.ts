import type { Structured } from '../article/blocks/kind.ts';
import { imageObject } from '../article/blocks/picture.ts';
import { kindOf } from '../article/blocks/registry.ts';
import type { Thing } from '../article/blocks/thing.ts';
import type { Article } from '../article/schema.ts';
import type { Named } from '../edition/pages.ts';
import { wording } from '../i18n/wording.ts';
import { htmlText } from '../render/text.ts';
import type { Site } from '../site.ts';
import { address } from './channel.ts';

/** What the page knows of an article beside the entry. */
export interface Around {
  section: Named | null;
  /** Authors with pages of their own. */
  authors: readonly Named[];
  words: number;
  /** Path of the card picture, below the base; null where there is none. */
  card: string | null;
}

/**
 * What a page says of its article to programs: a `NewsArticle` and its `BreadcrumbList` (schema.org;
 * Google Search Central, "Article structured data").
 */
export function structuredData(article: Article, around: Around, site: Site): Thing {
  return {
    '@context': 'https://schema.org',
    '@graph': [newsArticle(article, around, site), breadcrumbs(article, around, site)],
  };
}

function newsArticle(article: Article, { section, authors, words, card }: Around, site: Site): Thing {
  const parts = article.blocks.flatMap(
    (block) => kindOf(block).structured?.(block, { url: site.url, textOf: htmlText }) ?? [],
  );
  const held = (property: keyof Structured) => some(parts.flatMap((part) => part[property] ?? []));
  const images = [...(article.image ? [imageObject(article.image, site.url)] : []), ...(held('image') ?? [])];
  const time = (instant: string | null) =>
    instant && (article.publishedPrecision === 'day' ? wording(site).calendarDay(instant) : instant);
  return {
    '@type': held('liveBlogUpdate') ? ['NewsArticle', 'LiveBlogPosting'] : 'NewsArticle',
    '@id': `${article.url}#article`,
    url: article.url,
    mainEntityOfPage: article.url,
    headline: article.headline,
    description: article.description,
    datePublished: time(article.published),
    dateModified: time(article.updated),
    dateline: article.dateline,
    author: some(article.authors.map((name) => ({ '@type': 'Person', name, url: pageOf(name, authors, site) }))),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: site.publisher?.name ?? site.title,
      url: site.publisher?.url ?? address(site, '/'),
      logo: address(site, '/icon-180.png'),
    },
    isBasedOn: article.source && original(article.source),
    // The same picture may stand over the story and in it.
    image: some([...new Map(images.map((image) => [image['contentUrl'] ?? image, image])).values()]),
    thumbnailUrl: card && address(site, card),
    license: site.licence && (site.licence.url ?? site.licence.name),
    inLanguage: article.language,
    articleSection: section?.name ?? article.section,
    keywords: some(article.topics),
    wordCount: words,
    citation: held('citation'),
    video: held('video'),
    audio: held('audio'),
    hasPart: held('hasPart'),
    liveBlogUpdate: held('liveBlogUpdate'),
  };
}

const some = <Value>(values: Value[]): Value[] | null => (values.length ? values : null);

const pageOf = (name: string, authors: readonly Named[], site: Site): string | null => {
  const page = authors.find((author) => author.name === name);
  return page ? address(site, page.path) : null;
};

/** What the text was taken from. */
function original({ name, url }: NonNullable<Article['source']>): Thing | null {
  if (!name && !url) return null;
  return { '@type': 'NewsArticle', url, publisher: name ? { '@type': 'Organization', name } : null };
}

function breadcrumbs(article: Article, { section }: Around, site: Site): Thing {
  const trail = [
    { name: site.title, item: address(site, '/') },
    ...(section ? [{ name: section.name, item: address(site, section.path) }] : []),
    { name: article.headline, item: article.url },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
  };
}

/**
 * JSON for a `<script>` of data: members without a value are left out, and nothing in it can end the
 * element (`<`) or a line of script (U+2028, U+2029).
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member === null || member === undefined ? undefined : member,
  ).replace(/[<>\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
