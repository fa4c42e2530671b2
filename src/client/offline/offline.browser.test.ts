import { describe, expect } from 'vitest';
import { illustrated, it, newest, title } from '../../tests/offline-reader.ts';

describe('without a network', () => {
  it('the front page, what was read and the offline page are there', async ({ settle, go, page, context }) => {
    await settle();
    const [first = ''] = newest;
    await go(illustrated);
    await context.setOffline(true);
    expect(await go('/')).toMatchObject({ status: 200 });
    expect(await page.locator('main [data-article-id]').count()).toBeGreaterThan(0);
    expect(await go(illustrated)).toMatchObject({ status: 200 });
    await page.reload();
    expect(await page.locator('h1').textContent()).toBeTruthy();
    expect(await go(first)).toMatchObject({ status: 200, title: title(first) });
    // Never opened: the ways to articles are kept ahead.
    expect((await go('/archive/')).status).toBe(200);
    expect((await go('/sections/science/')).status).toBe(200);
    expect((await go('/articles/never-was/')).status).toBe(503);
    expect(await page.locator('h1').textContent()).toBe('You’re offline');
    await page.locator('#kept li a').first().waitFor();
    expect(await page.locator(`#kept a[href="${illustrated}"]`).count()).toBe(1);
    // And the address is as it was: with the network back, a reload shows the page.
    await context.setOffline(false);
    expect((await go(illustrated)).title).toBe(title(illustrated));
  });

  it('a page that was open before the worker is kept as well', async ({ settle, page }) => {
    await settle(illustrated);
    await page.waitForFunction(async (path) => (await caches.match(path)) !== undefined, illustrated);
  });

  it('a saved article is there with its pictures, at any width', async ({ settle, go, page, context }) => {
    await settle();
    await go(illustrated);
    await page.locator('[data-do=save]').click();
    await page.locator('#said p', { hasText: 'available offline' }).waitFor();
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

  it('the store tells its size and can be emptied and turned off', async ({ settle, go, page }) => {
    await settle();
    await go(illustrated);
    await go('/saved/');
    await page.locator('#store-size', { hasText: /\d+ articles, [\d.]+ MB/ }).waitFor();
    await page.locator('#store-empty').click();
    await page.locator('#store-size', { hasText: 'Nothing stored' }).waitFor();
    expect(await page.evaluate(() => caches.keys())).toEqual(['broadsheet:/:shell']);
    await page.locator('#store-switch').click();
    await page.locator('#said p', { hasText: 'Offline reading is off' }).waitFor();
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
