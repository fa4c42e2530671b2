import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { checkLinks } from '../../cli/link-check.ts';
import { site } from '../../site.ts';
import { openBrowser } from '../../tests/browser.ts';
import { articlePaths } from '../../tests/kinds.ts';
import { serveFolder, type Served } from '../../tests/serve.ts';

/** The search page in a real browser, under the policy that it is published with. */

const siteDir = inject('siteDir');
const siteUrl = inject('siteUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let told: string[];

beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
  told = [];
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(message.text());
  });
  page.on('pageerror', (error) => told.push(String(error)));
});
afterEach(async () => {
  await context.close();
  expect(told).toEqual([]);
});

const paths = () =>
  page.$$eval('.result .headline a', (links) => links.map((link) => (link as HTMLAnchorElement).pathname));
const status = () => page.textContent('#search-status');
async function look(words: string): Promise<(string | null)[]> {
  await page.fill('#search-words', words);
  await page.waitForFunction(
    ([wanted]) =>
      new URLSearchParams(location.search).get('q') === wanted && !document.querySelector('#search-results[aria-busy]'),
    [words],
  );
  return paths();
}

/** An article with a tweet and a caption, and a word that only each of them has. */
interface Entry {
  headline: string;
  blocks: (
    | { type: 'prose'; html: string }
    | { type: 'tweet'; author: { handle: string }; html: string }
    | { type: 'figure'; caption: string }
    | { type: 'notice' }
  )[];
}
const entryOf = (path: string) => JSON.parse(readFileSync(`${siteDir}${path.slice(0, -1)}.json`, 'utf8')) as Entry;
const has = (type: string) => (path: string) => entryOf(path).blocks.some((block) => block.type === type);
const rich = articlePaths(siteDir).filter(has('tweet')).find(has('figure')) ?? '';
const entry = entryOf(rich);
const longest = (text: string) =>
  (text.replace(/<[^>]+>/g, ' ').match(/\p{L}{4,}/gu) ?? []).sort((a, b) => b.length - a.length)[0] ?? '';

