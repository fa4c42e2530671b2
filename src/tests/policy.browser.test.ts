import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { articlePaths, examplePages } from './kinds.ts';
import { useEverything, watched } from './watched.ts';

/** The policy that every page carries: nothing of the site breaks it, and what somebody puts into a page does not run. */

const url = inject('siteUrl');
const siteDir = inject('siteDir');
const pages = examplePages(siteDir);
const [longest = ''] = articlePaths(siteDir);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

const htmlFiles = readdirSync(siteDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const policyOf = (html: string): string =>
  (/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&#x27;', "'");

describe('the policy', () => {
  it('stands in every page, before anything that it governs', () => {
    expect(htmlFiles.length).toBeGreaterThan(50);
    const faults = htmlFiles.flatMap((file) => {
      const html = readFileSync(join(siteDir, file), 'utf8');
      const policy = policyOf(html);
      const early = html.slice(0, html.indexOf('http-equiv="Content-Security-Policy"'));
      const wrong = [
        !policy.startsWith("default-src 'none'") && "no default-src 'none'",
        // An article that is kept as one file has its pictures in it.
        /unsafe-inline|(?<!wasm-)unsafe-eval|unsafe-hashes|\*|https?:|data:|blob:/.test(
          // The desk shows the pictures that its reader puts there.
          policy.replace(file.startsWith('keep') ? 'img-src data:' : file.startsWith('desk') ? ' blob:' : '', ''),
        ) && policy,
        !policy.includes("base-uri 'none'") && 'no base-uri',
        !/form-action '(?:self|none)'/.test(policy) && 'no form-action',
        /<(?:script|style|link|img)\b/.test(early) && 'something stands before the policy',
        / on[a-z]+="|\sstyle="/.test(html.replace(/<pre[^]*?<\/pre>|<code[^]*?<\/code>/g, '')) &&
          'a handler or style attribute',
        policy.includes('wasm-unsafe-eval') &&
          file !== join('search', 'index.html') &&
          'WebAssembly beyond the search page',
      ];
      return wrong.filter(Boolean).map((what) => `${file}: ${String(what)}`);
    });
    expect(faults).toEqual([]);
  });

  it('asks for Trusted Types wherever scripts may run, under one name', () => {
    const without = htmlFiles.filter((file) => {
      const policy = policyOf(readFileSync(join(siteDir, file), 'utf8'));
      return (
        policy.includes('script-src') &&
        !/(?:^|; )require-trusted-types-for 'script'; trusted-types broadsheet(?:;|$)/.test(policy)
      );
    });
    expect(without).toEqual([]);
  });
});

describe.concurrent('no violation', () => {
  it.each(pages)('on $kind', async ({ path }) => {
    const context = await browser.newContext();
    const { page, violations } = await watched(context);
    await page.goto(url + path, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    await context.close();
    expect(violations).toEqual([]);
  });
});

it('no violation when every feature is used', async () => {
  expect(await useEverything(browser, url, siteDir)).toEqual([]);
});

describe('what somebody puts into a page', () => {
  it.each([
    ['an inline script', '<script>window.__ran = 1</script>'],
    ['a handler', '<img src="/icon.svg" onload="window.__ran = 1">'],
    ['a script from elsewhere', '<script src="https://elsewhere.invalid/a.js"></script>'],
    ['a frame', '<iframe srcdoc="<script>parent.__ran = 1</script>"></iframe>'],
    ['an inline style', '<style>body { display: none }</style>'],
    ['a picture from elsewhere', '<img src="https://elsewhere.invalid/a.png">'],
    ['a base', '<base href="https://elsewhere.invalid/">'],
    ['a form that posts elsewhere', '<form action="https://elsewhere.invalid/"><button id="post">a</button></form>'],
  ])('%s does nothing', async (_what, markup) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const { page, violations } = await watched(context);
    const elsewhere: string[] = [];
    // What the policy ends is reported as a request too, but never reaches a route.
    await context.route('https://elsewhere.invalid/**', (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    });
    await page.route(url + longest, async (route) => {
      const html = readFileSync(join(siteDir, longest, 'index.html'), 'utf8');
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: html.replace('</main>', `${markup}</main>`),
      });
    });
    await page.goto(url + longest, { waitUntil: 'load' });
    if (markup.includes('id="post"')) await page.evaluate(() => document.querySelector<HTMLElement>('#post')!.click());
    await page.waitForTimeout(200);
    expect(
      await page.evaluate(() => [
        (window as { __ran?: number }).__ran ?? null,
        getComputedStyle(document.body).display,
      ]),
    ).toEqual([null, expect.not.stringMatching('none')]);
    const left = page.url();
    await context.close();
    expect(left).toBe(url + longest);
    expect(elsewhere).toEqual([]);
    expect(violations.length).toBeGreaterThan(0);
  });

  it('a script that writes HTML is stopped by Trusted Types', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const { page } = await watched(context);
    await page.goto(url + longest);
    const thrown = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src=x>');
        return '';
      } catch (error) {
        return (error as Error).name;
      }
    });
    await context.close();
    expect(thrown).toBe('TypeError');
  });

  it.each(['default', 'escape', 'broadsheet'])('no script lets HTML through by a policy named %s', async (name) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const { page } = await watched(context);
    await page.goto(url + longest, { waitUntil: 'load' });
    // The site's own name is taken once its scripts have run, and a name is given once.
    await page.waitForTimeout(100);
    const thrown = await page.evaluate((policy) => {
      try {
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy(policy, { createHTML: (html: string) => html });
        return '';
      } catch (error) {
        return (error as Error).name;
      }
    }, name);
    await context.close();
    expect(thrown).toBe('TypeError');
  });
});
