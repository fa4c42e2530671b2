import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { articlePaths } from './kinds.ts';
import { active, illustrated, it, kept, longest, scrollStory, siteDir, url } from './reader.ts';

/** What readers stumbled over, each once. */

const begun = async (page: import('playwright-core').Page, path: string) => {
  await page.goto(url + path);
  await scrollStory(page, 0.4);
};

it('an article that is marked as read is not to be continued', async ({ page }) => {
  await begun(page, longest);
  await expect.poll(() => kept(page, 'stops')).toHaveLength(1);
  await page.click('[data-do=read]');
  expect(await kept(page, 'stops')).toEqual([]);
  await page.goto(`${url}/`);
  expect(await page.isVisible('#shelf')).toBe(false);
});

it('the section that one is in is in sight on a phone, and there is a hint of more', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(url);
  const last = (await page.locator('.sections a').last().getAttribute('href')) ?? '';
  expect(await page.locator('.sections').evaluate((bar) => getComputedStyle(bar).maskImage)).toContain('gradient');
  await page.goto(url + last);
  await expect
    .poll(() =>
      page.locator('.sections [aria-current]').evaluate((link) => {
        const { left, right } = link.getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      }),
    )
    .toBe(true);
});

it('the offer to go on is announced, and the first thing that Tab comes to in the page', async ({ page }) => {
  await begun(page, longest);
  await page.goto(url + longest);
  await page.locator('.offer button').first().waitFor();
  expect(await page.locator('.offer').getAttribute('role')).toBe('status');
  await page.locator('main').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.offer') !== null)).toBe(true);
});

it('a post in an article that runs from right to left has the page’s own words in their own direction', async ({
  page,
}) => {
  const [path] = articlePaths(siteDir, /dir="rtl"[^]*class="tweet-note"/);
  if (!path) return;
  await page.goto(url + path);
  expect(await page.locator('.tweet-note').first().getAttribute('dir')).toBe('ltr');
  expect(await page.locator('.tweet-note').first().getAttribute('lang')).toBe('en');
});

it('what came before is no update of an article', async ({ page }) => {
  const [path] = articlePaths(siteDir, /<li aria-current="true"[^]*You are here/).filter((each) => /update/.test(each));
  await page.goto(url + (path ?? ''));
  const relations = await page.locator('.timeline li').evaluateAll((rows) =>
    rows.map((row) => ({
      isOwn: row.hasAttribute('aria-current'),
      says: row.querySelector('.relation')?.textContent?.trim(),
    })),
  );
  const own = relations.findIndex(({ isOwn }) => isOwn);
  expect(own).toBeGreaterThan(0);
  for (const { says } of relations.slice(0, own)) expect(says).not.toMatch(/update/i);
});

it('notices say in sight what they are', async ({ page }) => {
  const [path] = articlePaths(siteDir, /notice-correction/);
  await page.goto(url + (path ?? ''));
  const label = await page
    .locator('.notice-correction')
    .first()
    .evaluate((notice) => getComputedStyle(notice, '::before').content);
  expect(label).toContain('Correction');
});

it('the display panel hangs from its button and covers it nowhere', async ({ page }) => {
  for (const width of [390, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(url);
    await page.click('[data-display]');
    const button = await page.locator('[data-display]').boundingBox();
    const panel = await page.locator('#display').boundingBox();
    expect(panel!.y).toBeGreaterThanOrEqual(button!.y + button!.height);
    expect(panel!.y - button!.y - button!.height).toBeLessThan(12);
    expect(Math.abs(panel!.x + panel!.width - button!.x - button!.width)).toBeLessThan(20);
  }
});

it('the kept file frames a post whole', () => {
  const [path = ''] = articlePaths(siteDir, /class="tweet-by/);
  const page = readFileSync(`${siteDir}${path}index.html`, 'utf8');
  const [, whole = ''] = /<a href="([^"]+)" type="text\/html"[^>]*download/.exec(page) ?? [];
  const file = readFileSync(`${siteDir}${whole}`, 'utf8');
  expect(file).toContain('class="tweet-by');
  const [style = ''] = /<style>[^]*?<\/style>/.exec(file) ?? [];
  expect(style).not.toMatch(/(?:^|[,}])\s*footer\s*[,{]/m);
});

it('the frame of what j and k come to crosses no words', async ({ page }) => {
  await page.goto(url);
  await page.keyboard.press('j');
  const outline = await page.evaluate(() => {
    const link = document.activeElement as HTMLElement;
    const teaser = link.closest('.teaser') as HTMLElement;
    return [getComputedStyle(link).outlineStyle, getComputedStyle(teaser).outlineStyle];
  });
  expect(outline).toEqual(['none', 'solid']);
});

