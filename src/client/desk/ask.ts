import type { Draft } from '../../desk/draft.ts';
import type { DeskPicture } from '../../desk/reading.ts';
import { workerAddress } from '../trusted.ts';
import { setting } from './setting.ts';
import type { Answer, Question } from './worker.ts';

/** What the page asks of its worker. */

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (answer: Answer) => void>();

function start(): Worker {
  const made = new Worker(workerAddress('/desk/worker.js'));
  made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  made.postMessage({ setting } satisfies Question);
  return made;
}

function ask(question: { read: Draft; pictures: readonly DeskPicture[] } | { write: Draft }): Promise<Answer> {
  worker ??= start();
  const id = (last += 1);
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker?.postMessage({ id, ...question } satisfies Question);
  });
}

type Read = Extract<Answer, { reading: unknown }>;

/** One reading at a time, and the newest draft next: what came between is passed over. */
let reading = false;
let next: (() => void) | null = null;

/**
 * @param done what was read of the newest draft
 * @param failed says why it could not be read
 */
export function read(
  draft: Draft,
  pictures: readonly DeskPicture[],
  done: (answer: Read) => void,
  failed: (why: string) => void,
): void {
  const go = () => {
    reading = true;
    void ask({ read: draft, pictures }).then((answer) => {
      reading = false;
      if (next) {
        const later = next;
        next = null;
        later();
      } else if ('reading' in answer) done(answer);
      else if ('failed' in answer) failed(answer.failed);
    });
  };
  if (reading) next = go;
  else go();
}

/** The draft as canonical Markdown. */
export async function write(draft: Draft): Promise<string> {
  const answer = await ask({ write: draft });
  if ('markdown' in answer) return answer.markdown;
  throw new Error('failed' in answer ? answer.failed : 'no Markdown came');
}
