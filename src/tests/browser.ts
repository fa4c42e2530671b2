import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/**
 * Starts a Chromium: the one at CHROMIUM_PATH, else the one that comes from npm (Linux, x64), else an
 * installed Chrome.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
    return chromium.launch({ executablePath: own });
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium');
    // Its own switches are for servers without a GPU; those that weaken pages' isolation are not wanted here.
    const args = packed.args.filter(
      (arg) => !/web-security|site-isolation|single-process|no-zygote|allow-running-insecure/.test(arg),
    );
    return chromium.launch({ executablePath: await packed.executablePath(), args, headless: true });
  }
  return chromium.launch({ channel: 'chrome' });
}
