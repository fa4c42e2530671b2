import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { holds, realPlace } from '../build/folders/mark.ts';
import { command, WrongUse } from './terminal/command.ts';
import { compressSite } from './compress/compress-site.ts';

const usage = `usage: npm run compress -- [FROM] [TO] [--best]
  FROM    the built site (dist)
  TO      the same site with .br and .gz files beside the texts, for servers that send those (dist-compressed)
  --best  take ten times as long for files some 4 % smaller`;

const options = { best: { type: 'boolean', default: false } } as const;

// A copy of the built site, as links where the disk has them, with compressed files beside the texts.
await command({ usage, options, names: 2 }, async ({ values: { best }, positionals }) => {
  const from = resolve(positionals[0] ?? 'dist');
  const to = resolve(positionals[1] ?? 'dist-compressed');
  if (!existsSync(from)) throw new WrongUse(`there is no folder ${positionals[0] ?? 'dist'}: build the site first`);
  const [one, other] = [realPlace(from), realPlace(to)];
  if (holds(one, other) || holds(other, one)) throw new WrongUse('one folder stands in the other');
  const { files, compressed, kept, before, after } = await compressSite(from, to, {
    best,
    workers: availableParallelism(),
  });
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `${files} files, ${compressed + kept} of them compressed (${kept} kept from before): ${kilobytes(before)} are ${kilobytes(after)} by brotli`,
  );
  return 0;
});
