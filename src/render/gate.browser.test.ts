import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../tests/browser.ts';
import { bare, meter } from '../tests/meter.ts';
import { show, still } from './fixtures/shown.ts';
import { vectors, vectorsPresent } from '../tests/hostile-corpus.ts';
import { forms } from './fixtures/vectors.ts';

/** A sample of `gate.hostile.test.ts`, short enough to run every time. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

it('a browser without a policy tells what active pages do: the measure can fail', async () => {
  const [image, script, link, frame] = await Promise.all(
    [
      '<img src=x onerror="alert(1)">',
      '<script>window.__ran = 1</script>',
      '<p onmouseover="window.__ran = 1">a</p><a href="javascript:alert(1)">a</a>',
      '<iframe srcdoc="<script>parent.__ran = 1</script>"></iframe>',
    ].map((html) => meter(browser, [bare([html])])),
  );
  expect(image!.dialogs).toContain('1');
  expect(image!.requests).toHaveLength(1);
  expect(script!.scripts.length).toBeGreaterThan(1);
  expect(link!.scripts).toContain('window.__ran');
  expect(link!.active).toEqual(['p[onmouseover]', 'a javascript:alert(1)']);
  expect(frame!.navigations.length).toBeGreaterThan(0);
});

describe.skipIf(!vectorsPresent)('a sample of the known vectors does nothing', () => {
  const all = vectors();
  const sample = all.filter((_, index) => index < 40 || index % 60 === 0);

  it.for(Object.entries(forms))('%s', async ([, carrier]) => {
    const { files, failures, measured } = await show(browser, sample, carrier);
    expect(failures).toEqual([]);
    expect(measured).toEqual(still);
    expect(files).toBeGreaterThan(sample.length * 0.9);
  });
});
