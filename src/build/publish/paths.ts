import { join, sep } from 'node:path';

/** Bytes that file systems take for one name. */
const LONGEST_NAME = 255;

/**
 * The place of a file of the site, which must lie inside its folder.
 *
 * @param folder absolute
 * @param path   below it, `/` between its parts
 * @throws Error when the path leads elsewhere, or no file system takes it
 */
export function inside(folder: string, path: string): string {
  const parts = path.split('/');
  const wrong = parts.some(
    (part) =>
      part === '' || part === '.' || part === '..' || /[\0\\]/.test(part) || Buffer.byteLength(part) > LONGEST_NAME,
  );
  const file = join(folder, ...parts);
  if (wrong || !file.startsWith(folder + sep))
    throw new Error(`the path ${JSON.stringify(path)} can't be a file of the site`);
  return file;
}
