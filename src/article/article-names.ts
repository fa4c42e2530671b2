import { slug } from './id.ts';

/** An article as others may name it in a link. */
export interface NamedArticle {
  /** The file's path below the content folder. */
  path: string;
  /** Address of the page below the site's base, with both slashes. */
  address: string;
  /** Old addresses that lead to its page. */
  aliases?: readonly string[];
  /** Its headline, and other names that its front matter gives. */
  names: readonly string[];
  /** Fragments of its page, without `#` and without the gate's prefix. */
  fragments: readonly string[];
}

const ending = /\.(?:md|markdown|mdown|mkd|mdx|txt|text|html?)$/i;
const folded = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/**
 * What the links of articles lead to, by the words in which files name one another: `tide.md`, `../news/tide`,
 * `/articles/tide.md`, `[[Tide table]]`, `2024-11-20-tide`.
 */
export class ArticleNames {
  readonly #byPath = new Map<string, NamedArticle>();
  readonly #byName = new Map<string, NamedArticle[]>();

  constructor(articles: Iterable<NamedArticle>) {
    for (const article of articles) {
      const path = folded(article.path).replace(ending, '');
      const place = path.replace(/\/index$/, '');
      for (const known of [
        path,
        place,
        place.replace(/^articles\//, ''),
        folded(article.address).replace(/^\/|\/$/g, ''),
        ...(article.aliases ?? []).map((alias) => folded(alias).replace(/^\/|\/$/g, '')),
      ])
        if (!this.#byPath.has(known)) this.#byPath.set(known, article);
      const base =
        path
          .replace(/\/index$/, '')
          .split('/')
          .at(-1) ?? '';
      for (const name of new Set([base, base.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''), ...article.names.map(folded)])) {
        const others = this.#byName.get(name);
        if (others) others.push(article);
        else this.#byName.set(name, [article]);
      }
    }
  }

  /**
   * @param from    path of the file in which the link stands
   * @param written the address as the file has it, percent signs decoded; with its fragment, if it has one
   * @returns the page below the site's base with its fragment, if the page has that; empty where no article has the name
   */
  find(from: string, written: string): string {
    const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
    const found = this.#called(from, path);
    // A file may have a question mark or a hash in its name: "Who is it?.md".
    if (!found && /[?#]/.test(written)) {
      const whole = this.#called(from, written);
      if (whole) return whole.address;
      return /\?.*#/s.test(written) ? this.#inPart(this.#called(from, written.replace(/#[^#]*$/s, '')), fragment) : '';
    }
    return this.#inPart(found, fragment);
  }

  #inPart(found: NamedArticle | null, fragment: string): string {
    if (!found) return '';
    const wanted = slug(fragment);
    const isThere = fragment !== '' && found.fragments.some((each) => each === fragment || each === wanted);
    const id = found.fragments.includes(fragment) ? fragment : wanted;
    return found.address + (isThere ? `#user-content-${id}` : '');
  }

  /** The article of a file, whatever its ending. */
  #called(from: string, path: string): NamedArticle | null {
    const plain = folded(path).replace(/\/$/, '').replace(ending, '').replace(/(?<=.)\/index$/, ''); // prettier-ignore
    return this.#article(from, plain);
  }

  #article(from: string, path: string): NamedArticle | null {
    const rooted = path.replace(/^\/+/, '').replace(/^(?:content|src|_posts)\//, '');
    const places = path.startsWith('/') ? [rooted, `articles/${rooted}`] : [joined(folded(from), path), rooted];
    for (const place of places) {
      const found = place === null ? undefined : this.#byPath.get(place.replace(/\/index$/, ''));
      if (found) return found;
    }
    const named = this.#byName.get(path.split('/').at(-1) ?? '') ?? [];
    // Where several have the name, the nearest: in the same folder, else the one with the shortest path.
    const folder = folded(from).split('/').slice(0, -1).join('/');
    const near = named.filter((article) => folded(article.path).split('/').slice(0, -1).join('/') === folder);
    return (
      [...(near.length > 0 ? near : named)].sort(
        (a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1),
      )[0] ?? null
    );
  }
}

/** A path that another file names; null where it climbs out of the folder. */
function joined(from: string, to: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
