import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../cache/folders.ts';
import type { GenerateTask, MadeFile } from '../pages/generate.ts';
import type { Copy } from '../publish/public-files.ts';
import type { Limits } from './limits.ts';
import { Ended } from './pool.ts';
import type {
  Indexed,
  IndexTask,
  picture as makePicture,
  PictureTask,
  ReadFile,
  ReadTask,
  text as readText,
} from './worker.ts';
import { SourceError } from '../../source/error.ts';
import { Unmakeable } from '../unmakeable.ts';

/** What a worker process is told first: the file that its threads run, and what holds for them. */
export interface Start {
  file: string;
  workers: number;
  limits: Limits;
}

type Task =
  | { name: 'read'; task: Omit<ReadTask, 'clock'> }
  | { name: 'text'; task: { content: string; path: string; bytes: number } }
  | { name: 'check'; task: { folder: string; files: readonly [path: string, hash: string][] } }
  | { name: 'make'; task: GenerateTask }
  | { name: 'picture'; task: PictureTask }
  | { name: 'index'; task: IndexTask };
export type Call = Task & { id: number; roomy: boolean };

export type Answer =
  | { ready: true }
  /** A call, and which of its files is being worked on. */
  | { id: number; at: number }
  | { id: number; result: unknown }
  | { id: number; ended: { reason: Ended['reason']; index: number } }
  /** Without a call, what failed is the process itself. */
  | { id?: number; failed: { message: string; stack?: string } };

/** The process ended while it was at work. */
class Died extends Error {
  override readonly name = 'Died';
  /** Which of the task's files was worked on; -1 where that isn't known. */
  readonly index: number;

  constructor(index: number) {
    super('a worker process ended while it was at work');
    this.index = index;
  }
}

/**
 * The worker threads, in a process of their own. A thread that is out of memory in the middle of an allocation is not
 * ended by V8: V8 ends the process that it is in, and so may the system where there is no memory left. That process is
 * never the build's. What it was at is done again alone, and only what ends a process alone is to blame.
 */
export class WorkerProcess {
  readonly workers: number;
  readonly #find: () => Promise<string>;
  readonly #limits: Limits;
  #found: Promise<string> | null = null;
  #shared: Connection | null = null;
  readonly #open = new Set<Connection>();
  /** Files that were being read when a process ended. */
  readonly #suspects = new Set<string>();
  #isClosed = false;

  /**
   * @param workers threads; as many as there are cores when it isn't stated
   * @param file    finds the code that they run
   */
  constructor(workers: number | undefined, file: () => Promise<string>, limits: Limits) {
    this.workers = workers ?? Math.min(16, availableParallelism());
    this.#find = file;
    this.#limits = limits;
  }

