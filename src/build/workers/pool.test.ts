import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { limits } from './limits.ts';
import { Pool } from './pool.ts';

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
}, 30_000);
