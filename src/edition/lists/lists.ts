import { slug } from '../../article/id.ts';
import type { Site } from '../../site.ts';
import { byText } from './order.ts';
import { sameName } from './same-name.ts';
import type { ListKind, Named } from '../pages.ts';
import type { Summary } from '../summary.ts';

/** A named list of articles: a section, a topic, an author … with everything that belongs to it. */
export interface List extends Named {
  slug: string;
  /** The slug that its name makes, which may be another one's. */
  wanted: string;
  /** A handle's display name. */
  note: string | null;
  /** Newest first. */
  articles: Summary[];
}

/**
 * Which slug each name of a list was given in the builds before, by `sameName`. An address once given stays with its
 * name, and with nobody else when the name is gone: somebody may have linked to it.
 */
export type GivenAddresses = Partial<Record<ListKind, Readonly<Record<string, string>>>>;

/** The folder of each kind of list. */
export const listFolder: Record<ListKind, string> = {
  section: 'sections',
  topic: 'topics',
  author: 'authors',
  source: 'sources',
  handle: 'handles',
  credit: 'credits',
};

export { sameName } from './same-name.ts';

/** Path of a list's first page. */
const listPath = (kind: ListKind, slugged: string): string => `/${listFolder[kind]}/${slugged}/`;

/**
 * Groups articles by the names that `names` tells of each.
 *
 * @param articles newest first; the lists keep that order
 * @param given slugs that names have had in builds before, and keep
 * @returns lists by name; of names with one slug all but the first get a number that no name has (`c`, `c-3` beside "C 2")
 */
export function groupBy(
  kind: ListKind,
  articles: readonly Summary[],
  names: (article: Summary) => readonly { name: string; note?: string | null }[],
  given: GivenAddresses = {},
): List[] {
  const groups = new Map<string, { name: string; note: string | null; articles: Summary[] }>();
  for (const article of articles) {
    for (const { name, note = null } of names(article)) {
      const key = sameName(name);
      if (key === '') continue;
      const group = groups.get(key);
      if (!group) groups.set(key, { name: name.trim(), note, articles: [article] });
      else if (group.articles.at(-1) !== article) group.articles.push(article);
    }
  }
  const ordered = [...groups.entries()].sort(([a], [b]) => byText(a, b));
  const wanted = ordered.map(
    ([key, { name }]) =>
      slug(name.replace(/^@/, '')) || slug(key.replace(/./gu, (sign) => `u${sign.codePointAt(0)?.toString(16)}`)),
  );
  const before = new Map(Object.entries(given[kind] ?? {}));
  const slugs = distinct(
    ordered.map(([key], index) => ({ wanted: wanted[index] ?? '', given: before.get(key) })),
    new Set(before.values()),
  );
  return ordered.map(([, group], index) => {
    const own = slugs[index] ?? '';
    return { ...group, slug: own, wanted: wanted[index] ?? '', path: listPath(kind, own) };
  });
}

/**
 * Gives a number to each slug that stood before, never one that makes another slug of it.
 *
 * @param once slugs that were given to names before, whether these are there or not
 */
function distinct(
  slugs: readonly { wanted: string; given: string | undefined }[],
  once: ReadonlySet<string>,
): string[] {
  const taken = new Set([...slugs.map(({ wanted }) => wanted), ...once]);
  const first = new Set(once);
  const counts = new Map<string, number>();
  return slugs.map(({ wanted, given }) => {
    if (given !== undefined) return given;
    if (!first.has(wanted)) {
      first.add(wanted);
      return wanted;
    }
    let count = counts.get(wanted) ?? 1;
    let own: string;
    do own = `${wanted}-${(count += 1)}`;
    while (taken.has(own));
    counts.set(wanted, count);
    taken.add(own);
    return own;
  });
}

/** Sections in the owner's order; others that articles name follow, by name. */
export function sectionsOf(
  articles: readonly Summary[],
  site: Pick<Site, 'sections'>,
  given: GivenAddresses = {},
): List[] {
  const order = new Map(site.sections.map((name, index) => [sameName(name), index]));
  const place = (list: List) => order.get(sameName(list.name)) ?? order.size;
  return groupBy('section', articles, (article) => (article.section ? [{ name: article.section }] : []), given).sort(
    (a, b) => place(a) - place(b) || byText(a.name, b.name),
  );
}

/** Finds a list by one of its articles' names. */
export function finder(lists: readonly List[]): (name: string) => Named | null {
  const byName = new Map(lists.map((list) => [sameName(list.name), { name: list.name, path: list.path }]));
  return (name) => byName.get(sameName(name)) ?? null;
}
