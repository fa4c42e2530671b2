import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, site } from '../feeds/fixtures/record.ts';
import { all, one, readXml, type Read } from '../feeds/fixtures/strict-xml.ts';
import type { CoverText } from '../cards/cover.ts';
import { book } from './epub.ts';

const image = {
  src: '/news/pictures/a-1600.webp',
  alt: 'Alt',
  width: 1600,
  height: 900,
  renditions: [
    { src: '/news/pictures/a-480.webp', width: 480 },
    { src: '/news/pictures/a-960.webp', width: 960 },
    { src: '/news/pictures/a-1600.webp', width: 1600 },
  ],
};
const shown = `<figure><a class="figure-open" href="${image.src}"><img class="u-photo" src="${image.src}" srcset="${image.src} 1600w" alt="Alt"></a><figcaption>The caption</figcaption></figure>`;
const first = {
  ...record('2024/first', {
    headline: 'First & <foremost>',
    authors: ['Ada'],
    updated: '2024-02-03T04:05:06.000Z',
    story: `<p>See <a href="/news/articles/second/#user-content-x">the second</a>, <a href="/news/topics/sea/">sea</a> and <a href="#user-content-no">nothing</a>.</p><blockquote class="tweet h-cite"><p>A post</p></blockquote>${shown}`,
    notices: '<aside class="notice"><p>Corrected.</p></aside>',
  }),
  pictures: [{ file: 'a.jpg', image }],
};
const second = record('second', {
  language: 'ar',
  headline: 'الثاني',
  story: '<p id="user-content-x">Text<br>\u0008 and <input disabled type="checkbox"></p>',
});
const asked: string[] = [];
const picture = (path: string) => {
  asked.push(path);
  return Promise.resolve(new Uint8Array([0xff, 0xd8, 0xff]));
};
const covers: CoverText[] = [];
const cover = (words: CoverText) => {
  covers.push(words);
  return new Uint8Array([0x89, 0x50]);
};
const options = { name: null, site, picture, cover };
const text = (files: Record<string, Uint8Array>, name: string): string => new TextDecoder().decode(files[name]);
function find(element: Read, name: string): Read[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)]);
}

describe('a book', async () => {
  const bytes = await book([first, second], options);
  const files = unzipSync(bytes);
  const opf = readXml(text(files, 'book/package.opf'));
  const [metadata, manifest, spine] = ['metadata', 'manifest', 'spine'].map((name) => all(opf, name)[0]);

  it('begins with its type, plain, as the container format asks', () => {
    expect(Object.keys(files)[0]).toBe('mimetype');
    expect(Buffer.from(bytes.subarray(30, 58)).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect(
      all(readXml(text(files, 'META-INF/container.xml')), 'rootfiles')[0]?.children[0]?.attributes['full-path'],
    ).toBe('book/package.opf');
  });

  it('lists every file once, and holds what it lists', () => {
    const listed = (manifest?.children ?? []).map(({ attributes }) => `book/${attributes['href']}`);
    expect(new Set(listed).size).toBe(listed.length);
    expect(Object.keys(files).sort()).toEqual(
      [...listed, 'META-INF/container.xml', 'book/package.opf', 'mimetype'].sort(),
    );
    const ids = new Set(manifest?.children.map(({ attributes }) => attributes['id']));
    expect(spine?.children.every(({ attributes }) => ids.has(attributes['idref'] ?? ''))).toBe(true);
    expect(spine?.children).toHaveLength(3);
  });

  it('tells title, author, language and the time of its newest article', () => {
    if (!metadata) throw new Error('no metadata');
    expect(one(metadata, 'dc:title')).toBe('The Echo & Sons – 3 February 2024');
    expect(one(metadata, 'dc:creator')).toBe('The Echo & Sons');
    expect(one(metadata, 'dc:language')).toBe('en');
    expect(one(metadata, 'dc:identifier')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(all(metadata, 'meta').find(({ attributes }) => attributes['property'] === 'dcterms:modified')?.text).toBe(
      '2024-02-03T04:05:06Z',
    );
  });

  it('has a cover with its name, day and headlines, where readers of books look for it', () => {
    const [item] = (manifest?.children ?? []).filter(({ attributes }) => attributes['properties'] === 'cover-image');
    expect(item?.attributes).toMatchObject({ id: 'cover', href: 'cover.png', 'media-type': 'image/png' });
    expect(files['book/cover.png']).toEqual(new Uint8Array([0x89, 0x50]));
    expect(covers[0]).toEqual({
      site: 'The Echo & Sons',
      section: null,
      dates: ['3 February 2024', '2024-02-03'],
      headlines: ['First & <foremost>', 'الثاني'],
      accent: '#981b1e',
    });
  });

  it('has a contents page that leads to each chapter', () => {
    const nav = readXml(text(files, 'book/contents.xhtml'));
    expect(find(nav, 'nav')[0]?.attributes['epub:type']).toBe('toc');
    expect(find(nav, 'a').map(({ attributes, text: words }) => [attributes['href'], words])).toEqual([
      ['article-1.xhtml', 'First & <foremost>'],
      ['article-2.xhtml', 'الثاني'],
    ]);
  });

  it('holds the whole of an article, its pictures inside and its links to other chapters', () => {
    const chapter = readXml(text(files, 'book/article-1.xhtml'));
    expect(find(chapter, 'h1')[0]?.text).toBe('First & <foremost>');
    expect(text(files, 'book/article-1.xhtml')).toMatch(/A post[\s\S]*The caption[\s\S]*Corrected/);
    expect(find(chapter, 'img').map(({ attributes }) => attributes['src'])).toEqual(['picture-1.jpg']);
    expect(find(chapter, 'a').map(({ attributes }) => attributes['href'])).toEqual([
      'article-2.xhtml#user-content-x',
      'https://echo.example/news/topics/sea/',
      'https://echo.example/news/articles/2024/first/',
    ]);
    expect(asked[0]).toBe('/news/pictures/a-960.webp');
  });

  it('sets each article in its own language and direction, as well-formed XHTML', () => {
    const chapter = readXml(text(files, 'book/article-2.xhtml'));
    expect(chapter.attributes).toMatchObject({
      xmlns: 'http://www.w3.org/1999/xhtml',
      lang: 'ar',
      'xml:lang': 'ar',
      dir: 'rtl',
    });
    expect(find(chapter, 'input')[0]?.attributes).toMatchObject({ type: 'checkbox' });
  });

  it('without articles is a book all the same: its contents lead to themselves', async () => {
    const empty = unzipSync(await book([], options));
    expect(find(readXml(text(empty, 'book/contents.xhtml')), 'a').map(({ attributes }) => attributes['href'])).toEqual([
      'contents.xhtml',
    ]);
  });

  it('is the same file when it is made again', async () => {
    expect(Buffer.compare(await book([first, second], options), bytes)).toBe(0);
  });

  it('is well-formed whatever the words', async () => {
    const words = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(words, words, async (headline, alt) => {
        const odd = record('odd', {
          headline: headline || 'x',
          description: alt,
          story: '<p id="a b">x</p><p id="a b">y</p><time datetime="when">z</time>',
        });
        const made = unzipSync(await book([odd], options));
        const ids = find(readXml(text(made, 'book/article-1.xhtml')), 'p').flatMap(
          ({ attributes }) => attributes['id'] ?? [],
        );
        expect(ids).toEqual(['a-b']);
        readXml(text(made, 'book/contents.xhtml'));
        readXml(text(made, 'book/package.opf'));
      }),
      { numRuns: 30 },
    );
  });
});
