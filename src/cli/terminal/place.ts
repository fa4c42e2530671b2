import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slug } from '../../article/id.ts';
import { holds, makeFolders, realPlace, reasonOf, UnusableFolder } from '../../build/folders/mark.ts';

/**
 * Where a new article belongs below `content/articles`: `2024/01/harbour-opens.md`, or `undated/…`.
 *
 * @param headline what the file's name is made from
 * @param day      `YYYY-MM-DD` in the site's zone; null where the article names no date
 */
export function placeOf(headline: string, day: string | null): string {
  const folder = day === null ? 'undated' : day.slice(0, 7).replace('-', '/');
  return `${folder}/${slug(headline) || 'article'}.md`;
}

/**
 * Writes a new article, never over another one unless forced to.
 *
 * @returns whether it was written; false where a file of that name is there
 */
export async function writeNew(content: string, place: string, text: string, force: boolean): Promise<boolean> {
  const file = placeFor(content, place);
  return written(file, force, (to) => writeFile(to, text, { flag: 'wx' }));
}

/**
 * Makes the folder of a file below `content/articles`.
 *
 * @returns the file's absolute path
 * @throws UnusableFolder where a link leads out of the content folder, or the folder can't be made
 */
export function placeFor(content: string, place: string): string {
  const top = realPlace(join(content, 'articles'));
  const file = join(top, place);
  if (!holds(top, realPlace(dirname(file))))
    throw new UnusableFolder(`${place} would be written through a link that leads out of the content folder`);
  makeFolders(dirname(file));
  return file;
}

/**
 * Puts a file into place, never over another one unless forced to. A link that stands there is replaced, not followed.
 *
 * @param write makes the file at a path where nothing is
 * @returns whether it was written; false where a file of that name is there
 * @throws UnusableFolder where the system refuses it
 */
export async function written(file: string, force: boolean, write: (to: string) => Promise<void>): Promise<boolean> {
  const to = force ? `${file}.${process.pid}.new` : file;
  try {
    await write(to);
    if (force) await rename(to, file);
    return true;
  } catch (error) {
    if (force) await rm(to, { force: true });
    else if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new UnusableFolder(`${file} can't be written (${reasonOf(error)})`, { cause: error });
  }
}
