import { Ended, Pool } from './pool.ts';
import type { Answer, Call, Start } from './worker-process.ts';

/**
 * The process that has the worker threads: `worker-process.ts` starts it and says why there is one. It is told what the
 * threads run, then gets calls, and answers each.
 */

let pool: Pool | null = null;

const answer = (message: Answer): void => void process.send?.(message);

process.on('message', (message: Start | Call) => {
  if ('file' in message) {
    pool = new Pool(message.workers, () => Promise.resolve(message.file), message.limits);
    return answer({ ready: true });
  }
  void run(message);
});
// The build is gone, whichever way: nobody waits for what is being made.
process.on('disconnect', () => process.exit());
process.on('uncaughtException', (error) => {
  answer({ failed: told(error) });
});

async function run({ id, name, task, roomy }: Call): Promise<void> {
  const at = (index: number) => answer({ id, at: index });
  try {
    if (!pool) throw new Error('the worker process was called before it was started');
    switch (name) {
      case 'read':
        return answer({ id, result: await pool.read(task, at) });
      case 'text':
        return answer({ id, result: await pool.text(task.content, task.path, task.bytes) });
      case 'check':
        return answer({ id, result: await pool.check(task.folder, task.files) });
      case 'make':
        return answer({ id, result: await pool.make(task, roomy) });
      case 'picture':
        return answer({ id, result: await pool.picture(task) });
      case 'index':
        return answer({ id, result: await pool.index(task) });
    }
  } catch (error) {
    if (error instanceof Ended) answer({ id, ended: { reason: error.reason, index: error.index } });
    else answer({ id, failed: told(error) });
  }
}

/** An error as it crosses to another process. */
function told(error: unknown): { message: string; stack?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  return { message, ...(stack !== undefined && { stack }) };
}
