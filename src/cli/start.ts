import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { site } from '../site.ts';
import { buildSite } from './build-site.ts';
import { command, WrongUse } from './command.ts';
import { siteServer } from './serve.ts';

/** Port when PORT names none. */
const PORT = 4321;

const usage = `usage: npm start [-- --outDir PATH]          build the site, then serve it
       npm run preview [-- --outDir PATH]    serve what is built
  PORT=8080 names another port than ${PORT}`;

const options = {
  outDir: { type: 'string', default: 'dist' },
  preview: { type: 'boolean', default: false },
} as const;

await command({ usage, options }, ({ values: { outDir, preview } }) => {
  const port = Number(process.env['PORT'] ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongUse('PORT takes a number from 0 to 65535');
  return start(resolve(outDir), preview, port);
});

/** @returns an exit code where nothing can be served; the server keeps the process otherwise */
async function start(folder: string, preview: boolean, port: number): Promise<number> {
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
        taken ? `port ${port} is taken: name another one, such as PORT=${port + 1} npm start` : error.message,
      );
      end(1);
    });
    server.listen(port, () => {
      const address = server.address();
      console.log(`http://localhost:${typeof address === 'object' && address ? address.port : port}${site.base}`);
    });
  });
}
