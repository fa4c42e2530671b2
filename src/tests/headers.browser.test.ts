import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { directives, headerRules, hostHeaders } from './host.ts';
import { examplePages } from './kinds.ts';
import { serveFolder, type Served } from './serve.ts';
import { useEverything, watched } from './watched.ts';

/**
 * The headers that hosts send, which hold beside the policy that each page carries: strict, and in no
 * page's way. The built site is served here with exactly what its `_headers` file says.
 */

const siteDir = inject('siteDir');
const file = readFileSync(join(siteDir, '_headers'), 'utf8');
const rules = headerRules(file);
const headersOf = (path: string) => hostHeaders(rules, path);
const pages = examplePages(siteDir);
const htmlFiles = readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.split(sep).join('/'));
const policies = htmlFiles.map((path): [string, Map<string, string[]>] => {
  const html = readFileSync(join(siteDir, path), 'utf8');
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return [path, directives(policy.replaceAll('&#x27;', "'"))];
});

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(siteDir, headersOf);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/**
 * What no page may lack, whatever the host. This site publishes its desk, to which pages of others hand what they show:
 * so it sends no Cross-Origin-Opener-Policy. Every other site does (src/hosting/hosting.test.ts).
 */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
};
const sensors = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/** What a header's policy must have, whether it stands for a build or for good. */
function holdsWhateverIsInAPage(policy: Map<string, string[]>): void {
  const own = (name: string) => policy.get(name)?.filter((source) => source !== `'self'`);
  for (const name of ['frame-ancestors', 'base-uri', 'media-src']) expect(policy.get(name), name).toEqual([]);
  for (const name of ['form-action', 'font-src', 'connect-src', 'manifest-src', 'worker-src'])
    expect(own(name), name).toEqual([]);
  // An article's one file has its pictures in it, and the desk shows those that its reader puts there.
  expect(own('img-src')?.sort()).toEqual(['blob:', 'data:']);
  expect(policy.get('require-trusted-types-for')).toEqual([`'script'`]);
  expect(policy.get('trusted-types')).toEqual(['broadsheet']);
  expect([...policy.values()].flat().join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval|unsafe-hashes|\*|https?:/);
}

