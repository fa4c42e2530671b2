import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { buildServiceWorker } from '../build/service-worker.ts';
import { openBrowser } from '../tests/browser.ts';
import { articlePaths } from '../tests/kinds.ts';
import { serveFolder, type Served } from '../tests/serve.ts';

/** The service worker in a real browser, on a server of its own that can be told to answer otherwise. */

const siteDir = inject('siteDir');
const worker = readFileSync(`${siteDir}/sw.js`, 'utf8');
const newest = new Set([...worker.matchAll(/"?url"?:"(\/articles\/[^"]+)"/g)].map(([, path]) => path));
/** Articles that no visit keeps by itself. */
const old = articlePaths(siteDir).filter((path) => !newest.has(path));
const [illustrated = ''] = articlePaths(siteDir, /class="figure-open"/);

let browser: Browser;
let server: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serveFolder(siteDir);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => context.close());

/** Opens a page and waits until a worker looks after it and has kept what it keeps. */
async function settle(path = '/'): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForFunction(async () => (await caches.keys()).some((name) => name.endsWith(':shell')));
}
const go = async (path: string) => {
  const response = await page.goto(server.url + path);
  return { status: response?.status(), title: await page.title() };
};
const title = (path: string) =>
  /<title>([^<]*)/
    .exec(readFileSync(`${siteDir}${path}index.html`, 'utf8'))?.[1]
    ?.replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const isKept = (path: string) =>
  page.evaluate(
    async (address) => (await caches.match(address, { ignoreSearch: true, ignoreVary: true })) !== undefined,
    path,
  );

describe('without a network', () => {
  it('the front page, what was read and the offline page are there', async () => {
    await settle();
    const [first = illustrated] = newest;
    await go(illustrated);
    await context.setOffline(true);
    expect(await go('/')).toMatchObject({ status: 200 });
    expect(await page.locator('main [data-article-id]').count()).toBeGreaterThan(0);
    expect(await go(illustrated)).toMatchObject({ status: 200 });
    await page.reload();
    expect(await page.locator('h1').textContent()).toBeTruthy();
    expect(await go(first as string)).toMatchObject({ status: 200, title: title(first as string) });
    expect((await go('/articles/never-was/')).status).toBe(503);
    expect(await page.locator('h1').textContent()).toBe('No connection');
    await page.locator('#kept li a').first().waitFor();
    expect(await page.locator(`#kept a[href="${illustrated}"]`).count()).toBe(1);
    // And the address is as it was: with the network back, a reload shows the page.
    await context.setOffline(false);
    expect((await go(illustrated)).title).toBe(title(illustrated));
  });

  it('a page that was open before the worker is kept as well', async () => {
    await settle(illustrated);
    await page.waitForFunction(async (path) => (await caches.match(path)) !== undefined, illustrated);
  });

  it('a saved article is there with its pictures, at any width', async () => {
    await settle();
    await go(illustrated);
    await page.locator('[data-do=save]').click();
    await page.locator('#said p', { hasText: 'kept for reading without a network' }).waitFor();
    // What was merely seen goes; what was saved stays.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (!/:(saved|shell)$/.test(name)) await caches.delete(name);
    });
    await context.setOffline(true);
    for (const width of [360, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await go(illustrated)).toMatchObject({ status: 200 });
      await page.waitForFunction(() => {
        const images = [...document.querySelectorAll<HTMLImageElement>('article.h-entry img')];
        for (const image of images) image.loading = 'eager';
        return images.length > 0 && images.every((image) => image.complete && image.naturalWidth > 0);
      });
    }
    await context.setOffline(false);
    await go('/saved/');
    await page.locator('#saved li button').first().click();
    await page.waitForFunction(async () => (await (await caches.open('broadsheet:/:saved')).keys()).length === 0);
  });

  it('the store tells its size and can be emptied and turned off', async () => {
    await settle();
    await go(illustrated);
    await go('/saved/');
    await page.locator('#store-size', { hasText: /\d+ articles, [\d.]+ MB/ }).waitFor();
    await page.locator('#store-empty').click();
    await page.locator('#store-size', { hasText: 'Nothing is kept' }).waitFor();
    expect(await page.evaluate(() => caches.keys())).toEqual(['broadsheet:/:shell']);
    await page.locator('#store-switch').click();
    await page.locator('#said p', { hasText: 'Nothing is kept for reading offline' }).waitFor();
    expect(
      await page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]),
    ).toEqual([0, 0]);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await page.locator('#store-switch').click();
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 1);
  });
});

