import { constants } from 'node:fs';
import { copyFile, readFile, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Parsed } from '../../parse/parsed-article.ts';
import { picturesNamed } from '../../parse/figures/pictures-named.ts';
import { decoded, isElsewhere, joined } from '../../render/links/links.ts';
import { SourceError } from '../../source/error.ts';
import { placeFor, written } from '../terminal/place.ts';

/** An article that is imported, and where to. */
export interface Import {
  /** The name under which messages speak of the file. */
  name: string;
  /** Folder in which the file stands. */
  from: string;
  /** The content folder. */
  content: string;
  /** Where the article is written, below `content/articles`. */
  place: string;
  /** Write over other pictures. */
  force: boolean;
}

/**
 * Brings the pictures along that an imported article names by a path of their own: copies each to where the article
 * will look for it. A file from somebody else may name anything, so nothing is taken from outside its folder.
 *
 * @returns a problem for each picture that was not brought along
 */
export async function importPictures(
  parsed: Pick<Parsed, 'image' | 'root'>,
  { name, from, content, place, force }: Import,
): Promise<SourceError[]> {
  const problems: SourceError[] = [];
  const seen = new Set<string>();
  for (const { src, line, column } of picturesNamed(parsed)) {
    const picture = decoded(src);
    if (isElsewhere(picture) || seen.has(picture)) continue;
    seen.add(picture);
    const tell = (message: string, hint: string) =>
      problems.push(new SourceError({ path: name, line, column, rule: 'picture', message, hint }));
    const source = await beside(from, picture);
    const to = joined(place, picture);
    if (typeof source !== 'object' || to === null) {
      tell(
        `The picture "${picture}" was not brought along: ${typeof source === 'string' ? source : outside}.`,
        `Put it at ${to ?? place}, below content/articles, yourself.`,
      );
    } else if (!(await brought(source.file, placeFor(content, to), force))) {
      tell(`${to} is there already and is another picture`, '--force writes over it.');
    }
  }
  return problems;
}

const outside = 'only what stands beside the article or below is brought along';

/** @returns the picture's file, or why it is not brought along */
async function beside(from: string, picture: string): Promise<{ file: string } | string> {
  const folder = await realpath(from);
  const file = resolve(folder, picture);
  if (picture.startsWith('/') || !file.startsWith(folder + sep)) return outside;
  const real = await realpath(file).catch(() => null);
  if (real === null) return 'there is no such file beside the article';
  return real.startsWith(folder + sep) ? { file: real } : outside;
}

/** @returns false where another picture stands in its place */
async function brought(from: string, to: string, force: boolean): Promise<boolean> {
  if (await written(to, force, (file) => copyFile(from, file, constants.COPYFILE_EXCL))) return true;
  return (await stat(to)).isFile() && (await readFile(from)).equals(await readFile(to));
}
