import { copyFileSync, linkSync } from 'node:fs';

/**
 * One file in two places, by a hard link.
 *
 * @param to a path where nothing is
 * @returns false where the disk has no links, or too many of this file
 */
export function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/**
 * One file in two places where the disk can do that, else a copy of it.
 *
 * @param to a path where nothing is
 * @throws Error when it can't be copied either
 */
export function linkedOrCopied(from: string, to: string): void {
  if (!linked(from, to)) copyFileSync(from, to);
}
