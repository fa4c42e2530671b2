import { describe, expect, it } from 'vitest';
import { site } from './fixtures/record.ts';
import { all, one, readXml } from './fixtures/strict-xml.ts';
import { newsSitemap, robots, sitemap, sitemapIndex } from './sitemap.ts';

describe('a sitemap', () => {
  it('has absolute addresses with escapes, and times where they are known', () => {
    const urls = readXml(
      sitemap(
        [
          { path: '/articles/ß/', changed: '2024-01-30T00:50:00.000Z' },
          { path: '/a&b/', changed: null },
        ],
        site,
      ),
    ).children;
    expect(urls.map((url) => [one(url, 'loc'), one(url, 'lastmod')])).toEqual([
      ['https://echo.example/news/articles/%C3%9F/', '2024-01-30T00:50:00.000Z'],
      ['https://echo.example/news/a&b/', undefined],
    ]);
  });

  it('is listed in the index', () => {
    const index = readXml(sitemapIndex([{ path: '/sitemap-2024-01.xml', changed: '2024-01-30T00:50:00.000Z' }], site));
    expect(index.name).toBe('sitemapindex');
    expect(all(index, 'sitemap').map((each) => one(each, 'loc'))).toEqual([
      'https://echo.example/news/sitemap-2024-01.xml',
    ]);
  });

  it('of news names publication, language, date and title', () => {
    const entry = (language: string, precision: 'day' | 'minute') => ({
      path: '/a/',
      headline: 'A & b',
      language,
      published: '2024-01-30T00:50:00.000Z',
      precision,
    });
    const [url, other, third] = readXml(
      newsSitemap([entry('en-GB', 'minute'), entry('zh-Hant', 'day'), entry('no such tag', 'day')], site),
    ).children;
    const news = url && all(url, 'news:news')[0];
    expect(news && one(news, 'news:title')).toBe('A & b');
    expect(news && one(news, 'news:publication_date')).toBe('2024-01-30T00:50:00.000Z');
    const languages = [url, other, third]
      .map((each) => each && all(each, 'news:news')[0])
      .map((each) => each && all(each, 'news:publication')[0])
      .map((each) => each && one(each, 'news:language'));
    expect(languages).toEqual(['en', 'zh-tw', 'en']);
  });

  it('is named in robots.txt by its absolute address', () => {
    expect(robots(['/sitemap.xml'], site)).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://echo.example/news/sitemap.xml\n',
    );
  });
});
