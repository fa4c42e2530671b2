import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../tests/browser.ts';
import { note } from '../tests/figures.ts';
import { show, still } from './fixtures/shown.ts';
import { vectors, vectorsPresent } from '../tests/hostile-corpus.ts';
import { forms, variants } from './fixtures/vectors.ts';

/** Every known vector, in every form that it can have in a file, does nothing in a browser without a policy. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

describe.skipIf(!vectorsPresent)('every known vector does nothing', () => {
  const plain = vectors();
  const all = new Set(plain.flatMap(variants));
  const total = { files: 0, pages: 0, dialogs: 0, requests: 0, scripts: 0, navigations: 0, active: 0 };

  it.for(Object.entries(forms))('%s', async ([, carrier]) => {
    const { files, pages, failures, measured } = await show(browser, all, carrier);
    total.files += files;
    total.pages += pages;
    for (const kind of Object.keys(still) as (keyof typeof still)[]) total[kind] += measured[kind].length;
    expect(failures.slice(0, 20)).toEqual([]);
    expect(measured).toEqual(still);
    expect(files).toBeGreaterThan(all.size * 0.9);
  });

  afterAll(() => {
    const file = inject('figures');
    note(file, 'known vectors', plain.length);
    note(file, 'with their decoded forms', all.size);
    note(file, 'ways in which each stands in a file', Object.keys(forms).length);
    note(file, 'files shown to a browser without a policy', total.files);
    note(file, 'pages that held them', total.pages);
    for (const kind of ['dialogs', 'scripts', 'requests', 'navigations', 'active'] as const)
      note(file, `  ${kind}`, total[kind]);
  });
});
