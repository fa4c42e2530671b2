import type { ListKind } from '../pages.ts';
import type { GivenAddresses, List } from './lists.ts';
import { sameName } from './same-name.ts';

/** What is given now: what was, and what is new. */
export function giveAddresses(
  lists: Record<ListKind, readonly List[]>,
  before: GivenAddresses,
): Record<string, Record<string, string>> {
  const rows = Object.entries(lists).map(([kind, all]) => [
    kind,
    sorted({
      ...before[kind as ListKind],
      ...Object.fromEntries(all.map(({ name, slug }) => [sameName(name), slug])),
    }),
  ]);
  return Object.fromEntries(rows) as Record<string, Record<string, string>>;
}

const sorted = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A list that did not get the address that it would have had, because another name had it first. */
export interface Moved {
  kind: ListKind;
  list: List;
  /** The name that has the address, as `sameName` writes it. */
  owner: string;
  /** The address that it would have had. */
  wanted: string;
}

/** Lists that are new since the builds before, and had to give way to one of those. */
export function movedLists(lists: Record<ListKind, readonly List[]>, before: GivenAddresses): Moved[] {
  return (Object.entries(lists) as [ListKind, readonly List[]][]).flatMap(([kind, all]) => {
    const given = before[kind] ?? {};
    const owners = new Map(Object.entries(given).map(([name, slug]) => [slug, name]));
    return all.flatMap((list): Moved[] => {
      const owner = owners.get(list.wanted);
      const isNew = !Object.hasOwn(given, sameName(list.name));
      if (!isNew || owner === undefined || list.slug === list.wanted) return [];
      return [{ kind, list, owner, wanted: list.path.replace(`/${list.slug}/`, `/${list.wanted}/`) }];
    });
  });
}