describe('the _headers file', () => {
  it('has a strict policy for every path, and once', () => {
    for (const path of [
      '/',
      '/articles/x/',
      '/_astro/x.js',
      '/pictures/x.webp',
      '/pagefind/x/y',
      '/cards/x.png',
      '/sw.js',
    ]) {
      const sent = headersOf(path);
      expect(sent).toMatchObject(everywhere);
      for (const [name, value] of Object.entries(sent))
        if (name !== 'permissions-policy' && name !== 'cache-control')
          expect(value, `${path} ${name}`).not.toMatch(/,/);
      for (const sensor of sensors) expect(sent['permissions-policy']).toContain(`${sensor}=()`);
    }
    const policy = directives(headersOf('/')['content-security-policy'] ?? '');
    expect(policy.get('default-src')).toEqual([]);
    holdsWhateverIsInAPage(policy);
  });

  it('lets other sites load pictures and cards, and no script', () => {
    expect(headersOf('/_astro/x.js')['cross-origin-resource-policy']).toBe('same-origin');
    expect(headersOf('/pagefind/x/y')['cross-origin-resource-policy']).toBe('same-origin');
    expect(headersOf('/pictures/x.webp')['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headersOf('/cards/x.png')['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('names HSTS, and leaves it to the owner', () => {
    expect(headersOf('/')).not.toHaveProperty('strict-transport-security');
    expect(rules[0]?.notes.join()).toMatch(/^# Strict-Transport-Security: max-age=\d+/);
  });

  it('fits into what hosts read: 100 rules, 2,000 signs a line', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(file.split('\n').filter((line) => line.length > 2000)).toEqual([]);
  });
});

describe('the policy of the header beside those of the pages', () => {
  const header = directives(headersOf('/')['content-security-policy'] ?? '');

  it('allows what each page allows: else the browser would obey the header alone', () => {
    expect(policies.length).toBeGreaterThan(50);
    const faults = policies.flatMap(([path, policy]) => {
      const lacking = [...policy].flatMap(([name, sources]) => {
        const allowed = header.get(name) ?? header.get('default-src') ?? [];
        return sources.filter((source) => !allowed.includes(source)).map((source) => `${path}: ${name} ${source}`);
      });
      // What is restricted by the header alone must be nothing that the page does.
      const scripts = policy.has('script-src') ? [] : ['require-trusted-types-for', 'trusted-types', 'frame-ancestors'];
      const free = [...header.keys()].filter(
        (name) => !policy.has(name) && !name.endsWith('-src') && name !== 'frame-ancestors' && !scripts.includes(name),
      );
      return [...lacking, ...free.map((name) => `${path}: ${name} is in the header alone`)];
    });
    expect(faults).toEqual([]);
  });

  it('allows nothing that no page needs, but styles of its own to the feeds', () => {
    const needed = (name: string) => new Set(policies.flatMap(([, policy]) => policy.get(name) ?? []));
    const more = [...header].flatMap(([name, sources]) =>
      sources.filter((source) => !needed(name).has(source)).map((source) => `${name} ${source}`),
    );
    expect(more).toEqual([`style-src 'self'`]);
  });
});

describe.each(['nginx', 'caddy'])('the settings of %s', (server) => {
  const settings = execFileSync(
    process.execPath,
    ['src/cli/hosting.ts', server, '--outDir', siteDir, '--folder', '/srv/www'],
    {
      encoding: 'utf8',
      env: { ...process.env, BROADSHEET_BASE: '', BROADSHEET_URL: '', BROADSHEET_DESK: 'public' },
    },
  );
  const line = (name: string) =>
    settings
      .match(new RegExp(`^\\s*(?:add_header )?${name} "([^"]*)"`, 'gim'))
      ?.map((each) => /"([^"]*)"/.exec(each)?.[1]);

  it('send the same headers, each once', () => {
    for (const [name, value] of Object.entries(everywhere)) expect(line(name), name).toEqual([value]);
    expect(line('permissions-policy')).toEqual([headersOf('/')['permissions-policy']]);
    expect(settings).toMatch(/same-origin/);
    expect(line('strict-transport-security')).toBeUndefined();
    expect(settings).toMatch(/^\s*# (?:add_header )?Strict-Transport-Security "max-age=\d+"/m);
  });

  it('allow what every page allows, and depend on no style or script: they stay while editions come', () => {
    const [written = ''] = line('content-security-policy') ?? [];
    const policy = directives(written);
    holdsWhateverIsInAPage(policy);
    expect(written).not.toMatch(/sha256|default-src|script-src |style-src /);
    for (const name of ['script-src-attr', 'style-src-attr', 'object-src', 'frame-src'])
      expect(policy.get(name), name).toEqual([]);
    // Of what it names, no page needs more.
    const faults = policies.flatMap(([path, page]) =>
      [...policy].flatMap(([name, allowed]) =>
        (page.get(name) ?? [])
          .filter((source) => !allowed.includes(source))
          .map((source) => `${path}: ${name} ${source}`),
      ),
    );
    expect(faults).toEqual([]);
    // What it leaves to the pages, each of them forbids or allows by hash.
    for (const [path, page] of policies) expect(page.get('default-src'), path).toEqual([]);
  });
});

describe('in a browser, with these headers', () => {
  const others = [
    { kind: 'an article as one file', path: `/${encodeURI(htmlFiles.find((path) => path.startsWith('keep/')) ?? '')}` },
    { kind: 'a feed', path: '/atom.xml' },
    { kind: 'an article’s data', path: '/articles/the-long-way-of-the-eel.json' },
    { kind: 'a page that is not there', path: '/nowhere/' },
  ];

  it.concurrent.each([...pages, ...others])('$kind breaks no policy', async ({ path }) => {
    const context = await browser.newContext();
    const { page, violations } = await watched(context);
    const response = await page.goto(served.url + path, { waitUntil: 'load' });
    expect(response?.headers()).toMatchObject({
      ...everywhere,
      'content-security-policy': expect.stringContaining('default-src'),
    });
    await page.waitForTimeout(200);
    await context.close();
    expect(violations).toEqual([]);
  });

  it('every feature works', async () => {
    expect(await useEverything(browser, served.url, siteDir)).toEqual([]);
  });

  it('a feed keeps its style', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}/atom.xml`, { waitUntil: 'load' });
    expect(
      await page.evaluate(() => {
        const [title] = document.getElementsByTagName('title');
        return title && getComputedStyle(title).fontSize;
      }),
    ).toBe('32px');
    await page.close();
  });

  it('what was kept is read without a network: the worker obeys the header too', async () => {
    const context = await browser.newContext();
    const { page, violations } = await watched(context);
    await page.goto(`${served.url}/`, { waitUntil: 'load' });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.waitForFunction(async () => (await caches.keys()).some((name) => name.endsWith(':shell')));
    await context.setOffline(true);
    await page.goto(`${served.url}/offline/`, { waitUntil: 'load' });
    expect(await page.locator('body.page-offline h1').count()).toBe(1);
    await context.close();
    expect(violations).toEqual([]);
  });

  it('no other page shows this one in a frame', async () => {
    const bare = await serveFolder(siteDir);
    const outer = await serveFolder(siteDir);
    outer.answer(
      '/outer/',
      200,
      `<iframe src="${served.url}/about/"></iframe><iframe src="${bare.url}/about/"></iframe>`,
    );
    const page = await browser.newPage();
    await page.goto(`${outer.url}/outer/`, { waitUntil: 'load' });
    const shown = page.frames().flatMap((frame) => (frame.url().endsWith('/about/') ? [frame.url()] : []));
    await page.close();
    await Promise.all([bare.close(), outer.close()]);
    // Without the headers it is shown: the measure can fail.
    expect(shown).toEqual([`${bare.url}/about/`]);
  });
});
