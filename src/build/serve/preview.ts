import type { CreatePreviewServer } from 'astro';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from '../../site.ts';
import { siteServer } from './site-server.ts';

const LOOPBACK = '127.0.0.1';

/** `astro preview`: serves what is published, as `npm run preview` does. */
const preview: CreatePreviewServer = async ({ outDir, host, port, logger }) => {
  const folder = fileURLToPath(outDir);
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no site: "astro build" makes one`);
  const isOpen = host !== undefined && !/^(?:localhost|127\.|\[?::1)/.test(host);
  const server = siteServer({ folder, base: site.base, network: isOpen });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(port, isOpen ? undefined : LOOPBACK, listening);
  });
  logger.info(`http://localhost:${port}${site.base}`);
  return {
    ...(host === undefined ? {} : { host }),
    port,
    closed: () => new Promise((closed) => server.once('close', () => closed())),
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
};

export default preview;