it('"back" closes the larger picture, and leaves the article where it is', async ({ page }) => {
  await page.goto(url + illustrated);
  await page.locator('a.figure-open').first().click();
  await page.locator('dialog.picture').waitFor();
  await page.goBack();
  await page.locator('dialog.picture').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(illustrated);
  await page.locator('a.figure-open').first().click();
  await page.keyboard.press('Escape');
  await page.locator('dialog.picture').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(illustrated);
});

it('nothing hangs over the edge at 320 pixels with all details open', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of articlePaths(siteDir).slice(0, 4)) {
    await page.goto(url + path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
});

it('on paper masthead, headline and text stand on one edge', async ({ page }) => {
  await page.goto(url + longest);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 800, height: 1100 });
  const edges = await page.evaluate(() =>
    ['.masthead .name', 'h1.p-name', '.story > p', '.facts'].map((each) =>
      Math.round(document.querySelector(each)?.getBoundingClientRect().left ?? -1),
    ),
  );
  expect(new Set(edges).size, edges.join()).toBe(1);
  expect(await page.locator('.origin').isVisible()).toBe(false);
});

it('an article that is saved from a list keeps its section, and its button says what it is', async ({ page }) => {
  await page.goto(url);
  await page.keyboard.press('j');
  const path = await active(page);
  await page.keyboard.press('s');
  const [saved] = (await kept(page, 'saved')) as { section: string | null }[];
  expect(saved?.section).toBeTruthy();
  await page.goto(url + path);
  expect(await page.textContent('[data-do=save] span')).toBe('Saved');
});

it('a page that is not there tells of articles near its address', async ({ page }) => {
  const words = longest.split('/').at(-2)?.split('-') ?? [];
  await page.goto(`${url}/articles/${words.slice(0, -1).join('-')}s/`);
  await page.locator('#near a').first().waitFor();
  expect(
    await page.locator('#near a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toContain(longest);
});

it('what is removed from the saved page can be taken back', async ({ page }) => {
  await page.goto(url + longest);
  await page.click('[data-do=save]');
  await expect.poll(() => kept(page, 'saved')).toHaveLength(1);
  await page.goto(`${url}/saved/`);
  await page.click('#saved li button');
  await expect.poll(() => kept(page, 'saved')).toEqual([]);
  await page.click('#said button');
  await expect.poll(() => kept(page, 'saved')).toHaveLength(1);
  await expect.poll(() => page.locator('#saved li').count()).toBe(1);
});

it('posts and credits lead to the pages of those they name', async ({ page }) => {
  const [path] = articlePaths(siteDir, /class="tweet-by[^]*class="credit-person/);
  await page.goto(url + (path ?? ''));
  await page.locator('.tweet-by a').first().click();
  await page.waitForURL(/\/handles\/.+/);
  await page.goBack();
  await page.locator('.credit a').first().click();
  await page.waitForURL(/\/credits\/.+/);
});

it('the reader’s tools stay in reach to the end of an article', async ({ page }) => {
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url + longest);
    for (const share of [0, 0.5, 0.8]) {
      await scrollStory(page, share);
      const box = await page.locator('.actions').boundingBox();
      expect(box!.y, `${width} ${share}`).toBeGreaterThanOrEqual(0);
      expect(box!.y + box!.height, `${width} ${share}`).toBeLessThanOrEqual(800);
    }
  }
});

it('on a phone each teaser can be saved, and nothing moves', async ({ browser }) => {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  const button = page.locator('.teaser .keep').first();
  await button.click();
  expect(await kept(page, 'saved')).toHaveLength(1);
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  const shift = await page.evaluate(async () => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    await new Promise((done) => setTimeout(done, 100));
    return sum;
  });
  expect(shift).toBe(0);
  await context.close();
});

it('the archive leads to the paper of a day, and that to the papers beside it', async ({ page }) => {
  const [path] = articlePaths(siteDir, /href="\/papers\//);
  await page.goto(url + (path ?? ''));
  await page.locator('.facts a[href^="/papers/"]').click();
  const title = await page.textContent('h1');
  expect(title).toMatch(/^The paper of \d+ \w+ \d{4}$/);
  expect(await page.locator('main .teaser').count()).toBeGreaterThan(1);
  await page.locator('.list-head .kicker a').click();
  await page.locator('.day h2 a').first().click();
  expect(await page.textContent('h1')).toMatch(/^The paper of /);
});

it('an entry of a live page is set as text, whatever microformat it carries', async ({ page }) => {
  const [path] = articlePaths(siteDir, /class="live /);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(url + (path ?? ''));
  const boxes = await page.evaluate(() =>
    ['.live-time', '.live-title', '.live-text'].map(
      (each) => document.querySelector(each)!.getBoundingClientRect().left,
    ),
  );
  expect(new Set(boxes).size, boxes.join()).toBe(1);
});
