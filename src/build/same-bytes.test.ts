import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { difference, Sandbox } from '../tests/stress/sandbox.ts';

/** Two clean builds on machines that differ in all that a build must not depend on. */
let one: Sandbox;
let other: Sandbox;

beforeAll(async () => {
  one = new Sandbox(6);
  await one.paint();
  other = new Sandbox(0);
  // The same files, made in another order, so that the disk lists them in another.
  const copied: string[] = [];
  cpSync(join(one.folder, 'content'), join(other.folder, 'content'), {
    recursive: true,
    filter: (path) => !path.endsWith('.md') || copied.push(path) < 0,
  });
  for (const path of copied.reverse()) cpSync(path, path.replace(one.folder, other.folder));
  cpSync(join(one.folder, 'src'), join(other.folder, 'src'), { recursive: true });
});
afterAll(() => {
  one.remove();
  other.remove();
});

it(
  'gives the same bytes in another folder, zone, language and year, with other threads',
  { timeout: 180_000 },
  async () => {
    const later = join(other.folder, 'later.mjs');
    writeFileSync(later, 'const now = Date.now; Date.now = () => now() + 3 * 365 * 864e5;\n');
    const here = await one.build(['--workers', '2'], { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    const there = await other.build(['--workers', '3'], {
      TZ: 'Pacific/Apia',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_OPTIONS: `--import ${later}`,
    });
    expect(here.code, here.stderr).toBe(0);
    expect(there.code, there.stderr).toBe(0);
    expect(difference(one.dist(), other.dist())).toEqual([]);
    expect(one.dist().size).toBeGreaterThan(100);
    rmSync(later);
  },
);
