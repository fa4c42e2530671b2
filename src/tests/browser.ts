import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** Where the browser is that a whole run of tests shares, in the environment of its workers. */
const SHARED = 'BROADSHEET_TEST_BROWSER';

/** A Chromium: the one that the run shares, else one of its own. Closing it leaves the shared one open. */
export async function openBrowser(): Promise<Browser> {
  const shared = process.env[SHARED];
  return shared ? chromium.connect(shared) : chromium.launch(await launchOptions());
}

/**
 * Starts a Chromium for all tests of a run, as each start takes a second.
 *
 * @returns ends it
 */
export async function shareBrowser(): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(await launchOptions());
  process.env[SHARED] = server.wsEndpoint();
  return async () => {
    delete process.env[SHARED];
    await server.close();
  };
}

/** The Chromium at CHROMIUM_PATH, else the one that comes from npm (Linux, x64), else an installed Chrome. */
async function launchOptions(): Promise<LaunchOptions> {
  const own = process.env['CHROMIUM_PATH'];
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
    return { executablePath: own };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium');
    // Its own switches are for servers without a GPU; those that weaken pages' isolation are not wanted here.
    const args = packed.args.filter(
      (arg) => !/web-security|site-isolation|single-process|no-zygote|allow-running-insecure/.test(arg),
    );
    return { executablePath: await packed.executablePath(), args, headless: true };
  }
  return { channel: 'chrome' };
}
