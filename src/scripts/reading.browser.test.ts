import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../tests/browser.ts';
import { articlePaths } from '../tests/kinds.ts';

/** What a reader can do on the pages, in a real browser. Service workers are off here: offline.browser.test.ts has them. */

const url = inject('siteUrl');
const siteDir = inject('siteDir');
const [longest = ''] = articlePaths(siteDir);
const [illustrated = ''] = articlePaths(siteDir, /(?:class="figure-open"[^]*){2}/);

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1200, height: 800 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
});

const data = (name: string) => page.evaluate((key) => document.documentElement.dataset[key] ?? null, name);
const active = () =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName ?? '');
const kept = (name: string) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(`broadsheet:/:${key}`) ?? 'null') as unknown, name);
const said = (text: string) => page.locator('#said p', { hasText: text }).waitFor();
const scrollStory = async (share: number) => {
  await page.evaluate(
    (part) => scrollTo({ top: part * (document.querySelector('.story')?.scrollHeight ?? 0), behavior: 'instant' }),
    share,
  );
  await page.waitForTimeout(450);
};

describe('the display panel', () => {
  it('sets theme, size, width and face, and keeps them on the next page before it is painted', async () => {
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
    expect([await data('theme'), await data('size'), await data('width'), await data('face')]).toEqual([
      'sepia',
      'larger',
      'narrow',
      'sans',
    ]);
  });

  it('is heard in another tab', async () => {
    await page.goto(`${url}/`);
    const other = await context.newPage();
    await other.goto(`${url}/about/`);
    await other.getByRole('button', { name: 'Display' }).click();
    await other.getByLabel('Dark').check();
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await other.getByLabel('System').check();
    await page.waitForFunction(() => !document.documentElement.dataset['theme']);
  });

  it('works by keyboard alone, and closes on Escape', async () => {
    await page.goto(`${url}/`);
    await page.locator('[data-display]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#display:popover-open');
    await page.keyboard.press('ArrowRight');
    expect(await data('theme')).toBe('light');
    await page.keyboard.press('Escape');
    expect(await page.locator('#display:popover-open').count()).toBe(0);
  });

  it('works for the page where nothing can be stored, and says so', async () => {
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
    expect(await data('theme')).toBe('dark');
    await page.getByText('This browser keeps nothing').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-do=save]').click();
    expect(await page.locator('[data-do=save]').getAttribute('aria-pressed')).toBe('true');
    await scrollStory(0.5);
    expect(errors).toEqual([]);
  });

  it('holds with nonsense in the store', async () => {
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

describe('keys', () => {
  it('go through a list, open, and go on through it from article to article', async () => {
    await page.goto(`${url}/`);
    const list = await page
      .locator('main [data-article-id]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-path')))]);
    await page.keyboard.press('j');
    expect(await active()).toBe(list[0]);
    await page.keyboard.press('j');
    expect(await active()).toBe(list[1]);
    await page.keyboard.press('k');
    expect(await active()).toBe(list[0]);
    await page.keyboard.press('o');
    await page.waitForURL(`${url}${list[0]}`);
    for (const path of list.slice(1, 4)) {
      await page.keyboard.press('j');
      await page.waitForURL(`${url}${path}`);
    }
    await page.keyboard.press('k');
    await page.waitForURL(`${url}${list[2]}`);
  });

  it('go through the section without a list', async () => {
    const path = articlePaths(siteDir, /rel="prev"/).find((one) => one) ?? '';
    await page.goto(url + path);
    const earlier = await page.locator('main a[rel=prev]').getAttribute('href');
    await page.keyboard.press('j');
    await page.waitForURL(`${url}${earlier}`);
  });

  it('save, change the theme, search, and list themselves', async () => {
    await page.goto(url + longest);
    await page.keyboard.press('s');
    await said('Saved for later');
    expect(await kept('saved')).toMatchObject([{ path: longest }]);
    await page.keyboard.press('s');
    expect(await kept('saved')).toEqual([]);
    const themes = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('t');
      themes.push(await data('theme'));
    }
    expect(themes).toEqual(['light', 'dark', 'sepia', null]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    await page.waitForURL(`${url}/search/`);
  });

  it('do nothing while one types, with a modifier, or turned off', async () => {
    await page.goto(`${url}/search/`);
    const field = page.locator('main input[type=search]');
    if (await field.count()) {
      await field.pressSequentially('jots?');
      expect(await field.inputValue()).toBe('jots?');
    }
    await page.goto(`${url}/`);
    await page.keyboard.press('Control+j');
    await page.keyboard.press('Alt+t');
    expect([await active(), await data('theme')]).toEqual(['BODY', null]);
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.reload();
    await page.keyboard.press('t');
    expect(await data('theme')).toBeNull();
  });

  it('are found by where they lie on a keyboard without Latin letters', async () => {
    await page.goto(`${url}/`);
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'е', code: 'KeyT' })));
    expect(await data('theme')).toBe('light');
  });
});

