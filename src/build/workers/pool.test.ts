import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { limits } from './limits.ts';
import { Ended, Pool } from './pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const worker = join(folder, 'worker.mjs');
writeFileSync(worker, 'export const check = () => [];\n');

it('is closed without a word while tasks are under way, as when one of them has failed', async () => {
  const uncaught = vi.fn();
  process.on('uncaughtException', uncaught);
  try {
    // The answer that comes when its task is forgotten comes in some of the closings only.
    for (let time = 0; time < 60; time += 1) {
      const pool = new Pool(2, () => Promise.resolve(worker), limits);
      await pool.check(folder, []);
      const open = Array.from({ length: 8 }, () => pool.check(folder, []).catch(() => null));
      // The main thread looks elsewhere until the answers are there, unread.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      await Promise.race([...open.slice(0, 1), new Promise((done) => setImmediate(done))]);
      await pool.close();
      await Promise.all(open);
    }
    await new Promise((done) => setTimeout(done, 20));
    expect(uncaught).not.toHaveBeenCalled();
  } finally {
    process.off('uncaughtException', uncaught);
  }
}, 180_000);

describe('what a file may take', () => {
  const tool = join(folder, 'reader.mjs');
  // A reader that does with each file what its path says.
  writeFileSync(
    tool,
    `import { threadId } from 'node:worker_threads';
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const work = (ms) => { const until = process.threadCpuUsage().user / 1000 + ms; while (process.threadCpuUsage().user / 1000 < until); };
const fill = () => { const all = []; for (;;) all.push(new Array(1e5).fill({})); };
export const read = ({ files, clock }) => {
  const now = new Int32Array(clock);
  for (const [index, { path }] of files.entries()) {
    Atomics.store(now, 1, threadId);
    Atomics.store(now, 0, index);
    if (path === 'waits') wait(600);
    Atomics.store(now, 2, path.startsWith('colours') ? 1 : 0);
    if (path === 'works') work(40);
    if (path === 'colours') work(600);
    if (path === 'works for ever') work(60_000);
    if (path === 'fills memory') fill();
  }
  return files.map(({ path }) => ({ path }));
};
export const make = () => fill();
`,
  );
  const most = { bytes: 1e6, cpu: 200, cpuPerMegabyte: 1_000, memory: 60 };
  const reading = async (paths: readonly string[], size = 0) => {
    const pool = new Pool(1, () => Promise.resolve(tool), most);
    try {
      return (await pool.read({ content: '', names: '', files: paths.map((path) => ({ path, absolute: '', size })) }))
        .length;
    } catch (error) {
      return error instanceof Ended ? [error.reason, paths[error.index]] : error;
    } finally {
      await pool.close();
    }
  };

  it(
    'is time of the processor, for each file by itself: a busy machine refuses none',
    { timeout: 180_000 },
    async () => {
      expect(await reading(['waits', 'works', 'waits'])).toBe(3);
      expect(await reading(Array.from({ length: 6 }, () => 'works'))).toBe(6);
      expect(await reading(['colours', 'works'])).toBe(2);
      const busy = Array.from({ length: 8 }, () => new Worker('for (;;);', { eval: true }));
      expect(await reading(['works', 'works'])).toBe(2);
      await Promise.all(busy.map((thread) => thread.terminate()));
    },
  );

  it('ends what takes more, and tells which', { timeout: 180_000 }, async () => {
    expect(await reading(['works', 'works for ever', 'works'])).toEqual(['time', 'works for ever']);
    expect(await reading(['works', 'fills memory'])).toEqual(['memory', 'fills memory']);
    const pool = new Pool(1, () => Promise.resolve(tool), most);
    await expect(pool.make({} as Parameters<Pool['make']>[0])).rejects.toThrow(Ended);
    await pool.close();
  });
});
