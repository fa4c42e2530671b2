import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../../tests/browser.ts';
import { contentOf } from '../../tests/reader.ts';
import { serveFolder } from '../../tests/serve.ts';

/** The desk in a browser: pasted, mended, kept; by keyboard; with what is hostile. */

const url = inject('siteUrl');
const siteDir = inject('siteDir');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 360, height: 800 },
    acceptDownloads: true,
  });
  page = await context.newPage();
});
afterAll(async () => browser.close());

const pasted = `THE HARBOUR POST
Ferry Harbour Opens Its New Lock

The lock at Port Averill opened on Monday, two years later than its builders had promised.

Boats wait before the lock at Port Averill on the first morning.

Share this article

The toll is paid by the metre, as it was before.`;

async function openWith(text: string): Promise<void> {
  await page.goto(`${url}/desk/`);
  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('broadsheet-desk:/').onsuccess = done)));
  await page.reload();
  await page.locator('#desk-text').fill(text);
  await page.locator('.desk-headline').waitFor();
}

/** Pastes HTML into the box, as a browser's clipboard has it. */
const pasteHtml = (html: string): Promise<void> =>
  page.evaluate((markup) => {
    const data = new DataTransfer();
    data.setData('text/html', markup);
    data.setData('text/plain', 'text');
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('#desk-text')?.dispatchEvent(event);
  }, html);

const tell = async (line: string, choice: string): Promise<void> => {
  await page.locator('.desk-line', { hasText: line }).first().press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: choice, exact: true }).press('Enter');
};

async function downloaded(): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#desk-download').click()]);
  return (await contentOf(download)).toString();
}

describe('an article on the desk', () => {
  it('is mended by keyboard, in two presses each, and kept so', async () => {
    await openWith(pasted);
    await tell('Opens Its New Lock', 'Headline');
    await page.locator('.desk-headline', { hasText: 'Ferry Harbour Opens' }).waitFor();
    await tell('Boats wait before', 'Caption');
    await page.locator('.desk-article .figure', { hasText: 'Boats wait' }).waitFor();
    await tell('The toll is paid', 'Not part of it');
    await expect.poll(() => page.locator('.desk-article .story').innerText()).not.toContain('toll');
    const markdown = await downloaded();
    expect(markdown).toContain('headline: Ferry Harbour Opens Its New Lock');
    expect(markdown).toMatch(/:::figure[^]*Boats wait before the lock/);
    expect(markdown).toContain('removed: The toll is paid by the metre, as it was before.');
    await page.locator('#desk-undo').click();
    await expect.poll(() => page.locator('.desk-article .story').innerText()).toContain('toll');
  });

  it('is there again after its tab was closed', async () => {
    await openWith(pasted);
    await page.waitForTimeout(700);
    await page.reload();
    await page.locator('.desk-headline').waitFor();
    expect(await page.locator('.desk-line').count()).toBeGreaterThan(4);
  });

  it('has facts that are typed, and says what is wrong with one', async () => {
    await openWith(pasted);
    await page.locator('.desk-facts summary').click();
    await page.getByLabel('Authors').fill('Ann Lee, Bo Berg');
    await page.getByLabel('Published').fill('some day');
    await page.locator('#desk-fact-published[aria-invalid="true"]').waitFor();
    await expect.poll(() => page.locator('.desk-article .article-head').innerText()).toContain('Ann Lee and Bo Berg');
  });

  it('passes axe, narrow and wide, by day and by night, and fits 320 pixels', async () => {
    await openWith(pasted);
    const faults: string[] = [];
    for (const [width, theme] of [
      [360, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const { id, nodes } of violations)
        faults.push(`${theme} ${width}: ${id} ${nodes[0]?.target.join(' ') ?? ''}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(faults).toEqual([]);
    expect(over).toBeLessThanOrEqual(0);
  });
});

describe('a piece of a page', () => {
  it('comes with its captions and quotations, and nothing of it runs or is loaded', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openWith(pasted);
    await page.locator('#desk-clear').click();
    const vectors = [
      '<img src=x onerror="window.hit=1">',
      '<svg onload="window.hit=1"></svg>',
      '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
    ];
    await pasteHtml(
      `<h1>A lock opens</h1><p>The lock at Port Averill opened on Monday, two years late.</p>${vectors.join('')}` +
        '<figure><img src="https://elsewhere.example/a.jpg"><figcaption>The new lock. Photo: Bo Berg</figcaption></figure>' +
        '<p><a href="javascript:window.hit=1">A barge</a> with gravel was the first boat that came through it.</p>',
    );
    await page.locator('.desk-headline', { hasText: 'A lock opens' }).waitFor();
    await page.locator('.desk-article figcaption', { hasText: 'The new lock' }).waitFor();
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
    expect(asked.filter((address) => !address.startsWith(url) && !address.startsWith('blob:'))).toEqual([]);
  });

  it('is handed over by the bookmarklet, from a page of another origin with a strict policy', async () => {
    await openWith(pasted);
    const bookmark = await page.locator('.desk-bookmarklet').getAttribute('href');
    const other = await serveFolder(siteDir, () => ({ 'Content-Security-Policy': "default-src 'none'" }));
    other.answer(
      '/story/',
      200,
      '<article><h1>Trams return</h1><p>The trams returned to the quay this Monday, after two years.</p></article>',
    );
    const reading = await context.newPage();
    await reading.goto(`${other.url}/story/`);
    const [desk] = await Promise.all([
      context.waitForEvent('page'),
      // A browser runs a bookmark beside the page's own policy; so does its debugger.
      (await context.newCDPSession(reading)).send('Runtime.evaluate', {
        expression: decodeURIComponent(bookmark?.replace('javascript:', '') ?? ''),
        userGesture: true,
      }),
    ]);
    await desk.locator('.desk-headline', { hasText: 'Trams return' }).waitFor();
    await other.close();
    await desk.close();
    await reading.close();
  });
});