describe('where one stopped', () => {
  it('is kept by place, offered on the page and on the front page, and found at another size', async () => {
    await page.goto(url + longest);
    await scrollStory(0.5);
    const [stop] = (await kept('stops')) as { block: number; share: number }[];
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
    const offer = page.getByRole('button', { name: /Go on where you stopped/ });
    await offer.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await offer.click();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await offer.count()).toBe(0);
  });

  it('goes when the end was read, and the article is marked as read in lists', async () => {
    await page.clock.install();
    await page.goto(url + longest);
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await page.waitForTimeout(100);
    await page.clock.runFor(600);
    expect(await kept('stops')).toHaveLength(1);
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>('.progress')?.style.getPropertyValue('--share')),
    ).toMatch(/^0\.\d+/);
    await page.clock.runFor(6000);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await page.waitForTimeout(100);
    await page.clock.runFor(600);
    expect(await kept('read')).toMatchObject([{ id: longest.slice('/articles/'.length, -1) }]);
    expect(await kept('stops')).toEqual([]);
    await page.goto(`${url}/`);
    await page.goto(url + sectionOf(longest));
    expect(await page.locator(`[data-path="${longest}"][data-read] .mark`).first().textContent()).toBe(' (Read)');
  });

  it('can be marked by hand', async () => {
    await page.goto(url + longest);
    const button = page.locator('[data-do=read]');
    await button.click();
    await said('Marked as read');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await kept('read')).toEqual([]);
  });
});

function sectionOf(path: string): string {
  return (
    /class="kicker"[^>]*><a[^>]*href="([^"]+)"/.exec(readFileSync(`${siteDir}${path}index.html`, 'utf8'))?.[1] ?? '/'
  );
}

