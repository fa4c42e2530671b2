import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { it, longest, url } from '../../tests/reader.ts';

/** The reading face on a first visit. */

/** The fonts in which an element is set; those of the site are marked with a star. */
async function setIn(page: Page, selector: string): Promise<string[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? `${familyName}*` : familyName));
}

it('is there for the first paint of the first visit', async ({ page }) => {
  for (const path of ['/', longest]) {
    await page.goto(url + path);
    await page.waitForFunction(() => getComputedStyle(document.body).visibility === 'visible');
    expect(await setIn(page, 'h1 bdi'), path).toEqual([expect.stringMatching(/^Newsreader.*\*$/)]);
  }
});

it('that does not come leaves the page to what stands in for it, and moves nothing when it comes after all', async ({
  page,
}) => {
  let answer = (): void => undefined;
  const late = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\.woff2$/, (route) => late.then(() => route.continue()));
  await page.addInitScript(() => {
    const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
    new PerformanceObserver((list) => shifts.push(list.getEntries().length)).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  await page.goto(url + longest, { waitUntil: 'commit' });
  await page.locator('h1').waitFor({ state: 'visible' });
  const before = await page.locator('.story').boundingBox();
  answer();
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(200);
  expect(await page.locator('.story').boundingBox()).toEqual(before);
  expect(await setIn(page, 'h1 bdi')).not.toContain(expect.stringContaining('*'));
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

it('waits for nothing where there are no scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url + longest);
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await page.locator('.story').isVisible()).toBe(true);
  await context.close();
});
