import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compressSite } from './compress-site.ts';

const usage = `usage: npm run compress -- [FROM] [TO] [--best]
  FROM    the built site (dist)
  TO      the same site with .br and .gz files beside the texts, for servers that send those (dist-compressed)
  --best  take ten times as long for files some 4 % smaller`;

/** `npm run compress`: a copy of the built site, as links where the disk has them, with compressed files beside the texts. */
async function main(): Promise<number> {
  let from: string;
  let to: string;
  let best: boolean;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { best: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) {
      console.log(usage);
      return 0;
    }
    if (positionals.length > 2) throw new Error('name two folders at most');
    from = resolve(positionals[0] ?? 'dist');
    to = resolve(positionals[1] ?? 'dist-compressed');
    best = values.best;
    if (!existsSync(from)) throw new Error(`there is no folder ${positionals[0] ?? 'dist'}: build the site first`);
    if (`${to}/`.startsWith(`${from}/`) || `${from}/`.startsWith(`${to}/`))
      throw new Error('one folder stands in the other');
  } catch (error) {
    console.error(
      `compress: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}; --help tells what there is`,
    );
    return 2;
  }
  const { files, compressed, kept, before, after } = await compressSite(from, to, {
    best,
    workers: availableParallelism(),
  });
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `${files} files, ${compressed + kept} of them compressed (${kept} kept from before): ${kilobytes(before)} are ${kilobytes(after)} by brotli`,
  );
  return 0;
}

process.exitCode = await main();
