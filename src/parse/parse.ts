import type { Parsed, ParseOptions } from './parsed.ts';

/**
 * Reads one article file.
 *
 * @param path   the file's path below the content folder, `/` between its parts; the ending tells the form
 * @param bytes  the file as it is on disk
 * @throws SourceErrors with every mistake found in the file
 */
export function parseArticle(path: string, bytes: Uint8Array, options: ParseOptions): Parsed {
  throw new Error(`not written yet: ${path}, ${bytes.length} bytes, ${options.language}`);
}
