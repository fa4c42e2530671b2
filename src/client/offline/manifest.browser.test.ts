import { describe, expect } from 'vitest';
import { it } from '../../tests/offline-reader.ts';

describe('the manifest', () => {
  it('can be installed from: every icon is there in the size it says', async ({ page, server }) => {
    await page.goto(`${server.url}/`);
    const address = await page.locator('link[rel=manifest]').evaluate((link) => (link as HTMLLinkElement).href);
    const manifest = (await (await page.request.get(address)).json()) as {
      name: string;
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
      share_target: { action: string; method: string };
    };
    expect(manifest).toMatchObject({ start_url: '/', display: 'minimal-ui' });
    // This site publishes its desk: what is shared with it goes there.
    expect(manifest.share_target).toMatchObject({ action: '/desk/', method: 'POST' });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    for (const { src, sizes } of manifest.icons) {
      const size = await page.evaluate(async (path) => {
        const image = new Image();
        image.src = path;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      if (sizes !== 'any') expect(size).toBe(sizes);
    }
  });
});