  /** @throws Ended when a file took too long or too much memory */
  async read(task: Omit<ReadTask, 'clock'>): Promise<ReadFile[]> {
    const call = { name: 'read', task } as const;
    const [only] = task.files;
    const alone = task.files.length === 1 && only !== undefined && this.#suspects.has(only.path);
    try {
      return (await (alone ? this.#alone(call) : this.#together(call))) as ReadFile[];
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      if (alone) throw new Ended('memory', 0);
      // Whoever asked takes the task apart: the file that was being read comes again by itself.
      const suspect = task.files[Math.max(0, error.index)];
      if (suspect) this.#suspects.add(suspect.path);
      if (task.files.length === 1) return this.read(task);
      throw new Ended('memory', Math.max(0, error.index));
    }
  }

  /** @throws Ended when it took too long or too much memory */
  async text(content: string, path: string, bytes: number): ReturnType<typeof readText> {
    return (await this.#twice({ name: 'text', task: { content, path, bytes } }, 0)) as Awaited<
      ReturnType<typeof readText>
    >;
  }

  /** @returns paths of the files whose content has another hash */
  async check(folder: string, files: readonly [path: string, hash: string][]): Promise<string[]> {
    return (await this.#twice({ name: 'check', task: { folder, files } })) as string[];
  }

  /**
   * Makes files of the site.
   *
   * @param roomy whether it is done where there is more memory
   * @throws Ended when they took too much memory
   */
  async make(task: GenerateTask, roomy = false): Promise<MadeFile[]> {
    const call = { name: 'make', task } as const;
    try {
      return (await (roomy ? this.#alone(call, true) : this.#together(call))) as MadeFile[];
    } catch (error) {
      throw error instanceof Died ? new Ended('memory', -1) : error;
    }
  }

  /**
   * Makes a rendition of a picture.
   *
   * @throws SourceError where it can't be decoded; Ended when it took too much memory
   */
  async picture(task: PictureTask): Promise<Uint8Array> {
    const made = (await this.#twice({ name: 'picture', task })) as Awaited<ReturnType<typeof makePicture>>;
    if ('problem' in made) throw new SourceError(made.problem);
    return made.bytes;
  }

  /**
   * Makes the search index.
   *
   * @throws Unmakeable where there is an article that it can't take
   */
  async index(task: IndexTask): Promise<Copy[]> {
    const made = (await this.#twice({ name: 'index', task })) as Indexed;
    if ('copies' in made) return made.copies;
    throw new Unmakeable('the search index', [made.id], made.reason);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#open].map((connection) => connection.end()));
  }

  /** Runs a task with the others, and alone where the process that they were in ended. */
  async #twice(call: Task, index = -1): Promise<unknown> {
    try {
      return await this.#together(call);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
    return this.#alone(call).catch((error: unknown) => {
      throw error instanceof Died ? new Ended('memory', index) : error;
    });
  }

  async #together(call: Task): Promise<unknown> {
    const start = await this.#start();
    if (!this.#shared?.isOpen) this.#shared = this.#connect(start);
    return this.#shared.run(call, false);
  }

  async #alone(call: Task, roomy = false): Promise<unknown> {
    const connection = this.#connect({ ...(await this.#start()), workers: 1 });
    try {
      return await connection.run(call, roomy);
    } finally {
      await connection.end();
      this.#open.delete(connection);
    }
  }

  async #start(): Promise<Start> {
    return { file: await (this.#found ??= this.#find()), workers: this.workers, limits: this.#limits };
  }

  #connect(start: Start): Connection {
    if (this.#isClosed) throw closed();
    const connection = new Connection(start);
    this.#open.add(connection);
    return connection;
  }
}

const closed = (): Error => new Error('the worker process is closed');

/** How V8 begins when it ends a process, and Pagefind. */
const PANIC =
  /\n?<--- Last few GCs --->|\n?#\n# Fatal|FATAL ERROR:|\n?thread '[^']*'(?: \(\d+\))? panicked|Service stopped Error/;

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  at: number;
}

/** One worker process, and the calls that it has not answered yet. */
class Connection {
  isOpen = true;
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #ready = false;
  #said = '';
  #calls = 0;

  constructor(start: Start) {
    this.#child = fork(join(root, 'src/build/workers/worker-host.ts'), {
      // Options of the program that runs the build, such as a debugger's, are not meant for this one.
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    this.#child.on('message', (answer: Answer) => this.#take(answer));
    this.#child.on('error', (error) => this.#over(error));
    this.#child.on('close', () => this.#over(null));
    // What can't be sent any more is told by the end of the process.
    this.#child.send(start, () => undefined);
  }

  /** @throws Died where the process ends before it has answered; Ended */
  run(call: Task, roomy: boolean): Promise<unknown> {
    const id = (this.#calls += 1);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, at: -1 });
      this.#child.send({ ...call, id, roomy } satisfies Call, () => undefined);
    });
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#over(closed());
    this.#child.kill('SIGKILL');
    await once(this.#child, 'close');
  }

  /** What threads write is shown, but not what V8 writes when it ends the process: that is told in other words. */
  #hear(text: string): void {
    const over = this.#said.length > 0 ? 0 : text.search(PANIC);
    process.stderr.write(over < 0 ? text : text.slice(0, over));
    if (over >= 0) this.#said += text.slice(over);
  }

  #take(answer: Answer): void {
    if ('ready' in answer) return void (this.#ready = true);
    const pending = answer.id === undefined ? undefined : this.#pending.get(answer.id);
    if ('at' in answer) {
      if (pending) pending.at = answer.at;
      return;
    }
    if (answer.id !== undefined) this.#pending.delete(answer.id);
    if ('result' in answer) pending?.resolve(answer.result);
    else if ('ended' in answer) pending?.reject(new Ended(answer.ended.reason, answer.ended.index));
    else if (answer.id === undefined) this.#over(Object.assign(new Error(answer.failed.message), answer.failed));
    else pending?.reject(Object.assign(new Error(answer.failed.message), answer.failed));
  }

  /** @param reason null where it ended by itself */
  #over(reason: Error | null): void {
    this.isOpen = false;
    const failed = reason ?? (this.#ready ? null : new Error('the process for the worker threads does not start'));
    for (const { reject, at } of this.#pending.values()) reject(failed ?? new Died(at));
    this.#pending.clear();
  }
}
