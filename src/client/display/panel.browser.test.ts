import { describe, expect } from 'vitest';
import { data, it, longest, scrollStory, url } from '../../tests/reader.ts';

describe('the display panel', () => {
  it('sets theme, size, width and face, and keeps them on the next page before it is painted', async ({ page }) => {
    await page.goto(url + longest);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('Sepia').check();
    await page.getByLabel('Larger').check();
    await page.getByLabel('Narrow').check();
    await page.getByLabel('Sans serif').check();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(244, 234, 214)',
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-display'))).toBe(true);

    // No module may run: what is set comes from the script in the head alone.
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(`${url}/`);
    expect([
      await data(page, 'theme'),
      await data(page, 'size'),
      await data(page, 'width'),
      await data(page, 'face'),
    ]).toEqual(['sepia', 'larger', 'narrow', 'sans']);
  });

  it('colours the browser’s own frame as the page, on the next page too, until the system’s is chosen', async ({
    page,
  }) => {
    const frame = () =>
      page
        .locator('meta[name=theme-color]')
        .evaluateAll(
          (all) =>
            all.map((one) => one as HTMLMetaElement).find(({ media }) => !media || matchMedia(media).matches)?.content,
        );
    await page.goto(`${url}/`);
    expect(await frame()).toBe('#fcfbf8');
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('Sepia').check();
    expect(await frame()).toBe('rgb(244, 234, 214)');
    await page.goto(`${url}/about/`);
    await expect.poll(frame).toBe('rgb(244, 234, 214)');
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('System').check();
    expect(await frame()).toBe('#fcfbf8');
  });

  it('is heard in another tab', async ({ context, page }) => {
    await page.goto(`${url}/`);
    const other = await context.newPage();
    await other.goto(`${url}/about/`);
    await other.getByRole('button', { name: 'Display' }).click();
    await other.getByLabel('Dark').check();
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await other.getByLabel('System').check();
    await page.waitForFunction(() => !document.documentElement.dataset['theme']);
  });

  it('works by keyboard alone, and closes on Escape', async ({ page }) => {
    await page.goto(`${url}/`);
    await page.locator('[data-display]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#display:popover-open');
    await page.keyboard.press('ArrowRight');
    expect(await data(page, 'theme')).toBe('light');
    await page.keyboard.press('Escape');
    expect(await page.locator('#display:popover-open').count()).toBe(0);
  });

  it('works for the page where nothing can be stored, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url + longest);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('Dark').check();
    expect(await data(page, 'theme')).toBe('dark');
    await page.getByText('This browser isn’t storing anything').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-do=save]').click();
    expect(await page.locator('[data-do=save]').getAttribute('aria-pressed')).toBe('true');
    await scrollStory(page, 0.5);
    expect(errors).toEqual([]);
  });

  it('holds with nonsense in the store', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['settings', 'stops', 'saved', 'read'])
        localStorage.setItem(`broadsheet:/:${name}`, '[{"path":"javascript:alert(1)","theme":"<img>"}, 7, null');
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const path of ['/', longest, '/saved/']) await page.goto(url + path);
    expect(errors).toEqual([]);
  });
});
