import { UnusableFolder } from '../../build/folders/mark.ts';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A command was called in a way that it does not know. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** How a command is called. */
export interface Calling<Options extends ParseArgsOptionsConfig> {
  /** What `--help` tells, and what follows a complaint. Its first line begins with `usage:`. */
  usage: string;
  /** As `parseArgs` of node:util takes them; `--help` is there always. */
  options?: Options;
  /** How many names beside the options it takes at most; none unless told. */
  names?: number;
}

type Called<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

/**
 * Runs a command line: reads its arguments, tells how it is called, and sets the exit code of the process. Exit code 2
 * and a complaint on standard error when it is called wrongly.
 *
 * @param run gives the exit code; may throw WrongUse, or UnusableFolder, whose sentence says it all
 *            any other error is told without a stack, and the exit code is 2
 */
export async function command<const Options extends ParseArgsOptionsConfig = Record<never, never>>(
  { usage, options, names = 0 }: Calling<Options>,
  run: (called: Called<Options>) => number | Promise<number>,
): Promise<void> {
  // `| head` closes the pipe when it has enough: that is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.on('uncaughtException', (error) => {
    console.error(failure(error));
    process.exit(2);
  });
  try {
    const called = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (called.values['help']) return console.log(usage);
    const more = called.positionals[names];
    if (more !== undefined) throw new WrongUse(`"${more}" is more than this takes`);
    process.exitCode = await run(called as unknown as Called<Options>);
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UnusableFolder) return console.error(error.message);
    if (isWrongUse(error)) console.error(`${error.message.split('\n')[0]}\n${usage}`);
    else console.error(failure(error));
  }
}

/** What to say of an error that nothing was made for: what it says itself, without the place in the code. */
function failure(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const lines = said.split('\n').filter((line) => !/^\s+at |^node:|^\s*\^+$/.test(line));
  const where = process.env['BROADSHEET_TRACE']
    ? `\n${error instanceof Error ? (error.stack ?? '') : ''}`
    : ' (BROADSHEET_TRACE=1 shows where)';
  return `this failed: ${lines.join('\n').trim() || 'nothing was said why'}${where}`;
}

/** Ours, or what `parseArgs` says of an option that it doesn't know. */
const isWrongUse = (error: unknown): error is Error =>
  error instanceof WrongUse ||
  (error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_'));
