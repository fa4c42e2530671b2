import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Archive } from '../../exports/archive.ts';
import { archiveLimits } from '../../exports/archive.ts';
import { archiveFormats } from '../../exports/archives/formats.ts';
import { Refused, Unreadable } from '../../exports/refused.ts';

/** A file that an import may read at once: V8 holds no longer text. */
const most = 500_000_000;

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @throws Refused where it is too large; whatever the file system says
 */
export async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  const { size } = await stat(file);
  if (size > most) throw new Refused(`it has ${Math.round(size / 1e6)} MB, and an import takes ${most / 1e6} at once`);
  return readFile(file);
}

/** An export that was unpacked into a folder; null where a folder holds none. */
export function unpackedExport(folder: string): Archive | null {
  const names: string[] = [];
  const walk = (at: string, depth: number): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (names.length >= archiveLimits.files) return;
      if (entry.isDirectory() && depth < 4 && !entry.name.startsWith('.')) walk(join(at, entry.name), depth + 1);
      else if (entry.isFile()) names.push(relative(folder, join(at, entry.name)).split(sep).join('/'));
    }
  };
  walk(folder, 0);
  names.sort();
  if (!archiveFormats.some(({ is }) => is(names))) return null;
  return {
    names,
    read(name) {
      const file = join(folder, name);
      if (statSync(file).size > archiveLimits.fileBytes)
        throw new Unreadable(`${name} is larger than ${archiveLimits.fileBytes / 1e6} MB`);
      return readFileSync(file);
    },
  };
}
