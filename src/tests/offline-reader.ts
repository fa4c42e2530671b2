import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { articlePaths } from './kinds.ts';
import { siteDir, withBrowser } from './reader.ts';
import { serveFolder, type Served } from './serve.ts';

/** One who reads with a service worker, from a server that can be told to answer otherwise. */

/** The path of an article with pictures. */
export const illustrated = articlePaths(siteDir, /class="figure-open"/)[0] ?? '';

/** The paths that every visit keeps, without a wish. */
export const newest = [...readFileSync(`${siteDir}/sw.js`, 'utf8').matchAll(/"?url"?:"(\/articles\/[^"]+)"/g)].map(
  ([, path = '']) => path,
);

/** The title of a page as it was built. */
export const title = (path: string): string | undefined =>
  /<title>([^<]*)/
    .exec(readFileSync(`${siteDir}${path}index.html`, 'utf8'))?.[1]
    ?.replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

interface Reading {
  server: Served;
  context: BrowserContext;
  page: Page;
  /** Opens a page, the front page unless told, and waits until a worker looks after it and has kept its shell. */
  settle: (path?: string) => Promise<void>;
  /** Opens a page. @returns its status and title */
  go: (path: string) => Promise<{ status: number | undefined; title: string }>;
  /** Whether any store holds the page of this path. */
  isKept: (path: string) => Promise<boolean>;
}

/** A test with a server, a profile and a page of its own. */
export const it = withBrowser.extend<Reading>({
  server: async ({}, use) => {
    const server = await serveFolder(siteDir);
    await use(server);
    await server.close();
  },
  context: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => use(await context.newPage()),
  settle: async ({ page, server }, use) =>
    use(async (path = '/') => {
      await page.goto(server.url + path);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.waitForFunction(async () => (await caches.keys()).some((name) => name.endsWith(':shell')));
    }),
  go: async ({ page, server }, use) =>
    use(async (path) => {
      const response = await page.goto(server.url + path);
      return { status: response?.status(), title: await page.title() };
    }),
  isKept: async ({ page }, use) =>
    use((path) =>
      page.evaluate(
        async (address) => (await caches.match(address, { ignoreSearch: true, ignoreVary: true })) !== undefined,
        path,
      ),
    ),
});
