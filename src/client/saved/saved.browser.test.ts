import { describe, expect } from 'vitest';
import { contentOf, it, longest, said, url } from '../../tests/reader.ts';

describe('saved for later', () => {
  it('has its own page, and goes from one browser to another in a file', async ({ page }) => {
    await page.goto(url + longest);
    await page.locator('[data-do=save]').click();
    await page.goto(`${url}/saved/`);
    expect(await page.locator('#saved li a').getAttribute('href')).toBe(longest);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#data-export').click()]);
    const file = await contentOf(download);
    expect(JSON.parse(file.toString())).toMatchObject({ broadsheet: 1, saved: [{ path: longest }] });

    await page.locator('#saved li button').click();
    await page.locator('#saved .empty').waitFor();
    await page.setInputFiles('#data-file', { name: 'mine.json', mimeType: 'application/json', buffer: file });
    await said(page, 'Imported: 1 saved');
    expect(await page.locator('#saved li a').getAttribute('href')).toBe(longest);
  });

  it('takes no harm from a hostile file', async ({ page }) => {
    await page.goto(`${url}/saved/`);
    const load = (content: string) =>
      page.setInputFiles('#data-file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await load('{"saved":[]}');
    await said(page, 'wasn’t exported from here');
    const good = { id: 'x', path: '/articles/x/', headline: '<img src=x onerror=alert(1)>', at: 5 };
    const bad = ['javascript:alert(1)', '//evil.example/articles/x/', 'https://evil.example/', '/articles/../../x/'];
    await load(
      JSON.stringify({
        broadsheet: 1,
        settings: { theme: 'x"><script>' },
        saved: [good, ...bad.map((path, at) => ({ ...good, id: `b${at}`, path }))],
      }),
    );
    await said(page, 'Imported: 1 saved');
    expect(await page.locator('#saved li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      '/articles/x/',
    ]);
    expect(await page.locator('#saved li a').textContent()).toBe(good.headline);
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('is marked when the site says that the article is no more', async ({ page }) => {
    await page.goto(`${url}/`);
    await page.evaluate(() =>
      localStorage.setItem('broadsheet:/:saved', '[{"id":"x","path":"/articles/x/","headline":"X","at":5}]'),
    );
    await page.goto(`${url}/articles/x/`);
    await page.goto(`${url}/saved/`);
    await page.locator('#saved li', { hasText: 'No longer published' }).waitFor();
  });
});
