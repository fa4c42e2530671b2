import { describe, expect } from 'vitest';
import { illustrated, it, url } from '../../tests/reader.ts';

describe('larger pictures', () => {
  it('open on Enter, turn with the arrows, close on Escape, and give the focus back', async ({ page }) => {
    await page.goto(url + illustrated);
    const links = page.locator('article.h-entry a.figure-open');
    const hrefs = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    await links.first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Enlarged picture' });
    await dialog.waitFor();
    const shown = () => dialog.locator('img').evaluate((image) => (image as HTMLImageElement).src);
    expect(await shown()).toBe(hrefs[0]);
    expect(await dialog.locator('img').getAttribute('alt')).toBe(
      await links.first().locator('img').getAttribute('alt'),
    );
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toBe(hrefs[1]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await shown()).toBe(hrefs.at(-1));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // The dialog's close event comes a moment after it has closed.
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(hrefs.at(-1));
    expect(page.url()).toBe(url + illustrated);
  });

  it('open on a click, and leave clicks with a modifier to the browser', async ({ context, page }) => {
    await page.goto(url + illustrated);
    await page.locator('a.figure-open').first().click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page
        .locator('a.figure-open')
        .first()
        .click({ modifiers: ['Control'] }),
    ]);
    await opened.waitForURL(/\/pictures\//);
  });
});
