import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serverPolicy } from '../build/policy.ts';
import { caddyfile, nginxConf } from '../feeds/hosting.ts';
import { site } from '../site.ts';

const servers = { nginx: nginxConf, caddy: caddyfile } as const;

const usage = `usage: npm run hosting -- nginx|caddy [--folder PATH] [--outDir PATH]
  prints the settings of a web server that serves this newspaper
  --folder PATH  where the published folder stands on the server (the absolute path of outDir)
  --outDir PATH  the built site, whose old addresses are written out (dist)`;

/** `npm run hosting -- nginx`: settings for a server of one's own. */
function main(): number {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        folder: { type: 'string' },
        outDir: { type: 'string', default: 'dist' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [server = ''] = positionals;
    if (values.help) {
      console.log(usage);
      return 0;
    }
    if (!Object.hasOwn(servers, server) || positionals.length > 1) throw new Error('name one server: nginx or caddy');
    const list = resolve(values.outDir, '_redirects');
    const redirects = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').filter(Boolean) : [];
    process.stdout.write(
      servers[server as keyof typeof servers]({
        base: site.base,
        host: new URL(site.url).host,
        policy: serverPolicy(site.pictureHosts),
        folder: values.folder ?? resolve(values.outDir),
        redirects: redirects.map((line) => {
          const [from = '', to = ''] = line.split(' ');
          return { from, to };
        }),
      }),
    );
    return 0;
  } catch (error) {
    console.error(
      `hosting: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}; --help tells what there is`,
    );
    return 2;
  }
}

process.exitCode = main();
