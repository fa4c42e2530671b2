import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Copy } from '../publish/public-files.ts';
import type { Limits } from './limits.ts';
import type { MadeFile, GenerateTask } from '../pages/generate.ts';
import type { about as readAbout, IndexTask, ReadFile, ReadTask } from './worker.ts';

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

/** Megabytes of each thread's space for new objects: left to itself it takes three times as much, and is hardly faster. */
const YOUNG = 48;

/** The build's worker threads: as many as there are cores, started when there is work for them. */
export class Pool {
  readonly workers: number;
  readonly #find: () => Promise<string>;
  #found: Promise<string> | null = null;
  readonly #limits: Limits;
  #threads: Promise<Piscina> | null = null;
  #indexer: Promise<Piscina> | null = null;

  /**
   * @param workers how many; as many as there are cores when it isn't stated
   * @param file    finds the code that they run
   */
  constructor(workers: number | undefined, file: () => Promise<string>, limits: Limits) {
    this.#find = file;
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
      return (await (await this.#open()).run({ ...task, clock }, { name: 'read', signal: stop.signal })) as ReadFile[];
    } catch (error) {
      const index = Atomics.load(now, 0);
      if (index >= 0 && stop.signal.aborted) throw new Ended('time', index);
      if (index >= 0 && (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw new Ended('memory', index);
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  /** @throws Ended when it took too long or too much memory */
  async about(content: string): ReturnType<typeof readAbout> {
    const threads = await this.#open();
    const signal = AbortSignal.timeout(this.#limits.time);
    try {
      return (await threads.run({ content }, { name: 'about', signal })) as Awaited<ReturnType<typeof readAbout>>;
    } catch (error) {
      if (signal.aborted) throw new Ended('time', 0);
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Ended('memory', 0);
      throw error;
    }
  }

  /** @returns paths of the files whose content has another hash */
  async check(folder: string, files: readonly [path: string, hash: string][]): Promise<string[]> {
    return (await (await this.#open()).run({ folder, files }, { name: 'check' })) as string[];
  }

  async make(task: GenerateTask): Promise<MadeFile[]> {
    return (await (await this.#open()).run(task, { name: 'make' })) as MadeFile[];
  }

  /** Makes the search index, in a thread of its own: it mostly waits for Pagefind's process. */
  async index(task: IndexTask): Promise<Copy[]> {
    this.#indexer ??= this.#file().then((filename) =>
      heard(new Piscina({ filename, minThreads: 1, maxThreads: 1, recordTiming: false })),
    );
    return (await (await this.#indexer).run(task, { name: 'index' })) as Copy[];
  }

  async close(): Promise<void> {
    for (const threads of [this.#threads, this.#indexer]) await (await threads?.catch(() => null))?.destroy();
    this.#threads = null;
    this.#indexer = null;
  }

  /** Looked for once: where it isn't there it is made, and two that make it would be in each other's way. */
  #file(): Promise<string> {
    return (this.#found ??= this.#find());
  }

  #open(): Promise<Piscina> {
    this.#threads ??= this.#file().then((filename) =>
      heard(
        new Piscina({
          filename,
          minThreads: 1,
          maxThreads: this.workers,
          idleTimeout: 60_000,
          concurrentTasksPerWorker: 1,
          recordTiming: false,
          resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory, maxYoungGenerationSizeMb: YOUNG },
        }),
      ),
    );
    return this.#threads;
  }
}

/**
 * Hears the pool's errors, which would end the build. The answer to a task that was given up, because another one
 * failed or took too long, is none: that task's own promise has told how it ended.
 */
function heard(threads: Piscina): Piscina {
  return threads.on('error', (error: Error) => {
    if (!error.message.startsWith('Unexpected message from Worker')) throw error;
  });
}
