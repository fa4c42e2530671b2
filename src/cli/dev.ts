import { dev } from 'astro';
import { root } from '../build/cache/folders.ts';
import { command } from './terminal/command.ts';
import { port, USUAL_PORT } from './terminal/port.ts';

const usage = `usage: npm run dev [-- --host] [--open]
  shows the site while it is written: what is dropped into the content folder or edited there shows at once
  --host  other devices of the network see it too
  --open  opens it in the browser
  PORT=8080 names another port than ${USUAL_PORT}`;

const options = { host: { type: 'boolean', default: false }, open: { type: 'boolean', default: false } } as const;

await command({ usage, options }, async ({ values: { host, open } }) => {
  // Astro's own command line would go into the background where it takes a program for its caller.
  await dev({ root, server: { host, open, port: port() } });
  return 0;
});
