import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { vectors, vectorsPresent } from './hostile-corpus.ts';
import { openBrowser } from './browser.ts';
import { note } from './figures.ts';
import { serveFolder } from './serve.ts';

/** Whole pages of a newspaper whose headlines, names, topics and sources are the known vectors, with the policy off. */
const EACH = 30;
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-hostile-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!vectorsPresent)('pages whose facts are known vectors', () => {
  it('do nothing', async () => {
    const articles = join(folder, 'content', 'articles');
    await mkdir(articles, { recursive: true });
    const sample = vectors().filter((_, index) => index < 25 || index % EACH === 0);
    for (const [index, vector] of sample.entries()) {
      const said = JSON.stringify(vector.replace(/\s+/g, ' ').trim() || 'blank');
      const day = `2024-01-${String((index % 28) + 1).padStart(2, '0')}`;
      const front = ['headline', 'description', 'section', 'dateline'].map((key) => `${key}: ${said}`).join('\n');
      await writeFile(
        join(articles, `a${index}.md`),
        `---\n${front}\nauthors: [${said}]\ntopics: [${said}]\nsource: { name: ${said}, url: "https://e.invalid/" }\npublished: ${day}\n---\n${vector}\n`,
      );
    }
    const site = join(folder, 'site');
    const env = {
      ...process.env,
      BROADSHEET_CONTENT: join(folder, 'content'),
      BROADSHEET_BASE: '',
      BROADSHEET_URL: '',
      NODE_ENV: 'production',
    };
    const built = await promisify(execFile)(
      process.execPath,
      ['src/cli/build.ts', '--keep-going', '--json', '--outDir', site],
      { env, maxBuffer: 1e8 },
    ).catch((error: { stdout: string }) => error);
    const { articles: made } = JSON.parse(built.stdout) as { articles: number };
    expect(made).toBeGreaterThan(sample.length * 0.8);

    const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
    const { url, close } = await serveFolder(site);
    const browser = await openBrowser();
    const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true });
    const page = await context.newPage();
    const seen: string[] = [];
    let here = '';
    page.on('dialog', (dialog) => {
      seen.push(`dialog on ${here}`);
      void dialog.dismiss();
    });
    page.on(
      'request',
      (request) => !request.url().startsWith(url) && seen.push(`request to ${request.url()} on ${here}`),
    );
    page.on(
      'framenavigated',
      (frame) =>
        (frame !== page.mainFrame() || frame.url() !== here) &&
        frame.url() !== 'about:blank' &&
        seen.push(`went to ${frame.url()}`),
    );
    for (const file of files) {
      here = encodeURI(`${url}/${file}`);
      await page.goto(here, { waitUntil: 'load' });
      if (await page.evaluate(() => '__ran' in window)) seen.push(`a script ran on ${here}`);
    }
    await browser.close();
    await close();
    note(inject('figures'), 'whole pages of hostile articles, policy off', files.length);
    note(inject('figures'), '  dialogs, scripts, requests elsewhere, navigations', seen.length);
    expect(seen).toEqual([]);
  });
});
