import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Limits } from './limits.ts';
import type { MadeFile, MakeTask } from './printer.ts';
import type { ReadFile, ReadTask } from './worker.ts';

/** How a task that did not end by itself was ended. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly reason: 'time' | 'memory';
  /** Which of the task's files was being read. */
  readonly index: number;

  constructor(reason: 'time' | 'memory', index: number) {
    super(`a task was ended: ${reason}`);
    this.reason = reason;
    this.index = index;
  }
}

/** How often it is looked whether a file takes too long, in milliseconds. */
const LOOK_EVERY = 100;

/** The build's worker threads: as many as there are cores, started when there is work for them. */
export class Pool {
  readonly workers: number;
  readonly #limits: Limits;
  #threads: Piscina | null = null;

  constructor(workers: number | undefined, limits: Limits) {
    this.workers = workers ?? Math.min(16, availableParallelism());
    this.#limits = limits;
  }

  /** @throws Ended when a file took too long or too much memory: its thread is gone, and what the task had read so far */
  async read(task: Omit<ReadTask, 'clock'>): Promise<ReadFile[]> {
    const clock = new SharedArrayBuffer(8);
    const now = new Int32Array(clock);
    Atomics.store(now, 0, -1);
    const stop = new AbortController();
    const watch = setInterval(() => {
      const late = (Date.now() | 0) - Atomics.load(now, 1);
      if (Atomics.load(now, 0) >= 0 && late > this.#limits.time) stop.abort();
    }, LOOK_EVERY);
    try {
      return (await this.#open().run({ ...task, clock }, { name: 'read', signal: stop.signal })) as ReadFile[];
    } catch (error) {
      const index = Atomics.load(now, 0);
      if (index >= 0 && stop.signal.aborted) throw new Ended('time', index);
      if (index >= 0 && (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Ended('memory', index);
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  async make(task: MakeTask): Promise<MadeFile[]> {
    return (await this.#open().run(task, { name: 'make' })) as MadeFile[];
  }

  async close(): Promise<void> {
    await this.#threads?.destroy();
    this.#threads = null;
  }

  #open(): Piscina {
    this.#threads ??= new Piscina({
      filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
      minThreads: 1,
      maxThreads: this.workers,
      idleTimeout: 60_000,
      concurrentTasksPerWorker: 1,
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
    });
    return this.#threads;
  }
}
