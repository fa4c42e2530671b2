import type { Archive } from '../archive.ts';
import { decodeExport } from '../encoding.ts';
import type { Entries, ItemText } from '../item.ts';

/** An export of several files. */
export interface ArchiveFormat {
  /** As it is told: "an Omnivore export". */
  name: string;
  is(names: readonly string[]): boolean;
  entries(archive: Archive): Entries;
}

/** The last part of a path. Some unpackers and services put everything into one more folder. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Unpacked when it is asked for: a library is larger than memory should be. */
export const htmlIn = (archive: Archive, name: string): ItemText => ({
  form: 'html',
  get value() {
    return decodeExport(archive.read(name));
  },
});
