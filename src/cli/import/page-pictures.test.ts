import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseArticle } from '../../parse/parse.ts';
import { load } from './network.ts';
import { takePictures } from './page-pictures.ts';
import { pagesIn } from './pages-in.ts';
import { importPage, pageSource } from './page.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 1400 }, (_, at) => at % 251)]);
const html = `<!doctype html><html lang="en"><title>Boats</title><article><h1>Boats of the marsh</h1>
<p>There are eleven boats left on the marsh, and nine of them leak, which is two more than in the year before last.</p>
<figure><img alt="Inside" src="data:image/png;base64,${Buffer.from(png).toString('base64')}"></figure>
<figure><img alt="Beside" src="./boats_files/boat.png"></figure>
<figure><img alt="Outside" src="../secret.png"></figure>
<p>Their owners meet on the first of May, and talk of paint until it is dark, and nobody has ever mended anything there.</p>
<p>The council has asked three times for a list of the boats, and has been given three lists, of which no two are alike.</p></article>`;
const bytes = new TextEncoder().encode(html);

mkdirSync(join(folder, 'saved/boats_files'), { recursive: true });
writeFileSync(join(folder, 'saved/boats.html'), html);
writeFileSync(join(folder, 'saved/boats_files/boat.png'), png);
writeFileSync(join(folder, 'saved/boats_files/advert.html'), html);
writeFileSync(join(folder, 'secret.png'), png);

describe('an imported page', () => {
  test('takes its pictures along, from its file and from the folder beside it, and none from elsewhere', async () => {
    const parsed = parseArticle('boats.html', bytes, { timeZone: 'UTC', language: 'en' });
    const taken = await takePictures(parsed, { bytes, folder: join(folder, 'saved'), stem: 'boats-of-the-marsh', fromNetwork: false }); // prettier-ignore
    expect(taken.files).toEqual([
      { name: 'boats-of-the-marsh-1.png', bytes: png },
      { name: 'boats-of-the-marsh-2.png', bytes: png },
    ]);
    expect(taken.left).toEqual(['../secret.png: only what stands beside the page or below is brought along']);
    expect(JSON.stringify(taken.parsed.root)).toContain('"src":"boats-of-the-marsh-2.png"');
  });

  test('is written as Markdown with its pictures beside it', async () => {
    const content = join(folder, 'content');
    const source = pageSource(join(folder, 'saved/boats.html'), bytes, null);
    expect(await importPage(source, { content, dryRun: false, force: false, section: null })).toBe(false);
    const place = join(content, 'articles/undated');
    expect(readFileSync(join(place, 'boats-of-the-marsh.md'), 'utf8')).toContain('![Beside](boats-of-the-marsh-2.png)');
    expect(new Uint8Array(readFileSync(join(place, 'boats-of-the-marsh-2.png')))).toEqual(png);
  });

  test('is found in a folder, and the frames that a browser saves beside it are not', () => {
    expect(pagesIn(folder)).toEqual([join(folder, 'saved/boats.html')]);
  });
});

describe('the network', () => {
  test('is asked for what the user typed alone, and within limits', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      else response.end('x'.repeat(2000));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const cost = { bytes: 5000, milliseconds: 5000 };
    try {
      expect((await load(`${address}/`, cost, true)).length).toBe(2000);
      expect(await load(`${address}/`, { ...cost, bytes: 1000 }, true)).toMatch(/larger/);
      expect(await load(`${address}/`, cost)).toMatch(/of this machine/);
      expect(await load(`${address}/away`, cost, true)).toMatch(/of this machine/);
      expect(await load('file:///etc/passwd', cost, true)).toMatch(/none of the web/);
    } finally {
      server.close();
    }
  });
});
