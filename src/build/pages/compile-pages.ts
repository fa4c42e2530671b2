import { build } from 'astro';

/**
 * Compiles the pages, in a process of its own: half a gigabyte that the compiler takes goes with it.
 * Arguments: the project's folder, and the folder to compile into. It ends with the build that began it.
 */
const [root, outDir] = process.argv.slice(2);
if (root === undefined || outDir === undefined)
  throw new Error('compile-pages takes the project and the folder to compile into');
process.stdin.on('end', () => process.exit(1)).resume();
await build({ root, outDir, logLevel: 'warn' });
process.exit(0);
