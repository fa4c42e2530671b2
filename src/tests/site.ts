import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { shareBrowser } from './browser.ts';
import { serveFolder } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the sample site, served as a plain static host would, without a slash at its end. */
    siteUrl: string;
    /** The folder that is served. */
    siteDir: string;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the sample newspaper once, and serves it to every browser test; starts the browser that they share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-site-'));
  const siteDir = join(folder, 'site');
  await promisify(execFile)(process.execPath, ['src/cli/build.ts', '--outDir', siteDir], {
    cwd: root,
    env: { ...process.env, BROADSHEET_BASE: '', BROADSHEET_URL: '', BROADSHEET_DESK: 'public', NODE_ENV: 'production' },
    maxBuffer: 1e8,
  });
  const { url, close } = await serveFolder(siteDir);
  const endBrowser = await shareBrowser();
  project.provide('siteUrl', url);
  project.provide('siteDir', siteDir);
  return async () => {
    await endBrowser();
    await close();
    await rm(folder, { recursive: true, force: true });
  };
}
