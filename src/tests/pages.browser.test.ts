import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { articlePaths, examplePages } from './kinds.ts';

/** What holds on every kind of page: axe, no foreign host, nothing moves, readable without scripts. */

const url = inject('siteUrl');
const siteDir = inject('siteDir');
const pages = examplePages(siteDir);
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** What a reader who has been here has in the store, so that marks, shelf and offers are on the pages. */
const ownStore = (() => {
  const [first, second, third] = articlePaths(siteDir).map((path) => ({
    id: path.slice('/articles/'.length, -1),
    path,
    headline: /<h1[^>]*>(?:<bdi>)?([^<]*)/.exec(readFileSync(`${siteDir}${path}index.html`, 'utf8'))?.[1] ?? '',
    section: null,
    minutes: 4,
    at: 1_700_000_000_000,
  }));
  return {
    'broadsheet:/:stops': JSON.stringify(
      [first, second].map((piece) => ({ ...piece, block: 5, fraction: 0.5, share: 0.4 })),
    ),
    'broadsheet:/:saved': JSON.stringify([second, third]),
    'broadsheet:/:read': JSON.stringify([{ id: third?.id, at: 1 }]),
  };
})();

async function withOwnStore(page: Page): Promise<void> {
  await page.addInitScript((store) => {
    for (const [key, value] of Object.entries(store)) localStorage.setItem(key, value);
  }, ownStore);
}

describe('every kind of page', () => {
  it('is among those looked at', () => {
    const kinds = pages.map(({ kind }) => kind).join(', ');
    for (const kind of [
      'front',
      'list of sections',
      'index of topics',
      'archive',
      'month',
      'article',
      'with pictures',
      'tweet',
      'right to left',
      'text',
      'search',
      'saved',
      'offline',
      'feeds',
      'desk',
      'not-found',
    ]) {
      expect(kinds).toContain(kind);
    }
  });
});

describe.concurrent('axe and requests', () => {
  it.each(pages)('finds nothing on $kind in any theme, narrow or wide', async ({ path }) => {
    const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await withOwnStore(page);
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 404/.test(message.text())) faults.push(message.text());
    });
    await page.goto(url + path, { waitUntil: 'load' });
    let first = true;
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of ['light', 'dark', 'sepia']) {
        await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
        const axe = new AxeBuilder({ page })
          .setLegacyMode(true)
          .options({ resultTypes: ['violations'] })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
        // What does not depend on colour is the same in every theme.
        if (!first && theme !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
        const { violations } = await axe.analyze();
        first = false;
        for (const { id, nodes } of violations)
          faults.push(
            `${theme} ${width}: ${id} ${nodes[0]?.target.join(' ')} (${nodes.length}) ${nodes[0]?.failureSummary ?? ''}`,
          );
      }
    }
    // WCAG 1.4.10: nothing scrolls sideways at 320 pixels.
    await page.setViewportSize({ width: 320, height: 640 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) faults.push(`${over} pixels too wide at 320`);
    await context.close();
    expect(faults).toEqual([]);
    expect([...hosts]).toEqual([url]);
  });
});

describe.concurrent('layout', () => {
  it.each(pages)('does not move on $kind with a slow network', async ({ path }) => {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 800 } });
    const page = await context.newPage();
    await withOwnStore(page);
    await page.addInitScript(() => {
      const shifts: string[] = ((window as unknown as { shifts: string[] }).shifts = []);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources?: { node?: Node }[];
        })[]) {
          const node = entry.sources?.[0]?.node;
          shifts.push(
            `${entry.value} ${(node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 120)}`,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    // "Slow 4G" of the browsers' own tools, a little kinder, since a whole edition is looked at.
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 100,
      downloadThroughput: 250_000,
      uploadThroughput: 100_000,
    });
    await page.goto(url + path, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    for (let step = 0; step < 6; step += 1) {
      await page.evaluate(() => scrollBy({ top: innerHeight, behavior: 'instant' }));
      await page.waitForTimeout(120);
    }
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    await context.close();
    expect(shifts).toEqual([]);
  });
});

describe.concurrent('without scripts', () => {
  it.each(pages)('$kind reads well', async ({ path }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    await page.goto(url + path);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect((await page.locator('main').innerText()).trim().length).toBeGreaterThan(20);
    expect(await page.locator('.with-script:visible').count()).toBe(0);
    expect(asked.filter((type) => type === 'script')).toEqual([]);
    // What stands in a page without scripts leads on.
    expect(await page.locator('a[href]:visible').count()).toBeGreaterThan(3);
    await context.close();
  });

  it('a picture’s link opens the picture', async () => {
    const [path] = articlePaths(siteDir, /class="figure-open"/);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url + path);
    await page.locator('a.figure-open').first().click();
    await page.waitForURL(/\/pictures\//);
    await context.close();
  });
});
