/**
 * What the path of a file says of its article: the date in a Jekyll name, a section by its folder, a name that can stand
 * for a headline. Paths are below the content folder, `/` between their parts.
 */
export interface NamedFacts {
  /** `2024-11-20`, as the name has it; null where it has none. */
  day: string | null;
  /** "Trams return to the quay", from `2024-11-20-trams-return-to-the-quay.md`; null where no word is in it. */
  headline: string | null;
  /** "Harbour news", from `harbour-news/`; null where the folders are years, months or no more than a habit. */
  section: string | null;
}

const ending = /\.(?:md|markdown|mdown|mkd|mdx|txt|text|html?|xhtml|mht|mhtml)$/i;
/** `2024-11-20-name`, as Jekyll has it. */
const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})-(?=.)/;
/** Folders in which programs keep articles: their names say nothing of them. */
const habit =
  /^(?:articles?|_?posts?|blogs?|content|contents|entries|archives?|src|data|pages|notes?|vault|inbox|clippings|import(?:ed)?|export(?:ed)?|en|[a-z]{2}-[a-z]{2})$/i;
const yearOrMonth =
  /^(?:\d{1,4}|\d{4}[-_.]\d{1,2}(?:[-_.]\d{1,2})?|\d{1,2}[-_. ]\p{L}+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*)$/iu;

/** A file of this name is the article of its folder. */
const isIndex = (name: string): boolean => /^index(?:\.[a-z]{2}(?:-[a-z]{2})?)?$/i.test(name);

/** A path without what is no part of an address: `articles/`, Jekyll's `_posts`, the file's ending, `index`. */
function partsOf(path: string): { folders: string[]; name: string } {
  const parts = path.replace(ending, '').split('/').filter(Boolean);
  const name = parts.pop() ?? '';
  const folders = (parts[0]?.toLowerCase() === 'articles' ? parts.slice(1) : parts).filter((part) => part !== '_posts');
  const own = isIndex(name) ? folders.pop() : undefined;
  return { folders, name: own ?? name };
}

/**
 * The parts of an article's address as its path has them; a Jekyll name gives year, month, day and name, as Jekyll
 * itself makes addresses.
 */
export function addressParts(path: string): string[] {
  const { folders, name } = partsOf(path);
  const date = dated.exec(name);
  if (!date) return [...folders, name];
  const day = date.slice(1, 4) as [string, string, string];
  // In `2024/11/2024-11-20-name.md` the folders say no more than the name.
  const said = [3, 2, 1].find((parts) => folders.slice(-parts).join('/') === day.slice(0, parts).join('/')) ?? 0;
  return [...folders.slice(0, folders.length - said), ...day, name.slice(date[0].length)];
}

/** @see NamedFacts */
export function factsOfPath(path: string): NamedFacts {
  const { folders, name } = partsOf(path);
  const date = dated.exec(name);
  const bare = date ? name.slice(date[0].length) : name;
  const section = folders.find((folder) => !habit.test(folder) && !yearOrMonth.test(folder));
  return {
    day: date ? `${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}` : null,
    headline: words(bare),
    section: section === undefined ? null : words(section),
  };
}

/** Hyphens that stand for spaces, and a capital; a name with spaces in it is words already. */
function words(name: string): string | null {
  const plain = name.normalize('NFC').trim();
  if (!/\p{L}|\p{N}/u.test(plain)) return null;
  if (/\s/.test(plain)) return plain;
  const spaced = plain.replace(/[-_+]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
