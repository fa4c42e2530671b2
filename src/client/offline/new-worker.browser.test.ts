import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { buildServiceWorker } from '../../build/publish/service-worker.ts';
import { it } from '../../tests/offline-reader.ts';

describe('a new worker', () => {
  const update = (page: Page): Promise<string | undefined> =>
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

  it('takes over at once, and the former version’s things go', async ({ settle, page, server }) => {
    await settle();
    await page.evaluate(async () => {
      await (await caches.open('broadsheet:/:shell-of-old')).put('/x', new Response('x'));
      await (await caches.open('somebody-else')).put('/x', new Response('x'));
    });
    server.answer('/sw.js', 200, await make('two'), javascript);
    const changed = page.evaluate(
      () => new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true))),
    );
    expect(await update(page)).toBe('ok');
    await changed;
    await page.waitForFunction(async () => !(await caches.keys()).includes('broadsheet:/:shell-of-old'));
    expect(await page.evaluate(() => caches.keys())).toContain('somebody-else');
    await page.waitForFunction(async () => {
      const keys = await (await caches.open('broadsheet:/:shell')).keys();
      return keys.length === 2 && keys.every(({ url }) => url.includes('=two'));
    });
    await page.waitForFunction(async () => (await (await caches.open('broadsheet:/:newest')).keys()).length === 0);
  });

  const broken: [string, () => Promise<string>][] = [
    ['is no JavaScript', async () => 'this is not a script {'],
    ['throws at once', async () => 'throw new Error("broken")'],
    ['has a shell that cannot be had', () => make('three', [kept('/no-such-file.js', '1')])],
  ];
  it.for(broken)(
    'that %s changes nothing, and a mended one follows',
    async ([, script], { settle, go, page, context, server }) => {
      await settle();
      server.answer('/sw.js', 200, await script(), javascript);
      await update(page);
      await page.waitForTimeout(200);
      expect(await go('/')).toMatchObject({ status: 200 });
      await context.setOffline(true);
      expect(await go('/')).toMatchObject({ status: 200 });
      await context.setOffline(false);
      server.answer('/sw.js', 200, await make('four'), javascript);
      expect(await update(page)).toBe('ok');
      await page.waitForFunction(async () =>
        (await (await caches.open('broadsheet:/:shell')).keys()).every(({ url }) => url.includes('=four')),
      );
    },
  );

  it('shows the new edition at once: pages come from the network first', async ({ settle, go, server }) => {
    await settle();
    server.answer('/', 200, '<!doctype html><title>Tomorrow</title><h1>Tomorrow</h1>');
    expect((await go('/')).title).toBe('Tomorrow');
  });

  it('shows what is kept where the server is in trouble', async ({ settle, go, server }) => {
    await settle();
    server.answer('/', 502, 'Bad gateway');
    expect(await go('/')).toMatchObject({ status: 200 });
  });

  it('can take itself away', async ({ settle, go, page, server }) => {
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
    await update(page);
    await page.waitForFunction(
      async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0,
    );
    expect(await go('/')).toMatchObject({ status: 200 });
  });
});