describe('an article that was taken down', () => {
  it('leaves the store when the site says so', async () => {
    await settle();
    const path = old[0] ?? illustrated;
    await go(path);
    await page.keyboard.press('s');
    await page.waitForFunction(
      async (address) => (await (await caches.open('broadsheet:/:saved')).match(address)) !== undefined,
      path,
    );
    server.answer(path, 410, '<!doctype html><title>Gone</title><h1>Gone</h1>');
    expect((await go(path)).status).toBe(410);
    // The worker takes it out beside its answer.
    await expect.poll(() => isKept(path), { timeout: 10_000 }).toBe(false);
    await context.setOffline(true);
    expect((await go(path)).status).toBe(503);
    await context.setOffline(false);
    await go('/saved/');
    server.restore(path);
  });

  it('leaves the store of saved ones when the list is looked at', async () => {
    await settle();
    await go(illustrated);
    await page.keyboard.press('s');
    await page.waitForFunction(
      async (address) => (await (await caches.open('broadsheet:/:saved')).match(address)) !== undefined,
      illustrated,
    );
    // As if it had been kept days ago.
    await page.evaluate(async (address) => {
      const store = await caches.open('broadsheet:/:saved');
      const page = await store.match(address);
      await store.put(
        address,
        new Response(await page!.text(), {
          headers: { 'content-type': 'text/html', date: 'Mon, 01 Jan 2024 00:00:00 GMT' },
        }),
      );
    }, illustrated);
    server.answer(illustrated, 404, '<!doctype html><title>Gone</title>');
    await go('/saved/');
    await page.locator('#saved li', { hasText: 'No longer published' }).waitFor();
    await expect.poll(() => isKept(illustrated), { timeout: 10_000 }).toBe(false);
    server.restore(illustrated);
  });
});

describe('a new worker', () => {
  const update = () =>
    page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((one) =>
        one?.update().then(
          () => 'ok',
          () => 'refused',
        ),
      ),
    );
  const javascript = 'text/javascript; charset=utf-8';
  const kept = (path: string, revision: string) => ({ url: path, revision });
  const make = (version: string, extra: { url: string; revision: string }[] = []) =>
    buildServiceWorker({
      base: '/',
      version,
      shell: [kept('/', version), kept('/offline/', version), ...extra],
      newest: [],
    });
  afterEach(() => {
    server.restore('/sw.js');
    server.restore('/');
  });

  it('takes over at once, and the former version’s things go', async () => {
    await settle();
    await page.evaluate(async () => {
      await (await caches.open('broadsheet:/:shell-of-old')).put('/x', new Response('x'));
      await (await caches.open('somebody-else')).put('/x', new Response('x'));
    });
    server.answer('/sw.js', 200, await make('two'), javascript);
    const changed = page.evaluate(
      () => new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true))),
    );
    expect(await update()).toBe('ok');
    await changed;
    await page.waitForFunction(async () => !(await caches.keys()).includes('broadsheet:/:shell-of-old'));
    expect(await page.evaluate(() => caches.keys())).toContain('somebody-else');
    await page.waitForFunction(async () => {
      const keys = await (await caches.open('broadsheet:/:shell')).keys();
      return keys.length === 2 && keys.every(({ url }) => url.includes('=two'));
    });
    await page.waitForFunction(async () => (await (await caches.open('broadsheet:/:newest')).keys()).length === 0);
  });

  it.each([
    ['is no JavaScript', async () => 'this is not a script {'],
    ['throws at once', async () => 'throw new Error("broken")'],
    ['has a shell that cannot be had', () => make('three', [kept('/no-such-file.js', '1')])],
  ])('that %s changes nothing, and a mended one follows', async (_, broken) => {
    await settle();
    server.answer('/sw.js', 200, await broken(), javascript);
    await update();
    await page.waitForTimeout(200);
    expect(await go('/')).toMatchObject({ status: 200 });
    await context.setOffline(true);
    expect(await go('/')).toMatchObject({ status: 200 });
    await context.setOffline(false);
    server.answer('/sw.js', 200, await make('four'), javascript);
    expect(await update()).toBe('ok');
    await page.waitForFunction(async () =>
      (await (await caches.open('broadsheet:/:shell')).keys()).every(({ url }) => url.includes('=four')),
    );
  });

  it('shows the new edition at once: pages come from the network first', async () => {
    await settle();
    server.answer('/', 200, '<!doctype html><title>Tomorrow</title><h1>Tomorrow</h1>');
    expect((await go('/')).title).toBe('Tomorrow');
  });

  it('shows what is kept where the server is in trouble', async () => {
    await settle();
    server.answer('/', 502, 'Bad gateway');
    expect(await go('/')).toMatchObject({ status: 200 });
  });

  it('can take itself away', async () => {
    await settle();
    server.answer(
      '/sw.js',
      200,
      await buildServiceWorker({
        base: '/',
        version: 'x',
        shell: [kept('/offline/', '1')],
        newest: [],
        offline: false,
      }),
      javascript,
    );
    await update();
    await page.waitForFunction(
      async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0,
    );
    expect(await go('/')).toMatchObject({ status: 200 });
  });
});

describe('the manifest', () => {
  it('can be installed from: every icon is there in the size it says', async () => {
    await page.goto(`${server.url}/`);
    const address = await page.locator('link[rel=manifest]').evaluate((link) => (link as HTMLLinkElement).href);
    const manifest = (await (await page.request.get(address)).json()) as {
      name: string;
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest).toMatchObject({ start_url: '/', display: 'minimal-ui' });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    for (const { src, sizes } of manifest.icons) {
      const size = await page.evaluate(async (path) => {
        const image = new Image();
        image.src = path;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      if (sizes !== 'any') expect(size).toBe(sizes);
    }
  });
});
