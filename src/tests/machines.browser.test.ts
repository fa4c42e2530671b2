import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { all, one, readXml } from '../feeds/fixtures/strict-xml.ts';
import { site } from '../site.ts';
import { openBrowser } from './browser.ts';

/** What the built sample site gives to programs, read by others' parsers and validators. */

const siteDir = inject('siteDir');
const siteUrl = inject('siteUrl');
const files = readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .sort();
const ending = (end: string) => files.filter((file) => file.endsWith(end));
const text = (file: string) => readFileSync(join(siteDir, file), 'utf8');
const articles = files.filter((file) => /^articles\/.*\/index\.html$/.test(file));
/** The file of the site that an absolute address names. */
const fileOf = (address: string) =>
  decodeURI(address.slice((site.url + site.base).length))
    .replace(/(^|\/)$/, '$1index.html')
    .replace(/#.*$/, '');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** Where the site differs from html-validate's taste, and why. */
const rules = {
  // Scripts are this site's own, and the policy allows no other.
  'require-sri': 'off',
  // A table's columns are aligned by `align`, as Markdown's converters write it: a policy without inline styles leaves no other way.
  'no-deprecated-attr': 'off',
} as const;

describe('pages', () => {
  it('are valid HTML, every one', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:document'], rules });
    const faults: string[] = [];
    for (const file of ending('.html')) {
      const { results } = await validator.validateString(text(file), file);
      faults.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
        ),
      );
    }
    expect(faults).toEqual([]);
  });

  it('name their feeds, and each of these is there', () => {
    for (const file of [
      'index.html',
      ...articles.slice(0, 3),
      ...files.filter((each) => /^sections\/[^/]+\/index\.html$/.test(each)),
    ]) {
      const links = [...text(file).matchAll(/<link rel="alternate" type="([^"]+)"[^>]*href="([^"]+)"/g)];
      const types = links.map(([, type]) => type);
      for (const type of ['application/rss+xml', 'application/atom+xml', 'application/feed+json'])
        expect(types, file).toContain(type);
      for (const [, , href = ''] of links) expect(existsSync(join(siteDir, fileOf(href))), href).toBe(true);
    }
  });

  it('of articles say in structured data what they show', () => {
    expect(articles.length).toBeGreaterThan(5);
    for (const file of articles) {
      const html = text(file);
      const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
      const [news, trail] = JSON.parse(json)['@graph'];
      expect([news['@type']].flat(), file).toContain('NewsArticle');
      expect(existsSync(join(siteDir, fileOf(news.url))), news.url).toBe(true);
      expect(existsSync(join(siteDir, fileOf(news.thumbnailUrl))), news.thumbnailUrl).toBe(true);
      for (const { contentUrl } of news.image ?? [])
        if (contentUrl?.startsWith(site.url))
          expect(existsSync(join(siteDir, fileOf(contentUrl))), contentUrl).toBe(true);
      for (const { item } of trail.itemListElement) expect(existsSync(join(siteDir, fileOf(item))), item).toBe(true);
      expect((news.citation ?? []).length, file).toBe(
        html.match(/<(?:blockquote|figure) class="(?:tweet|post|quote) /g)?.length ?? 0,
      );
    }
  });
});

describe('XML', () => {
  it('is well-formed, every file', () => {
    const faults = ending('.xml').flatMap((file) => {
      try {
        readXml(text(file));
        return [];
      } catch (error) {
        return [`${file}: ${String(error)}`];
      }
    });
    expect(faults).toEqual([]);
  });

  it('of the sitemaps names every open article once, and only what is there', () => {
    const index = readXml(text('sitemap.xml'));
    const sitemaps = all(index, 'sitemap').map((each) => fileOf(one(each, 'loc') ?? ''));
    const urls = sitemaps.flatMap((file) =>
      all(readXml(text(file)), 'url').map((url) => fileOf(one(url, 'loc') ?? '')),
    );
    expect(urls.filter((file) => !existsSync(join(siteDir, file)))).toEqual([]);
    expect(new Set(urls).size).toBe(urls.length);
    const open = articles.filter((file) => !/<meta name="robots" content="[^"]*noindex/.test(text(file)));
    expect(urls.filter((file) => file.startsWith('articles/')).sort()).toEqual(open);
    expect(text('robots.txt')).toContain(`Sitemap: ${site.url}${site.base}sitemap.xml`);
  });
});

describe('the book of the newest articles', () => {
  it('is there where the page of feeds leads, as an EPUB', () => {
    expect(text('feeds/index.html')).toContain(`href="${site.base}edition.epub"`);
    expect(readFileSync(join(siteDir, 'edition.epub')).subarray(30, 58).toString('latin1')).toBe(
      'mimetypeapplication/epub+zip',
    );
  });
});

describe('an article as one file', () => {
  it('shows its pictures and asks for nothing, under its own policy', async () => {
    const file = ending('.html').find((each) => each.startsWith('keep/') && text(each).includes('data:image/webp'));
    if (!file) throw new Error('no sample article has a picture');
    const page = await browser.newPage();
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(`${siteUrl}/${encodeURI(file)}`, { waitUntil: 'load' });
    const seen = await page.evaluate(() => ({
      pictures: [...document.images].map((image) => image.complete && image.naturalWidth > 0),
      font: getComputedStyle(document.querySelector('h1') as Element).fontSize,
    }));
    expect(seen.pictures.length).toBeGreaterThan(0);
    expect(seen.pictures.every(Boolean)).toBe(true);
    // Its style holds: 2rem.
    expect(seen.font).toBe('32px');
    expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([`${siteUrl}/${encodeURI(file)}`]);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('a feed that is opened in a browser', () => {
  it('shows its articles as a readable page', async () => {
    const page = await browser.newPage();
    await page.goto(`${siteUrl}/atom.xml`, { waitUntil: 'load' });
    const shown = await page.evaluate(() => {
      const [title] = document.getElementsByTagName('title');
      const [content] = document.getElementsByTagName('content');
      return {
        title: title && getComputedStyle(title).fontSize,
        content: content && getComputedStyle(content).display,
      };
    });
    expect(shown).toEqual({ title: '32px', content: 'none' });
    await page.close();
  });
});
