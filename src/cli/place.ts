import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slug } from '../article/id.ts';

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
  const file = join(content, 'articles', place);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: force ? 'w' : 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
