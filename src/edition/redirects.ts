import type { OutputFile } from './files/output-file.ts';
import { byText } from './lists/order.ts';
import { pageFile } from './lists/paging.ts';
import type { Summary } from './summary.ts';

/** An old address that can't lead to its article. */
export interface AliasClash {
  article: Summary;
  /** As the front matter has it. */
  alias: string;
  /** What has that address: another article, or a path of the site; null where it is no address at all. */
  with: Summary | string | null;
}

/** Folders that the build fills with files that no article knows of. */
const ownFolders = ['_astro', 'pictures', 'pagefind'];
/** … and files that are made from all the others, or told to hosts: they stand in no plan. */
const ownFiles = ['_headers', '_redirects', 'manifest.webmanifest', 'search/shards.json', 'sw.js'];

/**
 * Old addresses of articles (`aliases` in front matter): a page at each that leads on to the article, and
 * the list of all in `_redirects`, by which Netlify and Cloudflare Pages answer 301 themselves.
 *
 * Addresses that differ only in case or in Unicode form are one on some hosts and disks. An alias that has
 * the address of something else is left out and told; where two articles claim one, neither gets it.
 *
 * @param articles in any order
 * @param taken    the paths of all other files of the site
 */
export function planRedirects(
  articles: readonly Summary[],
  taken: Iterable<string>,
): { outputFiles: OutputFile[]; clashes: AliasClash[] } {
  const claims = articles
    .flatMap((article) => [...new Set(article.aliases)].map((alias) => ({ article, alias, file: aliasFile(alias) })))
    .sort((a, b) => byText(a.article.id, b.article.id) || byText(a.alias, b.alias));
  if (claims.length === 0) return { outputFiles: [redirectList([])], clashes: [] };
  const places = new Places([...ownFiles, ...taken]);
  const claimants = new Map<string, Set<Summary>>();
  for (const { file, article } of claims) {
    const key = sameFile(file ?? '');
    claimants.set(key, (claimants.get(key) ?? new Set()).add(article));
  }
  const clashes: AliasClash[] = [];
  const pairs: { from: string; article: Summary; file: string }[] = [];
  const done = new Set<string>();
  for (const { article, alias, file } of claims) {
    const rival = [...(claimants.get(sameFile(file ?? '')) ?? [])].find((other) => other !== article);
    const place = file === null ? null : places.clash(file);
    if (file === null || rival || place !== undefined)
      clashes.push({ article, alias, with: file === null ? null : (rival ?? place ?? null) });
    else if (!done.has(sameFile(file))) {
      done.add(sameFile(file));
      places.add(file);
      pairs.push({ from: alias, article, file });
    }
  }
  return {
    clashes,
    outputFiles: [
      ...pairs.map(({ article, file }): OutputFile => ({
        path: file,
        articles: [],
        work: { generator: 'redirect', to: article.path, headline: article.headline, language: article.language },
      })),
      redirectList(pairs.map(({ from, article }) => ({ from, to: article.path }))),
    ],
  };
}

const redirectList = (pairs: { from: string; to: string }[]): OutputFile => ({
  path: '_redirects',
  articles: [],
  work: { generator: 'redirects', pairs },
});

/** Bytes of one name: disks take 255, and an ending must fit. */
const LONGEST_NAME = 240;
/** Bytes of a whole path: Linux takes 4,096, macOS 1,024, and the site stands in a folder of its own. */
const LONGEST_PATH = 800;

/**
 * The file that answers an old address. `/old` and `/old/` are one: a static host has a folder for both.
 * @returns null where it is no address that a file can have
 */
export function aliasFile(alias: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(alias);
  } catch {
    return null;
  }
  const parts = path.replace(/^\/|\/$/g, '').split('/');
  if (bytesOf(path) > LONGEST_PATH || parts.some(isNoName)) return null;
  const last = parts.at(-1) ?? '';
  return pageFile(
    `/${parts.join('/')}${/\.(?:html?|php|aspx?|jsp|shtml)$/i.test(last) && !path.endsWith('/') ? '' : '/'}`,
  );
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a part of a path can't be a name on every disk, or is hidden there. */
const isNoName = (part: string): boolean =>
  part === '' ||
  /^\.(?!well-known$)/.test(part) ||
  /[\u0000-\u001f\\:*?"<>|]/.test(part) ||
  !part.isWellFormed() ||
  bytesOf(part) > LONGEST_NAME;

const sameFile = (file: string): string => file.normalize('NFKC').toLowerCase();

/** Which files and folders there are. A file can't stand where a folder is, nor below another file. */
class Places {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  constructor(files: Iterable<string>) {
    for (const file of files) this.add(file);
  }

  add(file: string): void {
    const key = sameFile(file);
    this.#files.set(key, file);
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1))
      this.#folders.set(key.slice(0, at), file);
  }

  /** @returns the path that is in the way */
  clash(file: string): string | undefined {
    const key = sameFile(file);
    const own = ownFolders.find((folder) => key.startsWith(`${folder}/`));
    if (own !== undefined) return `${own}/`;
    const there = this.#files.get(key) ?? this.#folders.get(key);
    if (there !== undefined) return there;
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
      const above = this.#files.get(key.slice(0, at));
      if (above !== undefined) return above;
    }
    return undefined;
  }
}
