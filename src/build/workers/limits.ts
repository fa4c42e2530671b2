import type { Rule } from '../../source/rule.ts';
import { SourceError } from '../../source/error.ts';

/** What one article file may take. Past a limit it is named, and the other files build. */
export interface Limits {
  /** Bytes of the file. */
  bytes: number;
  /**
   * Milliseconds of processor time for reading it, whatever its size. Not of the clock: on a busy machine a file takes
   * as much of the processor as on an idle one.
   */
  cpu: number;
  /** The same for each megabyte of it. */
  cpuPerMegabyte: number;
  /** Megabytes of heap of the thread that reads it. */
  memory: number;
}

export const limits: Limits = { bytes: 2_000_000, cpu: 1_500, cpuPerMegabyte: 4_000, memory: 400 };

/** Milliseconds of processor time that a file of this size may take. */
export const cpuOf = ({ cpu, cpuPerMegabyte }: Limits, bytes: number): number => cpu + (cpuPerMegabyte * bytes) / 1e6;

const named = (path: string, rule: Rule, message: string, hint: string) =>
  new SourceError({ path, line: 1, column: 1, rule, message, hint });

export const tooLarge = (path: string, bytes: number, most: number): SourceError =>
  named(
    path,
    'too-large',
    `the file has ${bytes} bytes, and an article may have ${most}`,
    'Split the article, or take out what is not text, such as pictures written into it.',
  );

export const tooLong = (path: string, milliseconds: number): SourceError =>
  named(
    path,
    'too-slow',
    `reading the file took more than ${(milliseconds / 1000).toFixed(1)} seconds of processor time and was ended`,
    'Look for long runs of one sign, such as * or <, or for a very large table, and take them out.',
  );

export const tooMuchMemory = (path: string, megabytes: number): SourceError =>
  named(
    path,
    'too-much-memory',
    `reading the file took more than ${megabytes} megabytes of memory and was ended`,
    'Look for very large tables or deep nesting, and take them out.',
  );

/** @param message what can't be made, and why: `making articles/a/index.html took more memory than there is for it` */
export const unmakeable = (path: string, message: string): SourceError =>
  named(path, 'too-much-memory', message, 'Split the article, or take out what repeats.');

export const unreadable = (path: string, reason: string): SourceError =>
  named(
    path,
    'unreadable',
    `the file can't be read: ${reason}`,
    'Look for markup that is nested hundreds deep; if the file looks right, report it with the file.',
  );
