import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../articles/content-folder.ts';
import { cachePlace, root } from '../cache/folders.ts';
import { holds, isVacant, makeFolders, markText, readMark, realPlace, reasonOf, UnusableFolder } from './mark.ts';
import { markIt } from './replaceable.ts';

/** Folders of the project that are no place for a cache. */
const taken = ['src', 'content', 'public', '.git', '.github'];

/**
 * The folder of results that are kept between builds, made and marked where it isn't there yet. In it a build deletes
 * nothing but what has a name that builds give.
 *
 * @throws UnusableFolder where it holds somebody else's files, or nothing can be written there; nothing was touched then
 */
export function cacheFolder(): string {
  const folder = realPlace(cachePlace());
  const another = process.env['BROADSHEET_KEEP']
    ? 'name another one in BROADSHEET_KEEP'
    : 'name one in BROADSHEET_KEEP';
  const apart = [...taken.map((name) => join(realPlace(root), name)), realPlace(contentFolder())];
  const wrong =
    [realPlace(root), ...apart].some((place) => holds(folder, place)) || apart.some((place) => holds(place, folder));
  if (wrong) throw new UnusableFolder(`${folder} can't be the cache, for it holds or lies in other files: ${another}`);
  try {
    if (existsSync(folder)) {
      if (!statSync(folder).isDirectory()) throw new UnusableFolder(`the cache ${folder} is not a folder: ${another}`);
      if (readMark(folder) === markText('cache')) {
        accessSync(folder, constants.W_OK);
        return folder;
      }
      if (!isVacant(folder))
        throw new UnusableFolder(
          `${folder} can't be the cache, for it holds files that no build made: ${another}, or delete it where nothing in it is yours`,
        );
    }
  } catch (error) {
    if (error instanceof UnusableFolder) throw error;
    throw new UnusableFolder(`the cache ${folder} can't be used (${reasonOf(error)}): ${another}`);
  }
  makeFolders(folder);
  markIt(folder, 'cache');
  return folder;
}
