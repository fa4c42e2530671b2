import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { openBrowser } from '../tests/browser.ts';
import { examplePages } from '../tests/kinds.ts';
import { serveFolder } from '../tests/serve.ts';
import { command, WrongUse } from '../cli/terminal/command.ts';

const usage = `usage: npm run bench:pages -- [FOLDER]
  FOLDER  a site at the root, built (dist)
  tells what a reader downloads for one page of each kind, as a browser asks for it: requests and bytes. Texts count as
  brotli sends them; the service worker, which comes after the page, is left out.`;

/** Bytes of a file as a host sends it: texts compressed, pictures and fonts as they are. */
function sent(folder: string, path: string): number {
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file)) return 0;
  const bytes = readFileSync(file);
  return /^\.(?:html|css|js|json|svg|xml|txt|webmanifest)$/.test(extname(file))
    ? brotliCompressSync(bytes).length
    : bytes.length;
}

await command({ usage, names: 1 }, async ({ positionals: [folder = 'dist'] }) => {
  if (!existsSync(join(folder, 'index.html'))) throw new WrongUse(`${folder} holds no site: "npm run build" makes one`);
  const server = await serveFolder(folder);
  const browser = await openBrowser();
  const rows: { kind: string; path: string; requests: number; document: number; scripts: number; total: number }[] = [];
  try {
    for (const { kind, path } of examplePages(folder)) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
      const page = await context.newPage();
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(decodeURIComponent(new URL(request.url()).pathname)));
      await page.goto(server.url + path, { waitUntil: 'load' });
      await page.waitForTimeout(150);
      const sizes = [...asked].map((each) => ({ path: each, bytes: sent(folder, each) }));
      const sum = (of: RegExp) =>
        sizes.filter((each) => of.test(each.path)).reduce((total, { bytes }) => total + bytes, 0);
      rows.push({
        kind,
        path,
        requests: asked.size,
        document: sent(folder, path),
        scripts: sum(/\.js$/),
        total: sum(/./),
      });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }

  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(8);
  console.log(`${'kind'.padEnd(24)} requests  page kB  scripts    all kB  example`);
  for (const { kind, path, requests, document, scripts, total } of rows) {
    console.log(
      `${kind.padEnd(24)} ${String(requests).padStart(8)} ${kilobytes(document)} ${kilobytes(scripts)}  ${kilobytes(total)}  ${path}`,
    );
  }
  return 0;
});