describe('the search page', () => {
  it('finds an article by a word of its headline, its caption and its tweet, and by who posted it', async () => {
    const tweet = entry.blocks.find((block) => block.type === 'tweet');
    const figure = entry.blocks.find((block) => block.type === 'figure');
    await page.goto(`${siteUrl}/search/`);
    const words = [
      longest(entry.headline),
      longest(figure?.caption ?? ''),
      longest(tweet?.html ?? ''),
      `@${tweet?.author.handle ?? ''}`,
    ];
    expect(words.join(' ')).toMatch(/^\p{L}{4,} \p{L}{4,} \p{L}{4,} @\w+$/u);
    // A word that many have may find this one further down: what stands with it is asked for too.
    for (const word of words) expect(await look(`${word} ${longest(entry.headline)}`), word).toContain(rich);
    expect(await page.$$eval('.result mark', (marks) => marks.length)).toBeGreaterThan(0);
  });

  it('finds the pages of the newspaper that are no articles, without a date', async () => {
    await page.goto(`${siteUrl}/search/`);
    expect(await look('illustrator who does not exist')).toContain('/about/');
    const [about] = await page.$$('.result:has(a[href*="/about/"])');
    expect(await about?.$$('time, .meta span')).toEqual([]);
  });

  it('says how many were found, and what to do when none were', async () => {
    await page.goto(`${siteUrl}/search/`);
    await look('harbour');
    expect(await status()).toMatch(/^\d+ articles found$/);
    expect(await look('qqxxzz')).toEqual([]);
    expect(await status()).toBe('Nothing for “qqxxzz”.');
    expect(await page.textContent('#search-results')).toContain('fewer words');
    await look('harbour');
    expect((await paths()).length).toBeGreaterThan(1);
  });

  it('answers no other question than the one that was asked, and says what may have been meant', async () => {
    await page.goto(`${siteUrl}/search/`);
    for (const word of ['harbor', 'hqharbour', 'desk@nowhere.example', 'h0rbourVUNyY']) {
      expect(await look(word), word).toEqual([]);
      expect(await status()).toBe(`Nothing for “${word}”.`);
    }
    expect(await look('harbour zqx')).toEqual([]);
    expect(await status()).toBe('Nothing for “zqx”.');
    await look('the harbor');
    await page.click('.did-you-mean button');
    await page.waitForSelector('.result');
    expect(await page.inputValue('#search-words')).toBe('the harbour');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    for (const mark of await page.$$eval('.result mark', (marks) => marks.map(({ textContent }) => textContent)))
      expect(mark).toMatch(/^(?:the|harbour)/i);
  });

  it('marks in the article that is opened what was looked for', async () => {
    await page.goto(`${siteUrl}/search/?q=harbours`);
    await page.click('.result a');
    await page.waitForSelector('.found-bar');
    expect(page.url()).not.toContain('find');
    const marked = await page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('found') ?? [])] as Range[];
      return ranges.map(String);
    });
    expect(marked.length).toBeGreaterThan(0);
    for (const word of marked) expect(word).toMatch(/^harbour/i);
    await page.click('.found-bar button:nth-of-type(2)');
    expect(await page.textContent('.found-bar span')).toBe(`1 of ${marked.length}`);
    await page.click('.found-bar button:last-of-type');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it('moves nothing when it is opened by its address on a slow network', async () => {
    await page.setViewportSize({ width: 412, height: 800 });
    await page.addInitScript(() => {
      const shifts: string[] = ((window as unknown as { shifts: string[] }).shifts = []);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[])
          shifts.push(`${entry.value} ${(entry.sources[0]?.node as Element | undefined)?.outerHTML?.slice(0, 80)}`);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 100,
      downloadThroughput: 250_000,
      uploadThroughput: 100_000,
    });
    for (const words of ['harbour', 'harbor']) {
      await page.goto(`${siteUrl}/search/?q=${words}`);
      await page.waitForSelector('.result, .did-you-mean');
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
    }
  });

  it('filters and orders, and its address says all that it shows', async () => {
    await page.goto(`${siteUrl}/search/?q=harbour`);
    await page.waitForSelector('.result');
    const all = (await paths()).length;
    await page.waitForSelector('#search-section option[value="Town"]', { state: 'attached' });
    await page.selectOption('#search-section', 'Town');
    await page.waitForFunction((count) => document.querySelectorAll('.result').length < count, all);
    expect(
      new Set(await page.$$eval('.result .kicker', (kickers) => kickers.map((kicker) => kicker.textContent))),
    ).toEqual(new Set(['Town']));
    await page.selectOption('#search-order', 'date');
    await page.waitForURL(/order=date/);
    await page.waitForTimeout(300);
    const dates = await page.$$eval('.result time', (times) =>
      times.map((time) => time.getAttribute('datetime') ?? ''),
    );
    expect(dates).toEqual([...dates].sort().reverse());
    const shown = await paths();
    await page.goto(page.url());
    await page.waitForSelector('.result');
    expect(await paths()).toEqual(shown);
    expect(await page.inputValue('#search-words')).toBe('harbour');
  });

  it('writes dates as the other pages do', async () => {
    await page.goto(`${siteUrl}/search/`);
    await look('harbour');
    const read = (items: string) =>
      page.$$eval(items, (found) =>
        found.map((one) => [one.querySelector('a')?.pathname, one.querySelector('time')?.textContent?.trim()]),
      );
    const results = await read('.result');
    await page.goto(`${siteUrl}/`);
    const front = new Map(await read('main article').then((all) => all as [string, string][]));
    const both = results.filter(([path]) => front.has(path ?? ''));
    expect(both.length).toBeGreaterThan(2);
    for (const [path, shown] of both) expect(front.get(path ?? '')).toBe(shown);
  });

  it('shows a year or a topic alone, newest first', async () => {
    await page.goto(`${siteUrl}/search/?year=2025`);
    await page.waitForSelector('.result');
    for (const date of await page.$$eval('.result time', (times) => times.map((time) => time.getAttribute('datetime'))))
      expect(date).toMatch(/^2025/);
  });

  it('is walked by arrows, and opened by Enter', async () => {
    await page.goto(`${siteUrl}/search/`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    const [first = '', second = ''] = await look('harbour');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown'])
      await page.keyboard.press(key);
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname)).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${siteUrl}${first}`);
  });

  it('is reached from every page by one key', async () => {
    await page.goto(`${siteUrl}${rich}`);
    await page.keyboard.press('/');
    await page.waitForURL(/\/search\/$/);
    await page.waitForFunction(() => document.activeElement?.id === 'search-words');
  });

  it('takes what one types and what the index says as text', async () => {
    await page.goto(
      `${siteUrl}/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> harbour')}&topic=${encodeURIComponent('"><script>')}`,
    );
    await page.waitForFunction(() => document.querySelector('#search-status')?.textContent !== '');
    expect(await page.$('#search-results img, #search-results script')).toBeNull();
    expect(await page.inputValue('#search-topic')).toBe('"><script>');
  });

  it("says so when the index can't be reached, and tries again", async () => {
    await page.goto(`${siteUrl}/search/`);
    await context.setOffline(true);
    await page.fill('#search-words', 'harbour');
    await page.waitForSelector('#search-results button');
    expect(await status()).toBe('Search is unavailable right now.');
    await context.setOffline(false);
    await page.click('#search-results button');
    await page.waitForSelector('.result');
    told = told.filter((message) => !/ERR_INTERNET_DISCONNECTED|Failed to (?:fetch|load)/.test(message));
  });

  it('without a network never says that there is nothing where it can’t know', async () => {
    const server = await serveFolder(siteDir);
    const kept = await browser.newContext();
    page = await kept.newPage();
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${server.url}/search/`);
    await look('harbour');
    await server.close();
    await page.fill('#search-words', 'weather');
    await page.waitForSelector('#search-results button.again');
    expect(await status()).toBe('Search is unavailable right now.');
    await kept.close();
  });

  it('works without a network for what was looked for before', async () => {
    const server = await serveFolder(siteDir);
    const kept = await browser.newContext();
    page = await kept.newPage();
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${server.url}/search/`);
    const found = await look('harbour');
    expect(found.length).toBeGreaterThan(1);
    await server.close();
    await page.goto(`${server.url}/search/?q=harbour`);
    await page.waitForSelector('.result');
    expect(await paths()).toEqual(found);
    await kept.close();
  });

  it('leads to every article without scripts', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${siteUrl}/search/`);
    expect(await bare.isVisible('nav.browse a[href="/archive/"]')).toBe(true);
    expect(await bare.isVisible('#search-filters')).toBe(false);
    await plain.close();
  });
});

describe('the site below a path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-below-'));
  let server: Served;
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['src/cli/build.ts', '--outDir', join(folder, 'news')], {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
      env: { ...process.env, BROADSHEET_BASE: '/news/', NODE_ENV: 'production' },
      maxBuffer: 1e8,
    });
    server = await serveFolder(folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has no broken link, fragment or picture in it, nor has the site at the root', () => {
    const below = checkLinks(join(folder, 'news'), { url: site.url, base: '/news/' });
    expect(below.broken).toEqual([]);
    expect(below.links).toBeGreaterThan(1000);
    const top = checkLinks(siteDir, { url: site.url, base: '/' });
    expect(top.broken).toEqual([]);
    expect(top.links).toBeGreaterThan(1000);
  });

  it('is searched there, and results lead there', async () => {
    await page.goto(`${server.url}/news/search/`);
    const found = await look('harbour');
    expect(found.length).toBeGreaterThan(1);
    for (const path of found) expect(path).toMatch(/^\/news\/(?:articles\/.|about\/$)/);
    await page.click('.result a');
    expect(await page.textContent('h1')).toBeTruthy();
  });
});
