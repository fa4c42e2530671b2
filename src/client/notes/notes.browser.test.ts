import { describe, expect, inject } from 'vitest';
import { articlePaths } from '../../tests/kinds.ts';
import { contentOf, it, kept } from '../../tests/reader.ts';

const url = inject('siteUrl');
const [path = ''] = articlePaths(inject('siteDir'));

/** Selects a part of the story's first paragraph, as a reader does. */
const selectWords = `(() => {
  const text = document.createTreeWalker(document.querySelector('.story > p'), NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(text, 4, text, 24);
})()`;

describe('highlights', () => {
  it('are made by key, noted, kept, listed, exported as Markdown, taken back', async ({ page }) => {
    await page.goto(url + path);
    await page.evaluate(selectWords);
    const words = await page.evaluate(() => getSelection()!.toString());
    await page.locator('.passage [data-highlight]').waitFor();
    await page.keyboard.press('h');
    await page.locator('mark.own-mark').first().waitFor();
    expect(await page.locator('mark.own-mark').allTextContents()).toEqual([words]);
    await page.getByLabel(/^Note: /).fill('Ask *her*.');
    await expect.poll(() => kept(page, 'highlights')).toMatchObject([{ note: 'Ask *her*.' }]);

    await page.reload();
    await page.locator('mark.own-mark').first().waitFor();
    expect(await page.getByLabel(/^Note: /).inputValue()).toBe('Ask *her*.');

    await page.goto(`${url}/saved/`);
    expect(await page.locator('#notes blockquote').allTextContents()).toEqual([words.trim()]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#notes-export')]);
    const markdown = (await contentOf(file)).toString();
    expect(markdown).toContain(`(<${url}${path}>)`);
    expect(markdown).toContain('> ');
    expect(markdown).toContain('Ask \\*her\\*.');

    await page.goto(url + path);
    await page.getByRole('button', { name: /^Remove: / }).click();
    expect(await page.locator('mark.own-mark').count()).toBe(0);
    await page.click('#said button');
    await expect.poll(() => kept(page, 'highlights')).toMatchObject([{ note: 'Ask *her*.' }]);
    expect(await page.locator('mark.own-mark').count()).toBe(1);
  });
});
