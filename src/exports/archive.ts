import { unzipSync, type UnzipFileInfo } from 'fflate';
import { Refused, Unreadable } from './refused.ts';

/** Files of an export, in a zip or in a folder. Names are keys: nothing is ever written under them. */
export interface Archive {
  names: readonly string[];
  /** @throws Unreadable where the file can't be unpacked */
  read(name: string): Uint8Array;
}

/** What an archive may hold: a library of a hundred thousand articles has less. */
export const archiveLimits = { files: 250_000, fileBytes: 200_000_000, bytes: 4_000_000_000 } as const;

/**
 * Opens a zip. Its list is read; a file is unpacked when it is asked for, into as many bytes as the list says.
 *
 * @throws Refused where it is broken, or would unpack to more than the limits
 */
export function openZip(bytes: Uint8Array): Archive {
  const files = new Map<string, UnzipFileInfo>();
  let total = 0;
  const list = (file: UnzipFileInfo): boolean => {
    total += file.originalSize;
    if (files.size >= archiveLimits.files) throw new Refused(`it is a zip of more than ${archiveLimits.files} files`);
    if (total > archiveLimits.bytes)
      throw new Refused(`it is a zip that unpacks to more than ${archiveLimits.bytes / 1e9} GB`);
    if (!file.name.endsWith('/') && !/(?:^|\/)(?:__MACOSX|\.DS_Store)/.test(file.name)) files.set(file.name, file);
    return false;
  };
  try {
    unzipSync(bytes, { filter: list });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('it is a zip that is broken or cut off: download it again');
  }
  const names = [...files.keys()];
  const places = new Map(names.map((name, index) => [name, index]));
  const unpack = (wanted: ReadonlySet<string>) => unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
  let unpacked: Record<string, Uint8Array> = {};
  return {
    names,
    read(name) {
      const place = places.get(name);
      if (place === undefined) throw new Unreadable(`there is no ${name} in it`);
      if ((files.get(name)?.originalSize ?? 0) > archiveLimits.fileBytes)
        throw new Unreadable(`${name} is larger than ${archiveLimits.fileBytes / 1e6} MB`);
      // The list has to be gone through for each unpacking, so what follows is unpacked with it.
      if (!Object.hasOwn(unpacked, name)) unpacked = unpackOr(unpack, windowFrom(place), name);
      const found = unpacked[name];
      if (!found) throw new Unreadable(`${name} can't be unpacked`);
      return found;
    },
  };

  /** The file at a place and those after it, up to a hundred and 32 MB. */
  function windowFrom(place: number): Set<string> {
    const window = new Set<string>();
    let size = 0;
    for (const name of names.slice(place, place + 100)) {
      size += files.get(name)?.originalSize ?? 0;
      if (window.size > 0 && size > 32_000_000) break;
      window.add(name);
    }
    return window;
  }
}

type Unpack = (wanted: ReadonlySet<string>) => Record<string, Uint8Array>;

/** Several files at once, or the one alone where another of them is broken; nothing where it is itself. */
function unpackOr(unpack: Unpack, window: ReadonlySet<string>, name: string): Record<string, Uint8Array> {
  for (const wanted of [window, new Set([name])]) {
    try {
      return unpack(wanted);
    } catch {
      // The next try tells.
    }
  }
  return {};
}
