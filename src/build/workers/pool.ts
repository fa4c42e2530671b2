import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { cpuOf, type Limits } from './limits.ts';
import type { MadeFile, GenerateTask } from '../pages/generate.ts';
import type {
  Indexed,
  IndexTask,
  picture as makePicture,
  PictureTask,
  ReadFile,
  ReadTask,
  text as readText,
} from './worker.ts';

/** How a task that did not end by itself was ended. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly reason: 'time' | 'memory';
  /** Which of the task's files was being worked on; -1 where that isn't known. */
  readonly index: number;

  constructor(reason: 'time' | 'memory', index: number) {
    super(`a task was ended: ${reason}`);
    this.reason = reason;
    this.index = index;
  }
}

/** How often it is looked whether a file takes too long, in milliseconds. */
const LOOK_EVERY = 50;

/**
 * Milliseconds of processor time more, where a file has code that gets colours: the grammar of a language is read by the
 * first article that has some, and that of C++ takes two seconds.
 */
const COLOURING = 5_000;

/** Megabytes for a file of the site that is too much for the other threads, such as a book of very long articles. */
const ROOMY = 2_000;

/** Megabytes of each thread's space for new objects: left to itself it takes three times as much, and is hardly faster. */
const YOUNG = 48;

/** The build's worker threads: as many as there are cores, started when there is work for them. */
export class Pool {
  readonly workers: number;
  readonly #find: () => Promise<string>;
  #found: Promise<string> | null = null;
  readonly #limits: Limits;
  #threads: Promise<Piscina> | null = null;
  #roomy: Promise<Piscina> | null = null;
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

  /**
   * @param at told the index of the file that is being read, now and then
   * @throws Ended when a file took too long or too much memory: its thread is gone, and what the task had read so far
   */
  async read(task: Omit<ReadTask, 'clock'>, at?: (index: number) => void): Promise<ReadFile[]> {
    return this.#watched('read', task, (index) => task.files[index]?.size ?? 0, at);
  }

  /** @throws Ended when it took too long or too much memory */
  async text(content: string, path: string, bytes: number): ReturnType<typeof readText> {
    return this.#watched('text', { content, path }, () => bytes);
  }

  /**
   * Runs a task that tells which of its files it is at, and ends it where one takes too much.
   *
   * @param bytes of the task's file at this index
   * @param at    told the index of the file that it is at
   */
  async #watched<Result>(
    name: string,
    task: object,
    bytes: (index: number) => number,
    at: (index: number) => void = () => undefined,
  ): Promise<Result> {
    const clock = new SharedArrayBuffer(12);
    const now = new Int32Array(clock);
    Atomics.store(now, 0, -1);
    const threads = await this.#open();
    const stop = new AbortController();
    const watch = watchCpu(threads, now, (index) => cpuOf(this.#limits, bytes(index)), { stop, at });
    try {
      return (await threads.run({ ...task, clock }, { name, signal: stop.signal })) as Result;
    } catch (error) {
      const index = Atomics.load(now, 0);
      if (index >= 0 && stop.signal.aborted) throw new Ended('time', index);
      if (isOutOfMemory(error)) throw new Ended('memory', index);
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  /** @returns paths of the files whose content has another hash */
  async check(folder: string, files: readonly [path: string, hash: string][]): Promise<string[]> {
    return (await (await this.#open()).run({ folder, files }, { name: 'check' })) as string[];
  }

  /**
   * Makes files of the site.
   *
   * @param roomy whether it is done where there is more memory, one task at a time
   * @throws Ended when they took too much memory
   */
  async make(task: GenerateTask, roomy = false): Promise<MadeFile[]> {
    const threads = await (roomy ? this.#openRoomy() : this.#open());
    try {
      return (await threads.run(task, { name: 'make' })) as MadeFile[];
    } catch (error) {
      throw isOutOfMemory(error) ? new Ended('memory', -1) : error;
    }
  }

  /** Makes a rendition of a picture. */
  async picture(task: PictureTask): ReturnType<typeof makePicture> {
    return (await (await this.#open()).run(task, { name: 'picture' })) as Awaited<ReturnType<typeof makePicture>>;
  }

  /** Makes the search index, in a thread of its own: it mostly waits for Pagefind's process. */
  async index(task: IndexTask): Promise<Indexed> {
    this.#indexer ??= this.#file().then((filename) =>
      heard(new Piscina({ filename, minThreads: 1, maxThreads: 1, recordTiming: false })),
    );
    return (await (await this.#indexer).run(task, { name: 'index' })) as Indexed;
  }

  async close(): Promise<void> {
    for (const threads of [this.#threads, this.#roomy, this.#indexer])
      await (await threads?.catch(() => null))?.destroy();
    this.#threads = null;
    this.#roomy = null;
    this.#indexer = null;
  }

  /** Looked for once: where it isn't there it is made, and two that make it would be in each other's way. */
  #file(): Promise<string> {
    return (this.#found ??= this.#find());
  }

  #openRoomy(): Promise<Piscina> {
    this.#roomy ??= this.#file().then((filename) =>
      heard(
        new Piscina({
          filename,
          minThreads: 0,
          maxThreads: 1,
          recordTiming: false,
          resourceLimits: { maxOldGenerationSizeMb: ROOMY },
        }),
      ),
    );
    return this.#roomy;
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

const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Looks again and again how much of the processor the thread that works on a task has taken since it began with a file.
 *
 * @param now  shared with the thread: the index of its file, -1 before the first; the thread's number; 1 from when it
 *             colours the file's code
 * @param most milliseconds of processor time for a file
 * @param tell `stop` is aborted when a file takes more, `at` is told when it is another file
 */
function watchCpu(
  threads: Piscina,
  now: Int32Array,
  most: (index: number) => number,
  tell: { stop: AbortController; at: (index: number) => void },
): NodeJS.Timeout {
  let at = { index: -1, taken: 0 };
  let told = -1;
  return setInterval(() => {
    const index = Atomics.load(now, 0);
    if (index !== told) tell.at((told = index));
    const thread = threads.threads.find(({ threadId }) => threadId === Atomics.load(now, 1));
    if (index < 0 || thread === undefined) return;
    thread.cpuUsage().then(
      ({ user, system }) => {
        const taken = (user + system) / 1000;
        if (at.index !== index) at = { index, taken };
        else if (
          taken - at.taken > most(index) + (Atomics.load(now, 2) === 1 ? COLOURING : 0) &&
          Atomics.load(now, 0) === index
        )
          tell.stop.abort();
      },
      // A thread that has just ended tells nothing any more.
      () => undefined,
    );
  }, LOOK_EVERY);
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
