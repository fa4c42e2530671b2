import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a program took. */
export interface Measured {
  /** Milliseconds. */
  wall: number;
  /** Milliseconds of processor, of all its threads and the processes that it began. */
  processor: number;
  /** Bytes: of its largest process. */
  memory: number;
}

/**
 * Each Node process writes what it took into a folder when it ends; other programs tell only their time.
 * The threads of a process are counted in it.
 */
const told = `
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.BENCH_TOLD + '/' + process.pid, JSON.stringify([userCPUTime + systemCPUTime, maxRSS]));
});
`;

/**
 * Runs a program to its end and measures it.
 *
 * @throws Error with what it said when it fails
 */
export async function measure(
  command: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-told-'));
  writeFileSync(join(folder, 'tell.mjs'), told);
  const begun = performance.now();
  try {
    await run(command, cwd, { ...env, BENCH_TOLD: folder, NODE_OPTIONS: `--import ${join(folder, 'tell.mjs')}` });
    const wall = performance.now() - begun;
    const rows = readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as [number, number]);
    return {
      wall,
      processor: rows.reduce((sum, [time]) => sum + time / 1000, 0),
      memory: Math.max(0, ...rows.map(([, kilobytes]) => kilobytes * 1024)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error with what the program said when it fails */
export function run(
  [program = '', ...rest]: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (data: unknown) => (said = (said + String(data)).slice(-4000));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`${program} ${rest.join(' ')} ended with ${code}:\n${said}`)),
    );
  });
}

/** The middle one by time. */
export function median(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.wall - b.wall);
  return sorted[Math.floor(sorted.length / 2)] ?? { wall: 0, processor: 0, memory: 0 };
}
