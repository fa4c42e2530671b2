import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { filesBelow, makeFolders, MARK, markText, realPlace, reasonOf, UnusableFolder, type Kind } from './mark.ts';
import { leaveBeside, mayReplace, refusePlace, takeBeside } from './replaceable.ts';

/** A file of a built site. */
export interface SiteFile {
  /** Below the site, `/` between its parts. */
  path: string;
  source: string;
}

/**
 * Makes another form of a built site in a folder of its own, which takes the place of an earlier one when it is whole.
 *
 * @param fill makes the files in a folder that is empty
 * @throws UnusableFolder where the new folder is not one that this command made; nothing was touched then
 */
export async function siteBeside(
  from: string,
  into: string,
  kind: Kind,
  fill: (folder: string, files: readonly SiteFile[]) => Promise<void>,
): Promise<void> {
  const to = realPlace(into);
  refusePlace(to, [realPlace(from)]);
  mayReplace(to, kind, null, lookOf);
  makeFolders(dirname(to));
  const own = join(dirname(to), `.${basename(to)}.broadsheet`);
  takeBeside(own);
  const beside = join(own, 'spare');
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside);
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((source) => ({ path: relative(from, source).split(sep).join('/'), source }))
    .filter(({ path }) => path !== MARK);
  await fill(beside, files);
  const looks = new Map(filesBelow(beside).map((path) => [path, lookOf(join(beside, path))]));
  writeFileSync(join(beside, MARK), markText(kind, looks));
  mayReplace(to, kind, null, lookOf);
  const old = join(own, 'former');
  rmSync(old, { recursive: true, force: true });
  try {
    if (existsSync(to)) renameSync(to, old);
    renameSync(beside, to);
  } catch (error) {
    if (existsSync(old) && !existsSync(to)) renameSync(old, to);
    throw new UnusableFolder(`${to} can't be replaced (${reasonOf(error)}): it is as it was`, { cause: error });
  }
  rmSync(old, { recursive: true, force: true });
  leaveBeside(own);
}

/** Tells a file from what it becomes when somebody writes to it or puts another in its place. */
function lookOf(file: string): string {
  const about = lstatSync(file);
  return about.isFile() ? `${about.size} ${about.mtimeMs}` : 'no file';
}
