import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hostsOn, serverPolicy } from '../build/pages/policy.ts';
import { caddyfile, nginxConf } from '../hosting/hosting.ts';
import { site } from '../site.ts';
import { command, WrongUse } from './terminal/command.ts';

const servers = { nginx: nginxConf, caddy: caddyfile } as const;

const usage = `usage: npm run hosting -- nginx|caddy [--folder PATH] [--outDir PATH]
  prints the settings of a web server that serves this newspaper
  --folder PATH  where the published folder stands on the server (the absolute path of outDir)
  --outDir PATH  the built site, whose old addresses are written out (dist)`;

const options = { folder: { type: 'string' }, outDir: { type: 'string', default: 'dist' } } as const;

await command({ usage, options, names: 1 }, ({ values, positionals: [server = ''] }) => {
  if (!Object.hasOwn(servers, server)) throw new WrongUse('name a server: nginx or caddy');
  const list = resolve(values.outDir, '_redirects');
  const redirects = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').filter(Boolean) : [];
  process.stdout.write(
    servers[server as keyof typeof servers]({
      base: site.base,
      host: new URL(site.url).host,
      policy: serverPolicy({
        pictureHosts: site.pictureHosts,
        hosts: hostsOn(site, null),
        ownPictures: site.desk === 'public',
      }),
      isOpened: site.desk === 'public',
      folder: values.folder ?? resolve(values.outDir),
      redirects: redirects.map((line) => {
        const [from = '', to = ''] = line.split(' ');
        return { from, to };
      }),
    }),
  );
  return 0;
});