describe('saved for later', () => {
  it('has its own page, and goes from one browser to another in a file', async () => {
    await page.goto(url + longest);
    await page.locator('[data-do=save]').click();
    await page.goto(`${url}/saved/`);
    expect(await page.locator('#saved li a').getAttribute('href')).toBe(longest);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#data-export').click()]);
    const file = readFileSync(await download.path());
    expect(JSON.parse(file.toString())).toMatchObject({ broadsheet: 1, saved: [{ path: longest }] });

    await page.locator('#saved li button').click();
    await page.locator('#saved .empty').waitFor();
    await page.setInputFiles('#data-file', { name: 'mine.json', mimeType: 'application/json', buffer: file });
    await said('Imported: 1 saved');
    expect(await page.locator('#saved li a').getAttribute('href')).toBe(longest);
  });

  it('takes no harm from a hostile file', async () => {
    await page.goto(`${url}/saved/`);
    const load = (content: string) =>
      page.setInputFiles('#data-file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await load('{"saved":[]}');
    await said('not a file that was exported here');
    const good = { id: 'x', path: '/articles/x/', headline: '<img src=x onerror=alert(1)>', at: 5 };
    const bad = ['javascript:alert(1)', '//evil.example/articles/x/', 'https://evil.example/', '/articles/../../x/'];
    await load(
      JSON.stringify({
        broadsheet: 1,
        settings: { theme: 'x"><script>' },
        saved: [good, ...bad.map((path, at) => ({ ...good, id: `b${at}`, path }))],
      }),
    );
    await said('Imported: 1 saved');
    expect(await page.locator('#saved li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      '/articles/x/',
    ]);
    expect(await page.locator('#saved li a').textContent()).toBe(good.headline);
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('is marked when the site says that the article is no more', async () => {
    await page.goto(`${url}/`);
    await page.evaluate(() =>
      localStorage.setItem('broadsheet:/:saved', '[{"id":"x","path":"/articles/x/","headline":"X","at":5}]'),
    );
    await page.goto(`${url}/articles/x/`);
    await page.goto(`${url}/saved/`);
    await page.locator('#saved li', { hasText: 'No longer published' }).waitFor();
  });
});

describe('larger pictures', () => {
  it('open on Enter, turn with the arrows, close on Escape, and give the focus back', async () => {
    await page.goto(url + illustrated);
    const links = page.locator('article.h-entry a.figure-open');
    const hrefs = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    await links.first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Picture, larger' });
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
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(hrefs.at(-1));
    expect(page.url()).toBe(url + illustrated);
  });

  it('open on a click, and leave clicks with a modifier to the browser', async () => {
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

describe('reading aloud', () => {
  /** A voice that says each part at once, as far as the test lets it. */
  const voice = (lang: string, localService: boolean) => {
    const log: { text: string; rate: number }[] = [];
    const queue: SpeechSynthesisUtterance[] = [];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang, localService, name: 'Test' }],
      speak: (utterance: SpeechSynthesisUtterance) =>
        void (log.push({ text: utterance.text, rate: utterance.rate }), queue.push(utterance)),
      cancel: () => void (queue.length = 0),
      pause: () => void ((window as unknown as { paused: boolean }).paused = true),
      resume: () => void ((window as unknown as { paused: boolean }).paused = false),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        rate = 1;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, {
      log,
      finish: () => queue.splice(0).forEach((utterance) => utterance.onend?.({} as SpeechSynthesisEvent)),
    });
  };
  const offered = () => page.locator('[data-do=listen]').isVisible();

  it('is not offered without a voice, nor for another language, nor by a voice elsewhere', async () => {
    await page.goto(url + longest);
    expect(await offered()).toBe(false);
    for (const [lang, local] of [
      ['de-DE', true],
      ['en-GB', false],
    ] as const) {
      const other = await context.newPage();
      await other.addInitScript(`(${voice.toString()})(${JSON.stringify(lang)}, ${local})`);
      await other.goto(url + longest);
      expect(await other.locator('[data-do=listen]').isVisible()).toBe(false);
    }
  });

  it('marks the paragraph as it goes, pauses, changes speed and stops', async () => {
    await page.addInitScript(`(${voice.toString()})('en-GB', true)`);
    await page.goto(url + longest);
    await page.locator('[data-do=listen]').click();
    const bar = page.getByRole('group', { name: 'Reading aloud' });
    await bar.waitFor();
    const marked = () => page.locator('[data-spoken]').evaluateAll((all) => all.map((one) => one.tagName));
    expect(await marked()).toEqual(['H1']);
    await page.evaluate(() => (window as unknown as { finish(): void }).finish());
    const second = await page.locator('[data-spoken]').textContent();
    expect(second).not.toBe(await page.locator('h1').textContent());
    await bar.getByRole('button', { name: 'Pause' }).click();
    expect(await page.evaluate(() => (window as unknown as { paused: boolean }).paused)).toBe(true);
    await bar.getByRole('button', { name: 'Play' }).click();
    await bar.getByLabel('Speed').selectOption('1.5');
    expect(await page.evaluate(() => (window as unknown as { log: { rate: number }[] }).log.at(-1)?.rate)).toBe(1.5);
    await bar.getByRole('button', { name: 'Previous paragraph' }).click();
    expect(await marked()).toEqual(['H1']);
    await bar.getByRole('button', { name: 'Stop reading aloud' }).click();
    expect(await bar.count()).toBe(0);
    expect(await marked()).toEqual([]);
  });
});

describe('what opens on a page', () => {
  it.each([360, 1440])('has nothing for axe to find in any theme at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url + illustrated);
    const faults: string[] = [];
    const look = async (place: string) => {
      for (const theme of ['light', 'dark', 'sepia']) {
        await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(place).analyze();
        faults.push(...violations.map(({ id, nodes }) => `${theme} ${place}: ${id} ${nodes[0]?.html}`));
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) faults.push(`${place}: ${over} pixels too wide`);
    };
    await page.locator('[data-display]').click();
    await page.waitForSelector('#display:popover-open');
    await look('#display');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await look('dialog');
    await page.keyboard.press('Escape');
    await page.locator('a.figure-open').first().click();
    await page.waitForSelector('dialog[open]');
    await look('dialog');
    await page.keyboard.press('Escape');
    await page.locator('.cite summary').first().click();
    await look('.cite');
    expect(faults).toEqual([]);
  });
});

describe('citing', () => {
  it('copies a citation', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    await page.goto(url + longest);
    await page.locator('.cite:has([data-copy]) summary').click();
    await page.locator('.cite .copy').first().click();
    await said('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('[data-copy]').first().textContent(),
    );
  });

  it('copies a link to the selected passage, in whole words that stand there once', async () => {
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
    await page.getByRole('button', { name: 'Copy a link to this passage' }).click();
    await said('Copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`${url}${longest}#:~:text=`);
    // This Chromium does not follow text directives; that the words stand there once is what they need.
    const words = decodeURIComponent(link.split('text=')[1] ?? '');
    const text = ((await page.locator('main .story').textContent()) ?? '').replace(/\s+/g, ' ');
    expect(text.split(words)).toHaveLength(2);
    expect(words).toMatch(/^\S.*\S$/);
  });
});
