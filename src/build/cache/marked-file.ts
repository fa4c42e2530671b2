import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { sha256 } from './digest.ts';

/**
 * A text with its own hash on the last line. It is written beside and renamed, so that it is there whole or not at all;
 * one that something else has touched counts as not there.
 */

/** @returns the text; null where there is none, or not the one that was written */
export function readMarked(file: string): string | null {
  let whole: string;
  try {
    whole = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const end = whole.lastIndexOf('\n', whole.length - 2);
  const text = whole.slice(0, Math.max(0, end));
  return end >= 0 && sha256(text) === whole.slice(end + 1).trim() ? text : null;
}

export function writeMarked(file: string, text: string): void {
  writeFileSync(`${file}.new`, `${text}\n${sha256(text)}\n`);
  renameSync(`${file}.new`, file);
}
