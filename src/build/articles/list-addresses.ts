import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Edition } from '../../edition/edition.ts';
import { giveAddresses, movedLists } from '../../edition/lists/given-addresses.ts';
import type { GivenAddresses } from '../../edition/lists/lists.ts';
import { SourceError } from '../../source/error.ts';

/** The addresses that sections, topics and people were given, as the last published site has them. */
export function readListAddresses(file: string): GivenAddresses {
  if (!existsSync(file)) return {};
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as GivenAddresses | null) ?? {};
  } catch {
    // Damaged: they are given anew, as in a first build.
    return {};
  }
}

/** Keeps them for the next build: the site has been published with them. */
export function keepListAddresses(file: string, { lists }: Edition, before: GivenAddresses): void {
  const text = JSON.stringify(giveAddresses(lists, before));
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/**
 * Tells of each new name whose address another one has already.
 *
 * @param paths the articles' files, by id
 */
export function toldOfMoved(
  { lists, site }: Edition,
  before: GivenAddresses,
  paths: ReadonlyMap<string, string>,
): SourceError[] {
  return movedLists(lists, before).map(
    ({ kind, list, owner, wanted }) =>
      new SourceError({
        path: paths.get(list.articles[0]?.id ?? '') ?? '',
        line: 1,
        column: 1,
        rule: 'address-given',
        severity: 'warning',
        message: `The ${kind} "${list.name}" has the address ${site.base}${list.path.slice(1)}, for ${site.base}${wanted.slice(1)} is that of "${owner}" since an earlier build.`,
        hint: 'Nothing is to be done; another name gives another address.',
      }),
  );
}
