import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, site } from './fixtures/record.ts';
import { scriptJson, structuredData } from './structured.ts';

const around = {
  section: { name: 'World', path: '/sections/world/' },
  authors: [{ name: 'Ada', path: '/authors/ada/' }],
  words: 300,
  card: '/cards/a.png',
};
const image = (name: string) => ({
  src: `/news/pictures/${name}-960.webp`,
  alt: `Alt of ${name}`,
  width: 960,
  height: 540,
  renditions: [],
});
const { article } = record('a', {
  headline: 'Ships',
  dateline: 'KYIV',
  topics: ['Sea'],
  authors: ['Ada', 'Bo'],
  language: 'de',
  description: 'About ships',
  published: '2024-01-30T00:50:00.000Z',
  updated: '2024-01-31T08:00:00.000Z',
  source: { name: 'The Paper', url: 'https://paper.example/a' },
  image: image('lead'),
  blocks: [
    { type: 'prose', html: '<p>Words</p>' },
    {
      type: 'tweet',
      author: { name: 'Jo', handle: 'jo_x' },
      date: '2024-01-29',
      html: '<p>A <b>post</b></p>',
      url: 'https://x.com/jo_x/status/1',
    },
    {
      type: 'figure',
      image: image('harbour'),
      more: [image('lead')],
      caption: 'The harbour',
      credit: ['SERGEI', 'AFP', 'Getty Images'],
    },
    { type: 'figure', image: null, caption: 'No picture', credit: ['X'] },
  ],
});
const written = (value: unknown) => JSON.parse(scriptJson(value));

describe('structured data', () => {
  const [news, trail] = written(structuredData(article, around, site))['@graph'];

  it('tells a NewsArticle with its times, place, people and original', () => {
    expect(news).toMatchObject({
      '@type': 'NewsArticle',
      url: 'https://echo.example/news/articles/a/',
      headline: 'Ships',
      description: 'About ships',
      dateline: 'KYIV',
      datePublished: '2024-01-30T00:50:00.000Z',
      dateModified: '2024-01-31T08:00:00.000Z',
      author: [
        { '@type': 'Person', name: 'Ada', url: 'https://echo.example/news/authors/ada/' },
        { '@type': 'Person', name: 'Bo' },
      ],
      publisher: { name: 'The Echo & Sons', url: 'https://echo.example/news/' },
      isBasedOn: { url: 'https://paper.example/a', publisher: { name: 'The Paper' } },
      inLanguage: 'de',
      articleSection: 'World',
      keywords: ['Sea'],
      wordCount: 300,
      thumbnailUrl: 'https://echo.example/news/cards/a.png',
    });
  });

  it('tells each picture once, kept or not, with caption, credit and the person first', () => {
    expect(news.image).toEqual([
      {
        '@type': 'ImageObject',
        contentUrl: 'https://echo.example/news/pictures/lead-960.webp',
        width: 960,
        height: 540,
        caption: 'The harbour',
        creditText: 'SERGEI / AFP / Getty Images',
        creator: { '@type': 'Person', name: 'SERGEI' },
      },
      {
        '@type': 'ImageObject',
        contentUrl: 'https://echo.example/news/pictures/harbour-960.webp',
        width: 960,
        height: 540,
        caption: 'The harbour',
        creditText: 'SERGEI / AFP / Getty Images',
        creator: { '@type': 'Person', name: 'SERGEI' },
      },
      { '@type': 'ImageObject', caption: 'No picture', creditText: 'X', creator: { '@type': 'Person', name: 'X' } },
    ]);
  });

  it('tells posts as SocialMediaPosting', () => {
    expect(news.citation).toEqual([
      {
        '@type': 'SocialMediaPosting',
        author: { '@type': 'Person', name: 'Jo', alternateName: '@jo_x' },
        datePublished: '2024-01-29',
        url: 'https://x.com/jo_x/status/1',
        text: 'A post',
      },
    ]);
  });

  it('tells the way here', () => {
    expect(
      trail.itemListElement.map(({ position, name, item }: Record<string, unknown>) => [position, name, item]),
    ).toEqual([
      [1, 'The Echo & Sons', 'https://echo.example/news/'],
      [2, 'World', 'https://echo.example/news/sections/world/'],
      [3, 'Ships', 'https://echo.example/news/articles/a/'],
    ]);
  });

  it('says a day where only the day was stated, and nothing of what is not known', () => {
    const bare = record('b', { publishedPrecision: 'day' }).article;
    const [plain] = written(structuredData(bare, { ...around, section: null, authors: [] }, site))['@graph'];
    expect(plain.datePublished).toBe('2024-01-30');
    for (const key of ['dateModified', 'dateline', 'author', 'isBasedOn', 'image', 'keywords', 'citation'])
      expect(plain).not.toHaveProperty(key);
  });
});

describe('JSON in a page', () => {
  it('cannot end its element, nor a line, and is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script><script>', '<!--', '\u2028\u2029')),
        (text) => {
          const json = scriptJson({ text });
          expect(json).not.toMatch(/[<>\u2028\u2029]/);
          expect(JSON.parse(json)).toEqual({ text });
        },
      ),
    );
  });
});
