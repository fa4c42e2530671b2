import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What imports wrote, as `sha256sum` writes it: by this an update tells a file that nobody has touched since from one
 * that somebody has worked on. A line is added for each file; the last line for a path holds.
 */
const file = '.imported.sha256';

export class Written {
  readonly #content: string;
  readonly #hashes = new Map<string, string>();

  /** @param content the content folder */
  constructor(content: string) {
    this.#content = content;
    for (const line of read(join(content, file)).split('\n')) {
      const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (sum !== undefined && path !== undefined) this.#hashes.set(path, sum);
    }
  }

  /** Whether a file is as an import wrote it; its path is relative to the content folder. */
  untouched(path: string, text: string | Uint8Array): boolean {
    return this.#hashes.get(path) === sha256(text);
  }

  add(path: string, text: string | Uint8Array): void {
    const sum = sha256(text);
    this.#hashes.set(path, sum);
    // Through a link it would write into a file that is somebody else's.
    const record = openSync(join(this.#content, file), constants.O_CREAT | constants.O_APPEND | constants.O_WRONLY | constants.O_NOFOLLOW); // prettier-ignore
    writeSync(record, `${sum}  ${path}\n`);
    closeSync(record);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');
