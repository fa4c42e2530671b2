import type { Report } from './report.ts';

/** Where progress goes: the parts of a terminal that it needs. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write: (text: string) => unknown;
}

/** A stage shorter than this is not worth a line when the output is no terminal. */
const WORTH_A_LINE = 5_000;
/** Redrawing more often than this costs more than it tells, in milliseconds. */
const REDRAW = 100;

/**
 * Progress of a build: on a terminal one line that is redrawn, with how far it is and how long it still
 * takes; elsewhere a plain line now and then, and none in a short build.
 *
 * @param now milliseconds, from a clock that only goes forward
 */
export function progress(screen: Screen, now: () => number): Report & { end: () => void } {
  let stage = '';
  let since = now();
  let told = now();
  const clear = () => screen.isTTY && screen.write('\r\u001b[K');
  const show = (text: string) => screen.write(`\r\u001b[K${text.slice(0, Math.max(20, (screen.columns ?? 80) - 1))}`);
  return {
    stage: (name) => {
      stage = name;
      since = now();
      if (screen.isTTY) show(name);
    },
    step: (done, of) => {
      const at = now();
      if (at - told < (screen.isTTY ? REDRAW : WORTH_A_LINE) || of === 0) return;
      told = at;
      const text = `${stage} ${done} of ${of}${remaining(at - since, done, of)}`;
      if (screen.isTTY) show(text);
      else screen.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      screen.write(`${text}\n`);
    },
    end: () => {
      clear();
    },
  };
}

function remaining(passed: number, done: number, of: number): string {
  if (done === 0 || passed < 1_000) return '';
  const seconds = Math.ceil(((passed / done) * (of - done)) / 1_000);
  return seconds < 60 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
}
