import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const pure =
  '{article,cards,client,components,desk,downloads,edition,exports,feeds,hosting,html,i18n,parse,render,settings,source,styles}';
/** Commands that tests run keep what Node compiles, as each of them loads the same modules. */
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') };
const later = ['src/**/*.browser.test.ts', 'src/**/*.hostile.test.ts'];

// Three tiers, one after the other: `npm test -- --project rooms` runs one. The fourth, `npm run test:hostile`, stands apart.
export default defineConfig({
  test: {
    // All cores: most of a test of a build is one process that waits for the disk or for its own workers.
    maxWorkers: '100%',
    projects: [
      {
        // The pure rooms: no files, no processes, done in a minute.
        test: {
          name: 'rooms',
          include: [`src/${pure}/**/*.test.ts`],
          exclude: later,
          testTimeout: 30_000,
          // Pure rooms have no state: their modules are loaded once a worker, not once a file.
          isolate: false,
          setupFiles: ['src/tests/same-values.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // What builds sites and runs commands.
        test: {
          name: 'build',
          include: ['src/**/*.test.ts'],
          exclude: [`src/${pure}/**`, ...later],
          testTimeout: 120_000,
          env,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts'],
          globalSetup: ['src/tests/site.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          env,
          // One browser at a time: two cores, and figures such as layout shift want quiet.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
