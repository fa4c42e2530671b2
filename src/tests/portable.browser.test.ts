import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { portableSite } from '../cli/portable/portable-site.ts';
import { site } from '../site.ts';
import { openBrowser } from './browser.ts';

/** The newspaper as a folder, opened from the disk. */

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-portable-'));
const address = (path: string) => pathToFileURL(join(folder, 'site', path)).href;
let browser: Browser;
let page: Page;
const failed: string[] = [];

beforeAll(async () => {
  await portableSite(inject('siteDir'), join(folder, 'site'), site);
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('pageerror', (error) => failed.push(String(error)));
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) failed.push(request.url());
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is read from the disk: pages, pictures, the panel, saved articles, search', async () => {
  await page.goto(address('index.html'));
  const headline = (await page.textContent('.teaser-lead .headline a'))?.trim() ?? '';
  await page.click('.teaser-lead .headline a');
  await page.waitForURL(/^file:.*\/articles\/.*index\.html$/);
  expect((await page.textContent('h1'))?.trim()).toBe(headline);
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.loading === 'lazy' || image.naturalWidth > 0),
  );
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByLabel('Sepia').check();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('sepia');
  await page.keyboard.press('Escape');
  await page.click('[data-do="save"]');
  await page.goto(address('saved/index.html'));
  await page.waitForSelector(`main a:has-text(${JSON.stringify(headline)})`);
  await page.goto(address('search/index.html'));
  await page.fill('#search-words', 'harbour');
  await page.waitForSelector('.result');
  expect(await page.$$eval('#search-section option', (options) => options.length)).toBeGreaterThan(2);
  const found = (await page.textContent('.result .headline a'))?.trim();
  await page.click('.result .headline a');
  await page.waitForURL(/\/index\.html/);
  expect((await page.textContent('h1'))?.trim()).toBe(found);
  expect(failed).toEqual([]);
});
