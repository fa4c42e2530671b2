import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../tests/browser.ts';
import { articlePaths } from '../tests/kinds.ts';

/** What pages weigh, compressed as hosts compress them. */

const url = inject('siteUrl');
const siteDir = inject('siteDir');
const weigh = (content: string | Buffer): number => brotliCompressSync(content).length;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

it('an article’s scripts are 10 KB at most, and hold nothing up', async () => {
  const [path] = articlePaths(siteDir, /class="figure-open"/);
  const page = await browser.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  const loaded = (await Promise.all(scripts)).map(weigh);
  const html = readFileSync(`${siteDir}${path}index.html`, 'utf8');
  const inline = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>([^]*?)<\/script>/g)].map(([, code]) =>
    weigh(code ?? ''),
  );
  const blocking = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus?: string })[])
      .filter((entry) => entry.renderBlockingStatus === 'blocking')
      .map(({ name }) => name),
  );
  await page.close();
  expect(loaded.length).toBeGreaterThan(0);
  expect([...loaded, ...inline].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10_000);
  expect(blocking).toEqual([]);
});

it('fonts are three files at most, 60 KB together', () => {
  const fonts = readdirSync(siteDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:woff2?|ttf|otf)$/.test(file),
  );
  expect(fonts.length).toBeLessThanOrEqual(3);
  expect(fonts.reduce((sum, file) => sum + readFileSync(`${siteDir}/${file}`).length, 0)).toBeLessThanOrEqual(60_000);
});

it('an article of a usual length is one first flight of TCP: 14 KB with its styles', () => {
  const sizes = articlePaths(siteDir).map((path) => ({
    path,
    size: weigh(readFileSync(`${siteDir}${path}index.html`)),
  }));
  const usual = sizes.filter(({ path }) => readFileSync(`${siteDir}${path.slice(0, -1)}.txt`, 'utf8').length < 5000);
  expect(usual.length).toBeGreaterThan(3);
  expect(usual.filter(({ size }) => size > 14_336)).toEqual([]);
});
