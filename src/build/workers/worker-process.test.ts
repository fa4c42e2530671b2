import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, afterEach, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { Ended } from './pool.ts';
import { WorkerProcess } from './worker-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tool = join(folder, 'reader.mjs');
// A reader that does with each file what its path says. V8 ends a process as abruptly as a kill does.
writeFileSync(
  tool,
  `import { threadId } from 'node:worker_threads';
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const end = () => { process.kill(process.pid, 'SIGKILL'); wait(10_000); };
const fill = () => { const all = []; for (;;) all.push(all.length + 0.5); };
export const read = ({ files, clock }) => {
  const now = new Int32Array(clock);
  for (const [index, { path }] of files.entries()) {
    Atomics.store(now, 1, threadId);
    Atomics.store(now, 0, index);
    wait(150);
    if (path === 'ends the process') end();
    if (path === 'fills memory') fill();
  }
  return files.map(({ path }) => ({ path, hash: '', problems: [] }));
};
export const make = ({ folder }) => (folder === 'ends the process' ? end() : []);
export const check = () => [];
export const index = () => { throw new TypeError('no room'); };
`,
);

let workers: WorkerProcess;
beforeEach(() => {
  workers = new WorkerProcess(2, () => Promise.resolve(tool), { ...limits, memory: 60 });
});
afterEach(() => workers.close());
const read = (...paths: string[]) =>
  workers.read({ content: '', names: '', files: paths.map((path) => ({ path, absolute: '', size: 0 })) }).then(
    (files) => files.map(({ path }) => path),
    (error: unknown) => (error instanceof Ended ? `${error.reason}: ${paths[error.index]}` : error),
  );
const task = { pageBundle: '', store: '', outputFiles: [] };

it('outlives a file that ends the process, and names that one', { timeout: 60_000 }, async () => {
  expect(await read('a', 'ends the process', 'b')).toBe('memory: ends the process');
  expect(await read('ends the process')).toBe('memory: ends the process');
  expect(await read('a', 'b')).toEqual(['a', 'b']);
});

it('blames none of those that were at work meanwhile', { timeout: 60_000 }, async () => {
  expect(await Promise.all([read('ends the process'), read('a')])).toEqual(['memory: ends the process', ['a']]);
  const [made] = await Promise.allSettled([workers.make({ folder: 'ends the process', ...task }, true)]);
  expect(made).toMatchObject({ status: 'rejected', reason: { name: 'Ended', reason: 'memory' } });
  const both = Promise.all([workers.check('', []), read('ends the process')]);
  expect(await both).toEqual([[], 'memory: ends the process']);
});

it('outlives a list that grows beyond what there is', { timeout: 60_000 }, async () => {
  expect(await read('fills memory')).toBe('memory: fills memory');
});

it('tells an error as its thread met it', { timeout: 60_000 }, async () => {
  await expect(workers.index({} as Parameters<WorkerProcess['index']>[0])).rejects.toMatchObject({
    message: 'no room',
    stack: expect.stringContaining('TypeError: no room') as string,
  });
});

it('is closed while tasks are under way, and starts nothing after that', { timeout: 60_000 }, async () => {
  const open = read('a', 'b', 'c', 'd');
  await read('a');
  await workers.close();
  expect(await open).toMatchObject({ message: 'the worker process is closed' });
});
