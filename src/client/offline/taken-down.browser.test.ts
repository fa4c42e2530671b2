import { describe, expect } from 'vitest';
import { articlePaths } from '../../tests/kinds.ts';
import { illustrated, it, newest } from '../../tests/offline-reader.ts';
import { siteDir } from '../../tests/reader.ts';

describe('an article that was taken down', () => {
  it('leaves the store when the site says so', async ({ settle, go, isKept, page, context, server }) => {
    await settle();
    const path = articlePaths(siteDir).find((one) => !newest.includes(one)) ?? illustrated;
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
  });

  it('leaves the store of saved ones when the list is looked at', async ({ settle, go, isKept, page, server }) => {
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
  });
});
