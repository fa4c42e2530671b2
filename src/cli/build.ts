import { parseArgs } from 'node:util';
import { build } from '../build/build.ts';

const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
const { problems, warnings } = await build(values.outDir);
for (const problem of [...warnings, ...problems]) console.error(String(problem));
if (problems.length) process.exitCode = 1;
