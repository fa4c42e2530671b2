import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The long tests of what must not break: `npm run test:hostile`. Their figures stand at the end of its output. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['src/**/*.hostile.test.ts'],
    globalSetup: ['src/tests/figures.ts'],
    testTimeout: 900_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
