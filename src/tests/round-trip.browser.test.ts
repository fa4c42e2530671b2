import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Article } from '../article/schema.ts';
import { embeddedPicture, readEmbeddedName } from '../html/files/embedded.ts';
import { blockLabels } from '../i18n/block-labels.ts';
import { parseArticle } from '../parse/parse.ts';
import { toEntry } from '../render/entry.ts';
import { site } from '../site.ts';
import { openBrowser } from './browser.ts';
import { articlePaths } from './kinds.ts';

/** A page of the newspaper, saved and read again, is the same article. */

const url = inject('siteUrl');
const siteDir = inject('siteDir');
const paths = articlePaths(siteDir, /class="h-entry/);
const home = site.url + site.base.slice(0, -1);

/** The article of a saved page, as the entry of the built one is compared with it, and the pictures that the file holds. */
function read(name: string, page: string): { article: Article; held: string[] } {
  const bytes = new TextEncoder().encode(page);
  const parsed = parseArticle(name, bytes, { timeZone: site.timeZone, language: site.language, home });
  const named = parsed.root.children.flatMap((node) =>
    node.type === 'figure' ? node.images.map(({ src }) => src) : [],
  );
  const held = named.filter((src) => {
    const embedded = readEmbeddedName(src);
    return embedded !== null && embeddedPicture(name, bytes, embedded.number) !== null;
  });
  const picture = { src: '/pictures/saved.webp', alt: '', width: 1, height: 1, renditions: [{ src: '/pictures/saved.webp', width: 1 }] }; // prettier-ignore
  const pictures = new Map(held.map((src) => [src, picture]));
  return { held, article: toEntry(parsed, { path: name, url: site.url, base: site.base, pictureHosts: site.pictureHosts, labels: blockLabels(site), pictures }).article }; // prettier-ignore
}

const built = (path: string): Article => JSON.parse(readFileSync(`${siteDir}${path.replace(/\/$/, '')}.json`, 'utf8')) as Article; // prettier-ignore

/** Ids aside, and what names and measures the files of pictures: a page is saved with the rendition that it shows. */
const told = ({ id: _id, url: _url, featured: _featured, ...article }: Article): unknown =>
  JSON.parse(JSON.stringify(article, (key, value: unknown) => (['src', 'width', 'height', 'renditions', 'lines'].includes(key) ? undefined : value))); // prettier-ignore

describe('every article, as its page is published', () => {
  it.each(paths)('%s comes back as it was', (path) => {
    expect(told(read('saved.html', readFileSync(`${siteDir}${path}index.html`, 'utf8')).article)).toEqual(
      told(built(path)),
    );
  });
});

describe('an article that a browser has saved', () => {
  const withPictures = paths.filter((path) => built(path).blocks.some(({ type }) => type === 'figure'));
  const samples = [withPictures[0]!, paths.find((path) => built(path).language === 'ar')!];
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => browser.close());

  const ways: Record<string, () => Promise<[string, string]>> = {
    'as it stands': async () => ['saved.html', await page.content()],
    'in one file, with its pictures and without its scripts': async () => {
      await page.evaluate(async () => {
        for (const image of document.querySelectorAll('article img')) {
          const bytes = await (await fetch((image as HTMLImageElement).currentSrc || (image as HTMLImageElement).src)).blob(); // prettier-ignore
          const reader = new FileReader();
          const read = new Promise((resolve) => reader.addEventListener('load', resolve));
          reader.readAsDataURL(bytes);
          await read;
          (image as HTMLImageElement).src = reader.result as string;
          image.removeAttribute('srcset');
        }
        for (const script of document.querySelectorAll('script')) script.remove();
      });
      return ['saved.html', await page.content()];
    },
    'as MHTML': async () => {
      // A reader who saves a page has seen its pictures.
      await page.evaluate(async () => {
        for (const image of document.querySelectorAll('img')) {
          image.loading = 'eager';
          await image.decode();
        }
      });
      const { data } = await (await page.context().newCDPSession(page)).send('Page.captureSnapshot');
      return ['saved.mhtml', data];
    },
  };

  it.each(samples.flatMap((path) => Object.keys(ways).map((way) => [path, way] as const)))(
    '%s %s',
    async (path, way) => {
      await page.goto(url + path);
      const [name, saved] = await ways[way]!();
      const { article, held } = read(name, saved);
      expect(told(article)).toEqual(told(built(path)));
      const pictures = article.blocks.flatMap((block) => (block.type === 'figure' && block.image ? [block.image] : []));
      expect(held).toHaveLength(way === 'as it stands' ? 0 : pictures.length);
    },
  );
});
