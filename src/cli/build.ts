import { resolve } from 'node:path';
import { root } from '../build/cache/folders.ts';
import { buildSite } from '../build/report/build-site.ts';
import { buildThroughAstro, otherIntegrations } from '../build/through-astro.ts';
import { limits } from '../build/workers/limits.ts';
import { command, WrongUse } from './terminal/command.ts';

const usage = `usage: npm run build -- [--outDir PATH] [--cold] [--keep-going] [--future] [--now TIME] [--workers N] [--limit NAME=N …] [--json]
  --outDir PATH  where the site is published (dist)
  --cold         forget all that is kept of earlier builds
  --keep-going   publish the articles without mistakes; the exit code still tells of the others
  --future       publish the articles that are dated later than now, too
  --now TIME     the time of the build, such as 2026-11-25T12:00Z (the clock's)
  --workers N    threads (as many as there are cores)
  --limit NAME=N what one article file may take: bytes, cpu (milliseconds of processor time, and cpuPerMegabyte more for
                 each megabyte of it), memory (megabytes)
  --json         tell the result as JSON on standard output`;

const options = {
  outDir: { type: 'string', default: 'dist' },
  cold: { type: 'boolean', default: false },
  'keep-going': { type: 'boolean', default: false },
  future: { type: 'boolean', default: false },
  now: { type: 'string' },
  workers: { type: 'string' },
  limit: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
} as const;

await command({ usage, options }, async ({ values }) => {
  const { outDir, cold, 'keep-going': keepGoing, future, workers, limit, json } = values;
  if (workers !== undefined && !/^[1-9]\d?$/.test(workers)) throw new WrongUse('--workers takes a number from 1 to 99');
  if (outDir === '') throw new WrongUse('--outDir takes a folder');
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new WrongUse('--now takes a time, such as 2026-11-25T12:00Z');
  const wanted = {
    outDir: resolve(outDir),
    cold,
    keepGoing,
    future,
    now,
    limits: Object.fromEntries(limit.map(readLimit)),
    ...(workers ? { workers: Number(workers) } : {}),
  };
  const others = await otherIntegrations(root);
  const result = await (others.length > 0 ? buildThroughAstro(root, wanted) : buildSite(wanted));
  if (result && json) console.log(JSON.stringify(result));
  return result === null ? 2 : result.problems.length > 0 ? 1 : 0;
});

function readLimit(written: string): [name: string, most: number] {
  const [, name = '', most = ''] = /^(\w+)=([1-9]\d{0,9})$/.exec(written) ?? [];
  if (!Object.hasOwn(limits, name))
    throw new WrongUse(`--limit takes one of ${Object.keys(limits).join(', ')}, such as cpu=5000`);
  return [name, Number(most)];
}
