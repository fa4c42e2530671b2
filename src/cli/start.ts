import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { site } from '../site.ts';
import { buildSite } from './build-site.ts';
import { command } from './command.ts';
import { port, USUAL_PORT } from './port.ts';
import { siteServer } from './serve.ts';

const usage = `usage: npm start [-- --outDir PATH]          build the site, then serve it
       npm run preview [-- --outDir PATH]    serve what is built
  PORT=8080 names another port than ${USUAL_PORT}`;

const options = {
  outDir: { type: 'string', default: 'dist' },
  preview: { type: 'boolean', default: false },
} as const;

await command({ usage, options }, ({ values: { outDir, preview } }) => start(resolve(outDir), preview, port()));

/** @returns an exit code where nothing can be served; the server keeps the process otherwise */
async function start(folder: string, preview: boolean, wanted: number): Promise<number> {
  const result = preview ? null : await buildSite({ outDir: folder });
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(preview ? `${folder} holds no site: "npm run build" makes one` : 'there is no earlier site to serve');
    return 1;
  }
  if (!preview && !result?.published) console.error('serving the last good edition');
  const server = siteServer(folder, site.base);
  return new Promise((end) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      console.error(
        taken ? `port ${wanted} is taken: name another one, such as PORT=${wanted + 1} npm start` : error.message,
      );
      end(1);
    });
    server.listen(wanted, () => {
      const address = server.address();
      console.log(`http://localhost:${typeof address === 'object' && address ? address.port : wanted}${site.base}`);
    });
  });
}
