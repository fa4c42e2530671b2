import * as z from 'zod';
import type { Value } from './front-matter/field.ts';
import { line, names, people, pictureName, withoutBrackets, withoutControls, withoutEntities } from './words.ts';

/**
 * The facts of an article, one row each: what front matter calls it, what it may hold, and where it is shown. The
 * readers, the messages, the canonical Markdown (`render/front-matter.ts`) and the list in `src/README.md` derive from
 * this table; a row that one of them lacks is an error of the compiler. Every plain value arrives as a string.
 */
export interface Fact<Schema extends z.ZodType = z.ZodType> {
  /** Makes a value plain before it is checked. */
  plain: (value: Value) => Value;
  schema: Schema;
  /** Other names for it, the best first: where a file has several, the first that can be read counts. In any case, with or without `_` and `-`. */
  also: readonly string[];
  /** What is wrong where the schema refuses, and how to mend it. */
  wrong: string;
  hint: string;
  /** A wrong value stops the file: it might publish what is private. Else it is told, and the article appears without it. */
  strict?: true;
  /** The field of the entry that holds it; null for what is in none. */
  entry: string | null;
  /** Where a reader sees it. */
  shown: string;
  /** A value, as canonical Markdown has it. */
  example: unknown;
}

const filled = z.string().min(1);
const webAddress = z.url({ protocol: /^https?$/ });
/** Loose enough for every tag in use, strict enough to catch "English". */
const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const flag = z
  .string()
  .regex(/^(?:true|false|yes|no|on|off|y|n|1|0)$/i)
  .transform((text) => /^(?:true|yes|on|y|1)$/i.test(text));
