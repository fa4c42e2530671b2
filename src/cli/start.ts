import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { site } from '../site.ts';
import { buildSite } from '../build/report/build-site.ts';
import { command } from './terminal/command.ts';
import { port, USUAL_PORT } from './terminal/port.ts';
import { siteServer } from '../build/serve/site-server.ts';

const usage = `usage: npm start [-- --outDir PATH] [--host]          build the site, then serve it
       npm run preview [-- --outDir PATH] [--host]    serve what is built
  --host    other devices of the network see it too
  PORT=8080 names another port than ${USUAL_PORT}`;

const options = {
  outDir: { type: 'string', default: 'dist' },
  preview: { type: 'boolean', default: false },
  host: { type: 'boolean', default: false },
} as const;

/** Only this machine reaches it. */
const LOOPBACK = '127.0.0.1';

await command({ usage, options }, ({ values: { outDir, preview, host } }) =>
  start(resolve(outDir), { preview, network: host, wanted: port() }),
);

/** @returns an exit code where nothing can be served; the server keeps the process otherwise */
async function start(
  folder: string,
  { preview, network, wanted }: { preview: boolean; network: boolean; wanted: number },
): Promise<number> {
  const result = preview ? null : await buildSite({ outDir: folder });
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(preview ? `${folder} holds no site: "npm run build" makes one` : 'there is no earlier site to serve');
    return 1;
  }
  if (!preview && !result?.published) console.error('serving the last good edition');
  const server = siteServer({ folder, base: site.base, network });
  return new Promise((end) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      console.error(
        taken ? `port ${wanted} is taken: name another one, such as PORT=${wanted + 1} npm start` : error.message,
      );
      end(1);
    });
    server.listen(wanted, network ? undefined : LOOPBACK, () => {
      const address = server.address();
      const at = `${typeof address === 'object' && address ? address.port : wanted}${site.base}`;
      console.log(`http://localhost:${at}`);
      if (network) for (const own of addresses()) console.log(`http://${own}:${at}  for the whole network`);
    });
  });
}

/** This machine's addresses in its networks. */
function addresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}
