import type { Browser, BrowserContext, Page } from 'playwright-core';
import { articlePaths } from './kinds.ts';

/** A page whose violations are collected, from the first script on. */
export async function watched(context: BrowserContext): Promise<{ page: Page; violations: string[] }> {
  const page = await context.newPage();
  const violations: string[] = [];
  await page.exposeFunction('violated', (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      (window as unknown as { violated(what: string): void }).violated(
        `${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`,
      );
    });
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML|TrustedScript|violates the following/i.test(message.text()))
      violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(error.message));
  return { page, violations };
}

/**
 * Uses every feature that a reader has, on all the pages that have one.
 *
 * @param url     where the site is served, without a slash at its end
 * @param siteDir the folder that is served
 * @returns what broke a policy on the way
 */
export async function useEverything(browser: Browser, url: string, siteDir: string): Promise<string[]> {
  const [longest = ''] = articlePaths(siteDir);
  const [illustrated = ''] = articlePaths(siteDir, /class="figure-open"/);
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1200, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  const { page, violations } = await watched(context);
  await page.goto(url + longest);
  await page.getByRole('button', { name: 'Display' }).click();
  for (const label of ['Sepia', 'Larger', 'Narrow', 'Sans serif']) await page.getByLabel(label).check();
  await page.keyboard.press('Escape');
  for (const key of ['s', 't', '?']) await page.keyboard.press(key);
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  for (const key of ['Escape', 'j', 'k']) await page.keyboard.press(key);
  await page.locator('.cite:has([data-copy]) summary').click();
  await page.locator('.cite .copy').first().click();
  const listen = page.locator('[data-do=listen]');
  if (await listen.isVisible()) await listen.click();
  await page.evaluate(() => {
    const paragraph = document.querySelector('.story p')!;
    getSelection()!.selectAllChildren(paragraph);
    scrollTo(0, document.body.scrollHeight / 2);
  });
  await page.waitForTimeout(500);
  await page.goto(url + illustrated);
  await page.locator('article.h-entry a.figure-open').first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${url}/search/?q=harbour`);
  await page.locator('#search-results :is(article, li, a)').first().waitFor({ timeout: 20_000 });
  await page.locator('#search-order').selectOption('date');
  await page.waitForTimeout(500);
  await page.goto(`${url}/saved/`);
  await page.waitForTimeout(300);
  await page.goto(`${url}/`);
  await page.waitForTimeout(300);
  await page.goto(`${url}/offline/`);
  await page.waitForTimeout(300);
  await context.close();
  return violations;
}