const source = z.union([
  webAddress.transform((url) => ({ name: null, url })),
  filled.transform((name) => ({ name, url: null })),
  z
    .object({ name: filled.nullish(), url: webAddress.nullish() })
    .transform(({ name, url }) => ({ name: name ?? null, url: url ?? null })),
]);
const image = z.union([
  filled.transform((src) => ({ src, alt: '', caption: '' })),
  z
    .object({ src: filled, alt: z.string().nullish(), caption: z.string().nullish() })
    .transform(({ src, alt, caption }) => ({ src, alt: alt ?? '', caption: caption ?? '' })),
]);
const sitePath = z.string().regex(/^\/(?!\/)[^\s\\?#]*$/);
const lineNumber = z.string().regex(/^\d+$/).transform(Number);
const repairs = z.array(
  z.object({ rule: filled, lines: z.tuple([lineNumber, lineNumber]), removed: z.string() }).strict(),
);

const asIs = (value: Value): Value => (typeof value === 'string' ? value.trim() : value);

function plainTag(value: Value): Value {
  const text = line(value);
  return typeof text === 'string' ? text.replace(/\.utf-?8$/i, '').replaceAll('_', '-') : text;
}

/** `{url: …}`, `{image: …}`, a list of which the first leads; null where it names no file. */
function plainImage(value: Value): Value {
  if (typeof value === 'string') return pictureName(value);
  if (Array.isArray(value)) return value.length > 0 ? plainImage(value[0]!) : null;
  if (value === null) return null;
  const words = (text: Value | undefined) =>
    typeof text === 'string' ? withoutEntities(withoutControls(text)).trim() : null;
  const src =
    value['src'] ??
    value['url'] ??
    value['image'] ??
    value['path'] ??
    value['file'] ??
    value['filename'] ??
    value['feature'];
  if (src === undefined || src === null)
    return Object.values(value).some((each) => typeof each === 'string' && each !== '') ? value : null;
  return typeof src === 'string' && src.trim() === ''
    ? null
    : {
        src: typeof src === 'string' ? pictureName(src) : src,
        alt: words(value['alt']),
        caption: words(value['caption'] ?? value['title']),
      };
}

function plainSource(value: Value): Value {
  if (typeof value === 'string') return withoutBrackets(withoutControls(value)).trim();
  if (Array.isArray(value)) return value.length > 0 ? plainSource(value[0]!) : null;
  if (value === null) return null;
  const { name, title, url, link, ...others } = value;
  return { ...others, name: typeof name === 'string' ? line(name) : (title ?? name ?? null), url: url ?? link ?? null };
}

/** Paths of this site; Hugo's may lack their first slash, and have no blanks: "50/30/20 rule" is another name. */
function plainPaths(value: Value): Value {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each): Value[] => {
    if (typeof each !== 'string') return each === null ? [] : [each];
    const path = each.trim();
    return path === ''
      ? []
      : [/^[^/\s#][^\s#]*\/[^\s#]*$|^[^/\s#]+\.html?$/.test(path) && !path.includes(':') ? `/${path}` : path];
  });
}

export const facts = {
  headline: {
    plain: line, schema: filled, also: ['title', 'name'],
    wrong: 'is not a line of text', hint: 'Write the headline as one line of text.',
    entry: 'headline', shown: 'everywhere', example: 'The harbour opens',
  },
  kicker: {
    plain: line, schema: filled, also: ['overline', 'eyebrow', 'strapline'],
    wrong: 'is not a line of text', hint: 'Write the line that stands above the headline.',
    entry: 'kicker', shown: 'page', example: 'Nine days of storm',
  },
  standfirst: {
    plain: line, schema: filled, also: ['subtitle', 'dek', 'deck', 'subheading', 'subhead', 'tagline'],
    wrong: 'is not a line of text', hint: 'Write the sentence that stands below the headline.',
    entry: 'standfirst', shown: 'page', example: 'All of the boats came home.',
  },
  description: {
    plain: line, schema: filled, also: ['excerpt', 'summary', 'abstract', 'metaDescription'],
    wrong: 'is not a line of text', hint: 'Write one or two sentences.',
    entry: 'description', shown: 'page, lists, feeds', example: 'Nine days, and nobody was hurt.',
  },
  published: {
    plain: line, schema: filled, also: ['publishDate', 'pubDatetime', 'pubDate', 'datePublished', 'publishedAt', 'publishedOn', 'publishedDate', 'publishedTime', 'publicationDate', 'postDate', 'date', 'datetime'],
    wrong: 'is not a date', hint: 'Write one date, such as 2024-01-30T12:50:00Z.',
    entry: 'published', shown: 'page, lists, feeds', example: '2024-01-30T12:50:00.000Z',
  },
  created: {
    plain: line, schema: filled, also: ['dateCreated', 'createdAt', 'createdOn', 'createdDate', 'creationDate', 'dateSaved', 'savedAt', 'savedOn', 'dateAdded', 'addedAt', 'ctime', 'timestamp'],
    wrong: 'is not a date', hint: 'Write one date, such as 2024-01-30T12:50:00Z.',
    entry: 'published', shown: 'as the date of publication where no other is known', example: '2024-01-29T08:00:00.000Z',
  },
  publishedText: {
    plain: line, schema: filled, also: [],
    wrong: 'is not a line of text', hint: 'Write the words that the original prints for its date.',
    entry: 'publishedText', shown: 'page', example: 'Jan 30/2024 12:50PM',
  },
  updated: {
    plain: line, schema: filled, also: ['lastmod', 'modDatetime', 'updatedDate', 'lastModifiedAt', 'lastModified', 'modified', 'dateModified', 'modifiedAt', 'modifiedDate', 'updatedAt', 'updatedOn', 'dateUpdated', 'lastUpdated', 'lastUpdate', 'upDate', 'mtime'],
    wrong: 'is not a date', hint: 'Write one date, such as 2024-01-30T12:50:00Z.',
    entry: 'updated', shown: 'page, feeds', example: '2024-01-31T08:00:00.000Z',
  },
  section: {
    plain: (value: Value) => { const text = line(value); return typeof text === 'string' ? withoutBrackets(text) : text; },
    schema: filled, also: ['category', 'categories', 'channel', 'rubric'],
    wrong: 'is not one name', hint: 'Write the name of one section, such as World.',
    entry: 'section', shown: 'page, lists, feeds', example: 'World',
  },
  topics: {
    plain: names, schema: z.array(filled), also: ['tags', 'tag', 'keywords', 'labels', 'topic', 'categories'],
    wrong: 'is not a list of names', hint: 'Write a list, such as [Harbour, Trade].',
    entry: 'topics', shown: 'page, lists, feeds', example: ['Harbour', 'Trade'],
  },
  authors: {
    plain: people, schema: z.union([z.array(filled), filled]), also: ['author', 'byline', 'creator', 'creators', 'writer', 'by'],
    wrong: 'is not a list of names', hint: 'Write a list, such as [Ann Lee, Bo Berg].',
    entry: 'authors', shown: 'page, lists, feeds', example: ['Ann Lee', 'Bo Berg'],
  },
  source: {
    plain: plainSource, schema: source, also: ['canonicalURL', 'canonical', 'originalURL', 'sourceURL', 'externalURL', 'original', 'link', 'url', 'publication', 'publisher', 'siteName', 'site'],
    wrong: 'is not a publication', hint: 'Write its name, its http(s) address, or both: {name: The Harbour Post, url: https://example.com/article}.',
    entry: 'source', shown: 'page, lists', example: { name: 'The Harbour Post', url: 'https://example.com/article' },
  },
  language: {
    plain: plainTag, schema: languageTag, also: ['lang', 'locale'],
    wrong: 'is not a language tag', hint: 'Write a BCP 47 tag, such as en, pt-BR or ar.',
    entry: 'language', shown: 'the words and the direction of the page', example: 'pt-BR',
  },
  dateline: {
    plain: line, schema: filled, also: [],
    wrong: 'is not a line of text', hint: 'Write the place as the text does, such as KYIV, Ukraine (AP).',
    entry: 'dateline', shown: 'page', example: 'PORT AVERILL (AP)',
  },
  image: {
    plain: plainImage, schema: image, also: ['heroImage', 'ogImage', 'cover', 'coverImage', 'featuredImage', 'featureImage', 'featured_img', 'thumbnail', 'hero', 'banner', 'teaser', 'images', 'preview', 'previewPicture', 'socialImage'],
    wrong: 'is not a picture', hint: 'Write a path beside the article, or {src: harbour.jpg, alt: The harbour at dawn}.',
    entry: 'image', shown: 'page, lists', example: { src: 'harbour.jpg', alt: 'The harbour at dawn', caption: 'The first boat' },
  },
  rights: {
    plain: (value: Value) => { const text = line(value); return typeof text === 'string' ? text.toLowerCase() : text; },
    schema: z.enum(['open', 'quoted', 'restricted']), also: [], strict: true,
    wrong: 'is not one of open, quoted, restricted', hint: 'Write "quoted" for somebody else\'s text, "restricted" to publish headline, source and link alone.',
    entry: 'rights', shown: 'page', example: 'quoted',
  },
  draft: {
    plain: asIs, schema: flag, also: ['private', 'hidden', 'unpublished'], strict: true,
    wrong: 'is neither true nor false', hint: 'Write true to hide the article, or leave the key out.',
    entry: null, shown: 'nowhere: a draft is in `npm run dev` alone', example: true,
  },
  featured: {
    plain: asIs,
    schema: z.union([flag.transform((yes) => (yes ? 1 : 0)), z.string().regex(/^-?\d{1,9}$/).transform((text) => Math.max(0, Number(text)))]),
    also: ['pinned', 'pin', 'sticky', 'weight'],
    wrong: 'is neither true, false nor a number', hint: 'Write true, or the place on the front page: 1 is the first.',
    entry: 'featured', shown: 'front page', example: 2,
  },
  address: {
    plain: asIs, schema: z.string().regex(/^[^\\?#:\n]+$/), also: ['permalink', 'slug', 'postSlug', 'url', 'path'],
    wrong: 'is not a path of this site', hint: 'Write the last part of the address, such as harbour-opens, or a path such as /2024/harbour-opens/.',
    entry: 'id', shown: 'address of the page', example: '2024/harbour-opens',
  },
  aliases: {
    plain: plainPaths, schema: z.array(sitePath), also: ['redirectFrom', 'alias', 'oldSlugs', 'redirects'],
    wrong: 'is not a list of paths', hint: 'Write old addresses below the site, such as [/2019/old-name/].',
    entry: null, shown: 'addresses that lead to the page', example: ['/2019/old-name/'],
  },
  repairs: {
    plain: (value: Value) => value, schema: repairs, also: [],
    wrong: 'is not a list of repairs', hint: 'Leave it as the import wrote it: {rule, lines: [from, to], removed}.',
    entry: 'repairs', shown: 'below the article', example: [{ rule: 'label', lines: [3, 4], removed: 'Share' }],
  },
} as const satisfies Record<string, Fact>; // prettier-ignore

export type FrontMatterKey = keyof typeof facts;
export type FrontMatterValues = { [Key in FrontMatterKey]: z.infer<(typeof facts)[Key]['schema']> };

/** The keys by their own names, in the order in which an import writes them. */
export const keys = Object.keys(facts) as FrontMatterKey[];

/** A name as it is compared: `pub_date`, `Pub-Date` and `pubDate` are one. */
export const plainKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.$-]+/g, '');

/** What a name may mean, and how good a name for that it is: the least rank counts. */
export interface Meaning {
  key: FrontMatterKey;
  rank: number;
}

/** Every name that a key may have, in its plain form, with what it may mean. */
export const meanings: ReadonlyMap<string, readonly Meaning[]> = (() => {
  const all = new Map<string, Meaning[]>();
  for (const key of keys) {
    const { also }: Fact = facts[key];
    [key, ...also].forEach((name, rank) => {
      const plain = plainKey(name);
      const known = all.get(plain) ?? [];
      if (!known.some((other) => other.key === key)) all.set(plain, [...known, { key, rank }]);
    });
  }
  return all;
})();

/** Keys of other programs that mean nothing for a newspaper: kept, and no word is lost about them. */
export const withoutMeaning: ReadonlySet<string> = new Set(
  (
    'layout type kind comments comment toc tocopen showtoc tocdepth cssclass cssclasses class classes timezone sitemap params ' +
    'template theme outputs markup menu menus math katex mathjax mermaid latex share sharing socialshare hidemeta searchhidden ' +
    'disablecomments disabletoc disableshare robots noindex id uuid guid uid build cascade resources linktitle readingtime readtime ' +
    'authorprofile header related render seo og twitter navigation nav order eleventynavigation eleventyexcludefromcollections ' +
    'excerptseparator editurl hideediturl status publish dgpublish collection breadcrumbs pagination paginate prev next ' +
    'eleventycomputed imports setup mdx jsonld schema draftdate enableemoji usehugotoc showreadingtime showbreadcrumbs showpostnavlinks ' +
    'showwordcount wordcount canonicalurloverride hidesummary isarchived isstarred public redirectto views'
  ).split(' '),
);
