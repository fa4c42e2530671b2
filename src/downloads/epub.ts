import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { h } from 'hastscript';
import type { ArticleRecord } from '../edition/record.ts';
import { wording } from '../i18n/wording.ts';
import type { Site } from '../site.ts';
import type { CoverText } from '../cards/cover.ts';
import { address } from '../feeds/channel.ts';
import { inlaid } from './one-file.ts';
import { toXml, x } from '../feeds/xml.ts';
import { chapter, document } from './epub-chapter.ts';
import { bookStyle } from './epub-style.ts';

export interface BookOptions {
  /** The section's name; null for the newest of the whole site. */
  name: string | null;
  site: Site;
  /** A rendition of a picture as JPEG, by its path with the site's base: what every reader of books shows. */
  picture: (path: string) => Promise<Uint8Array>;
  /** Draws the cover, as PNG. */
  cover: (words: CoverText) => Uint8Array;
}

/**
 * Articles as an EPUB 3 book (EPUB 3.3; epubcheck finds no fault in it): a cover, a contents page,
 * then a chapter each, with their pictures. The zip file is fflate's; the whole libraries for EPUB that were tried ask
 * the clock and chance for names and times, and fetch pictures, so one book would never be made twice.
 *
 * @param records in the order of the book
 * @returns the same bytes for the same records
 */
export async function book(
  records: readonly ArticleRecord[],
  { name, site, picture, cover }: BookOptions,
): Promise<Uint8Array> {
  const { text, tag, day, calendarDay } = wording(site);
  const chapters = records.map((record, index) => ({ record, file: `article-${index + 1}.xhtml` }));
  const pictures = await picturesOf(records, picture);
  const around = {
    site,
    pictures: new Map([...pictures].map(([src, { file }]) => [src, file])),
    chapters: new Map(chapters.map(({ record: { article }, file }) => [new URL(article.url).pathname, file])),
  };
  const newest = records.reduce<string | null>((latest, { article: { updated, published } }) => {
    const changed = updated ?? published;
    return changed !== null && (latest === null || changed > latest) ? changed : latest;
  }, null);
  const title = [site.title, name, newest && day(newest)].filter(Boolean).join(' – ');
  const entries = chapters.map(({ record: { article }, file }) => [file, article.headline] as const);
  const contents = h('nav', { 'epub:type': 'toc', id: 'toc' }, [
    h('h1', text.article.contents),
    // A list of contents has at least one entry.
    h(
      'ol',
      (entries.length ? entries : [['contents.xhtml', title] as const]).map(([file, words]) =>
        h('li', h('a', { href: file }, words)),
      ),
    ),
  ]);
  const images = [...new Map([...pictures.values()].map((each) => [each.file, each])).values()];
  const opf = packageFile({
    title,
    name,
    language: tag,
    site,
    newest,
    chapters: chapters.map(({ file }) => file),
    images: images.map(({ file }) => file),
  });
  const container = toXml(
    x(
      'container',
      { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
      x(
        'rootfiles',
        {},
        x('rootfile', { 'full-path': 'book/package.opf', 'media-type': 'application/oebps-package+xml' }),
      ),
    ),
  );
  const utf8 = (words: string) => new TextEncoder().encode(words);
  return zipped({
    // First, and not packed: that is how the type of the file is told (EPUB 3.3, section 4.3.3).
    mimetype: [utf8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': utf8(container),
    'book/package.opf': utf8(opf),
    'book/contents.xhtml': utf8(document(title, tag, [contents], true)),
    'book/style.css': utf8(bookStyle),
    'book/cover.png': [
      cover({
        site: site.title,
        section: name,
        dates: newest ? [day(newest), calendarDay(newest)] : [],
        headlines: entries.map(([, headline]) => headline),
        accent: site.accent,
      }),
      { level: 0 },
    ],
    ...Object.fromEntries(chapters.map(({ record, file }) => [`book/${file}`, utf8(chapter(record, around))])),
    ...Object.fromEntries(images.map(({ file, bytes }) => [`book/${file}`, [bytes, { level: 0 }] as const])),
  });
}

/** The pictures that chapters show, by the address that stories have for them. One picture may stand in several. */
async function picturesOf(
  records: readonly ArticleRecord[],
  picture: BookOptions['picture'],
): Promise<Map<string, { file: string; bytes: Uint8Array }>> {
  const found = new Map<string, { file: string; bytes: Uint8Array }>();
  for (const { article, story, notices, pictures } of records) {
    for (const [src, rendition] of inlaid(pictures.map(({ image }) => image))) {
      if (found.has(src) || !(article.image?.src === src || story.includes(src) || notices.includes(src))) continue;
      found.set(src, { file: `picture-${found.size + 1}.jpg`, bytes: await picture(rendition) });
    }
  }
  return found;
}

interface Package {
  title: string;
  name: string | null;
  language: string;
  site: Site;
  newest: string | null;
  chapters: string[];
  images: string[];
}

/** The identifier of a book of this site: another edition of it has the same one, no other book has. */
export const bookIdentifier = (site: Site, name: string | null): string =>
  nameUuid(`${address(site, '/edition.epub')}#${name ?? ''}`);

/** The package document (EPUB 3.3, section 5). Its time is the newest article's: no clock is asked. */
function packageFile({ title, name, language, site, newest, chapters, images }: Package): string {
  const identifier = bookIdentifier(site, name);
  const modified = `${(newest ?? '1970-01-01T00:00:00.000Z').slice(0, 19)}Z`;
  const meta = (property: string, value: string) => x('meta', { property }, value);
  return toXml(
    x(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': language },
      x(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        x('dc:identifier', { id: 'id' }, identifier),
        x('dc:title', {}, title),
        x('dc:language', {}, language),
        x('dc:creator', {}, site.title),
        x('dc:publisher', {}, site.title),
        newest ? x('dc:date', {}, newest) : null,
        x('dc:source', {}, address(site, '/')),
        meta('dcterms:modified', modified),
        meta('schema:accessMode', 'textual'),
        meta('schema:accessModeSufficient', 'textual'),
        meta('schema:accessibilityFeature', 'tableOfContents'),
        meta('schema:accessibilityHazard', 'none'),
        images.length ? meta('schema:accessMode', 'visual') : null,
        // What readers of EPUB 2 look for.
        x('meta', { name: 'cover', content: 'cover' }),
      ),
      x(
        'manifest',
        {},
        x('item', { id: 'contents', href: 'contents.xhtml', 'media-type': 'application/xhtml+xml', properties: 'nav' }),
        x('item', { id: 'cover', href: 'cover.png', 'media-type': 'image/png', properties: 'cover-image' }),
        x('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        chapters.map((file) =>
          x('item', { id: file.replace('.xhtml', ''), href: file, 'media-type': 'application/xhtml+xml' }),
        ),
        images.map((file) => x('item', { id: file.replace('.jpg', ''), href: file, 'media-type': 'image/jpeg' })),
      ),
      x(
        'spine',
        {},
        x('itemref', { idref: 'contents' }),
        chapters.map((file) => x('itemref', { idref: file.replace('.xhtml', '') })),
      ),
    ),
  );
}

/** The same name for the same book: a UUID of a name (RFC 9562, version 8: our own digest). */
function nameUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Zip files have the machine's local time: one that reads the same in every zone. */
function zipped(files: Zippable): Uint8Array {
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
