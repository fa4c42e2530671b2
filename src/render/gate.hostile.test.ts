import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../tests/browser.ts';
import { note } from '../tests/figures.ts';
import { bare, meter } from '../tests/meter.ts';
import { activeParts, reparse } from './fixtures/active.ts';
import { pipeline } from './fixtures/pipeline.ts';
import { forms, variants, vectors, vectorsPresent } from './fixtures/vectors.ts';
import { toSafeHtml } from './gate.ts';

/** Fragments in one page of the browser. */
const A_PAGE = 400;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

it('a browser without a policy tells what active pages do: the measure can fail', async () => {
  const bad = [
    '<img src=x onerror="alert(1)">',
    '<script>window.__ran = 1</script>',
    '<p onmouseover="window.__ran = 1">a</p><a href="javascript:alert(1)">a</a>',
    '<iframe srcdoc="<script>parent.__ran = 1</script>"></iframe>',
  ];
  const [first, second, third, fourth] = await Promise.all(bad.map((html) => meter(browser, [bare([html])])));
  expect(first!.dialogs).toEqual(['1']);
  expect(first!.requests).toHaveLength(1);
  expect(second!.scripts.length).toBeGreaterThan(0);
  expect(third!.scripts).toEqual(['window.__ran']);
  expect(third!.active).toEqual(['p[onmouseover]', 'a javascript:alert(1)']);
  expect(fourth!.navigations.length).toBeGreaterThan(0);
});

describe.skipIf(!vectorsPresent)('every known vector does nothing', () => {
  const all = vectors().flatMap(variants);
  let carried = 0;

  it.for(Object.entries(forms))('%s', async ([form, carrier]) => {
    const fragments: string[] = [];
    const failures: string[] = [];
    let refused = 0;
    for (const vector of new Set(all)) {
      let html: string;
      try {
        ({ html } = pipeline(...carrier(vector)));
      } catch (error) {
        // A file with a mistake makes no page at all.
        if ((error as Error).name !== 'SourceErrors') failures.push(`${String(error)} for ${vector}`);
        refused++;
        continue;
      }
      const active = activeParts(reparse(html));
      if (active.length > 0) failures.push(`${active.join(', ')} for ${vector}`);
      if (toSafeHtml(reparse(html), 'block') !== html) {
        failures.push(`changed by a second gate: ${vector}`);
      }
      fragments.push(html);
    }
    expect(failures.slice(0, 20)).toEqual([]);
    const pages: string[] = [];
    for (let from = 0; from < fragments.length; from += A_PAGE) pages.push(bare(fragments.slice(from, from + A_PAGE)));
    const { dialogs, requests, scripts, navigations, active } = await meter(browser, pages);
    const own = requests.filter((address) => !/^http:\/\/page-\d+\.invalid\/pictures\/a-480\.webp$/.test(address));
    expect({ dialogs, requests: own, scripts, navigations, active }).toEqual({ dialogs: [], requests: [], scripts: [], navigations: [], active: [] });
    carried += fragments.length;
    note(inject('figures'), form, `${fragments.length.toLocaleString('en')} files, ${refused} refused, ${pages.length} pages in the browser`);
  });

  afterAll(() => {
    note(inject('figures'), 'vectors', vectors().length);
    note(inject('figures'), 'vectors, decoded ones among them', new Set(all).size);
    note(inject('figures'), 'vectors × forms shown in a browser without a policy', carried);
    note(inject('figures'), 'dialogs, scripts, navigations, requests to other hosts', 0);
  });
});
