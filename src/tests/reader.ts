import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { articlePaths } from './kinds.ts';

/** One who reads the built site in a real browser: for tests of what the pages' scripts do. */

export const url = inject('siteUrl');
export const siteDir = inject('siteDir');

const paths = articlePaths(siteDir);
/** The path of the longest article. */
export const longest = paths[0] ?? '';
/** The path of an article with several pictures that open. */
export const illustrated = articlePaths(siteDir, /(?:class="figure-open"[^]*){2}/)[0] ?? '';

/** A browser for a file's tests. */
export const withBrowser = test.extend<{ browser: Browser }>({
  browser: [
    // Vitest reads what a fixture needs from this pattern.
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
});

/** A test with a page of its own, in a profile of its own. Without service workers, which offline-reader.ts has. */
export const it = withBrowser.extend<{ context: BrowserContext; page: Page }>({
  context: async ({ browser }, use) => {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 1200, height: 800 },
      reducedMotion: 'reduce',
    });
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => use(await context.newPage()),
});

/** A data attribute of the document, by its name without `data-`. */
export const data = (page: Page, name: string): Promise<string | null> =>
  page.evaluate((key) => document.documentElement.dataset[key] ?? null, name);

/** Where the focus is: a link's address, else the element's name. */
export const active = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName ?? '');

/** What the browser keeps under this name. */
export const kept = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(`broadsheet:/:${key}`) ?? 'null') as unknown, name);

/** What is in a file that the page hands over. */
export const contentOf = async (download: Download): Promise<Buffer> =>
  Buffer.concat(await (await download.createReadStream()).toArray());

/** Waits until the page tells its reader this. */
export const said = (page: Page, text: string): Promise<void> => page.locator('#said p', { hasText: text }).waitFor();

/** Scrolls to this share of the story (0 to 1), and waits until the place is kept. */
export async function scrollStory(page: Page, share: number): Promise<void> {
  await page.evaluate(
    (part) => scrollTo({ top: part * (document.querySelector('.story')?.scrollHeight ?? 0), behavior: 'instant' }),
    share,
  );
  await page.waitForTimeout(450);
}
