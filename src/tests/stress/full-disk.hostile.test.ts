import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { note } from '../figures.ts';
import type { FullDisk } from './full-disk.ts';

/** What is published stays whole on a disk that is really full: a small one in memory, which Linux gives without being root. */

const trial = fileURLToPath(new URL('./full-disk.ts', import.meta.url));
const disk = mkdtempSync(join(tmpdir(), 'broadsheet-disk-'));
afterAll(() => rmSync(disk, { recursive: true, force: true }));

/** A command that runs with the folder as a disk of its own, seen by nobody else. */
const onDisk = (command: string): [string, string[]] => [
  'unshare',
  ['--map-root-user', '--mount', 'sh', '-c', `mount -t tmpfs -o size=160m none "$0" && ${command}`, disk],
];
const may = spawnSync(...onDisk('true')).status === 0;
if (!may) console.info('no small disk can be mounted here (unshare): the test of a full disk is skipped');

describe.skipIf(!may)('on a full disk', () => {
  it('the published site stays whole, and the next build with room works', async () => {
    const [program, rest] = onDisk('TMPDIR="$0" exec "$1" "$2"');
    const { stdout } = await promisify(execFile)(program, [...rest, process.execPath, trial], { maxBuffer: 1e7 });
    const { compiling, making } = JSON.parse(stdout) as Record<'compiling' | 'making', FullDisk>;
    const failed = [...compiling.failed, ...making.failed];
    note(inject('figures'), 'builds that ran out of disk', failed.length);
    note(inject('figures'), '  published sites found whole after them', failed.filter(({ whole }) => whole).length);
    expect(failed.filter(({ whole }) => !whole)).toEqual([]);
    expect(failed.filter(({ code, told }) => code === 0 || !told)).toEqual([]);
    // A build that took the former site away would find room, and not fail so often.
    expect([compiling.failed.length, making.failed.length].every((times) => times > 4)).toBe(true);
    expect([compiling.recovered, making.recovered]).toEqual([true, true]);
  });
});
