import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';

const usage = `usage: npm run build -- [--outDir PATH] [--cold] [--keep-going] [--workers N] [--json]
  --outDir PATH  where the site is published (dist)
  --cold         forget all that is kept of earlier builds
  --keep-going   publish the articles without mistakes; the exit code still tells of the others
  --workers N    threads (as many as there are cores)
  --json         tell the result as JSON on standard output`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        outDir: { type: 'string', default: 'dist' },
        cold: { type: 'boolean', default: false },
        'keep-going': { type: 'boolean', default: false },
        workers: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.workers !== undefined && !/^[1-9]\d?$/.test(values.workers))
      throw new Error('--workers takes a number from 1 to 99');
    if (values.outDir === '') throw new Error('--outDir takes a folder');
    return values;
  } catch (error) {
    console.error(`${(error as Error).message.split('\n')[0]}; --help tells what there is`);
    return null;
  }
}

const values = readArguments();
if (values === null) process.exitCode = 2;
else if (values.help) console.log(usage);
else {
  const { outDir, cold, 'keep-going': keepGoing, workers, json } = values;
  const result = await buildSite({ outDir, cold, keepGoing, ...(workers ? { workers: Number(workers) } : {}) });
  if (result && json) console.log(JSON.stringify(result));
  process.exitCode = result === null ? 2 : result.problems.length > 0 ? 1 : 0;
}
