import { describe, expect } from 'vitest';
import { it, longest, said, url } from '../../tests/reader.ts';

describe('citing', () => {
  it('copies a citation', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    await page.goto(url + longest);
    await page.locator('.cite:has([data-copy]) summary').click();
    await page.locator('.cite .copy').first().click();
    await said(page, 'Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('[data-copy]').first().textContent(),
    );
  });

  it('copies a link to the selected passage, in whole words that stand there once', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    await page.goto(url + longest);
    await page.evaluate(() => {
      const text = [...document.querySelectorAll('.story > p')].at(-3)!.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, 2);
      range.setEnd(text, 25);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    });
    await page.getByRole('button', { name: 'Copy link to this passage' }).click();
    await said(page, 'Copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`${url}${longest}#:~:text=`);
    // This Chromium does not follow text directives; that the words stand there once is what they need.
    const words = decodeURIComponent(link.split('text=')[1] ?? '');
    const text = ((await page.locator('main .story').textContent()) ?? '').replace(/\s+/g, ' ');
    expect(text.split(words)).toHaveLength(2);
    expect(words).toMatch(/^\S.*\S$/);
  });
});
