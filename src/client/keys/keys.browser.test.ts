import { describe, expect } from 'vitest';
import { articlePaths } from '../../tests/kinds.ts';
import { active, data, it, kept, longest, said, siteDir, url } from '../../tests/reader.ts';

describe('keys', () => {
  it('go through a list, open, and go on through it from article to article', async ({ page }) => {
    await page.goto(`${url}/`);
    const list = await page
      .locator('main [data-article-id]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-path')))]);
    await page.keyboard.press('j');
    expect(await active(page)).toBe(list[0]);
    await page.keyboard.press('j');
    expect(await active(page)).toBe(list[1]);
    await page.keyboard.press('k');
    expect(await active(page)).toBe(list[0]);
    await page.keyboard.press('o');
    await page.waitForURL(`${url}${list[0]}`);
    for (const path of list.slice(1, 4)) {
      await page.keyboard.press('j');
      await page.waitForURL(`${url}${path}`);
    }
    await page.keyboard.press('k');
    await page.waitForURL(`${url}${list[2]}`);
  });

  it('go through the section without a list', async ({ page }) => {
    const path = articlePaths(siteDir, /rel="prev"/).find((one) => one) ?? '';
    await page.goto(url + path);
    const earlier = await page.locator('main a[rel=prev]').getAttribute('href');
    await page.keyboard.press('j');
    await page.waitForURL(`${url}${earlier}`);
  });

  it('save, change the theme, search, and list themselves', async ({ page }) => {
    await page.goto(url + longest);
    await page.keyboard.press('s');
    await said(page, 'Saved for later');
    expect(await kept(page, 'saved')).toMatchObject([{ path: longest }]);
    await page.keyboard.press('s');
    expect(await kept(page, 'saved')).toEqual([]);
    const themes = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('t');
      themes.push(await data(page, 'theme'));
    }
    expect(themes).toEqual(['light', 'dark', 'sepia', null]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    await page.waitForURL(`${url}/search/`);
  });

  it('are not listed any more for one who pressed Escape before the list had come', async ({ page }) => {
    await page.goto(url + longest);
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/_astro\/key-list.*\.js/, async (route) => {
      await arrived;
      await route.continue();
    });
    let isAsked = false;
    page.on('request', (request) => (isAsked ||= /_astro\/key-list.*\.js/.test(request.url())));
    // A busy machine may lose a key that is pressed as the page has just come.
    await expect
      .poll(
        async () => {
          if (!isAsked) await page.keyboard.press('?');
          return isAsked;
        },
        { interval: 500, timeout: 20_000 },
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    const answered = page.waitForResponse(/_astro\/key-list.*\.js/);
    arrive();
    await answered;
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
    // Asked once more, it opens.
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  });

  it('do nothing while one types, with a modifier, or turned off', async ({ page }) => {
    await page.goto(`${url}/search/`);
    const field = page.locator('main input[type=search]');
    if (await field.count()) {
      await field.pressSequentially('jots?');
      expect(await field.inputValue()).toBe('jots?');
    }
    await page.goto(`${url}/`);
    await page.keyboard.press('Control+j');
    await page.keyboard.press('Alt+t');
    expect([await active(page), await data(page, 'theme')]).toEqual(['BODY', null]);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.reload();
    await page.keyboard.press('t');
    expect(await data(page, 'theme')).toBeNull();
  });

  it('are found by where they lie on a keyboard without Latin letters', async ({ page }) => {
    await page.goto(`${url}/`);
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'е', code: 'KeyT' })));
    expect(await data(page, 'theme')).toBe('light');
  });
});
