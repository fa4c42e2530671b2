import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { it, kept, longest, said, scrollStory, siteDir, url } from '../../tests/reader.ts';

describe('where one stopped', () => {
  it('is kept by place, offered on the page and on the front page, and found at another size', async ({ page }) => {
    await page.goto(url + longest);
    await scrollStory(page, 0.5);
    const [stop] = (await kept(page, 'stops')) as { block: number; share: number }[];
    expect(stop?.share).toBeGreaterThan(0.3);
    await page.evaluate(() => localStorage.setItem('broadsheet:/:settings', '{"size":"largest","width":"narrow"}'));

    await page.goto(`${url}/`);
    await page.setViewportSize({ width: 500, height: 700 });
    const link = page.locator('#shelf a');
    expect(await link.getAttribute('href')).toBe(`${longest}#resume`);
    await link.click();
    await page.waitForFunction(() => scrollY > 500);
    const top = (block: number) =>
      page.evaluate((index) => document.querySelector('.story')!.children[index]!.getBoundingClientRect(), block);
    const { top: above, bottom: below } = await top(stop!.block);
    expect(above).toBeLessThanOrEqual(176);
    expect(below).toBeGreaterThanOrEqual(174);

    // Going back to the page itself, one is asked, not moved.
    await page.goto(`${url}/about/`);
    await page.goto(url + longest);
    const offer = page.getByRole('button', { name: /Continue where you left off/ });
    await offer.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await offer.click();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await offer.count()).toBe(0);
  });

  it('goes when the end was read, and the article is marked as read in lists', async ({ page }) => {
    await page.clock.install();
    await page.goto(url + longest);
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await page.waitForTimeout(100);
    await page.clock.runFor(600);
    expect(await kept(page, 'stops')).toHaveLength(1);
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>('.progress')?.style.getPropertyValue('--share')),
    ).toMatch(/^0\.\d+/);
    await page.clock.runFor(6000);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await page.waitForTimeout(100);
    await page.clock.runFor(600);
    expect(await kept(page, 'read')).toMatchObject([{ id: longest.slice('/articles/'.length, -1) }]);
    expect(await kept(page, 'stops')).toEqual([]);
    await page.goto(`${url}/`);
    await page.goto(url + sectionOf(longest));
    expect(await page.locator(`[data-path="${longest}"][data-read] .mark`).first().textContent()).toBe(' (Read)');
  });

  it('can be marked by hand', async ({ page }) => {
    await page.goto(url + longest);
    const button = page.locator('[data-do=read]');
    await button.click();
    await said(page, 'Marked as read');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await kept(page, 'read')).toEqual([]);
  });
});

function sectionOf(path: string): string {
  return (
    /class="kicker"[^>]*><a[^>]*href="([^"]+)"/.exec(readFileSync(`${siteDir}${path}index.html`, 'utf8'))?.[1] ?? '/'
  );
}
