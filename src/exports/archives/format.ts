import type { Archive } from '../archive.ts';
import type { Entries } from '../item.ts';

/** An export of several files. */
export interface ArchiveFormat {
  /** As it is told: "an Omnivore export". */
  name: string;
  is(names: readonly string[]): boolean;
  entries(archive: Archive): Entries;
}

/** The last part of a path. Some unpackers and services put everything into one more folder. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
