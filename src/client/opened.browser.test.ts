import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect } from 'vitest';
import { illustrated, it, url } from '../tests/reader.ts';

describe('what opens on a page', () => {
  it.for([360, 1440])('has nothing for axe to find in any theme at %i pixels', async (width, { page }) => {
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
