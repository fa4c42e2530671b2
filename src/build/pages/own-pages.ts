import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Edition } from '../../edition/edition.ts';
import { pageFile } from '../../edition/lists/paging.ts';
import type { OutputFile } from '../../edition/files/output-file.ts';
import type { WordsOfPage } from '../../edition/search-entries.ts';
import type { Site } from '../../site.ts';
import { SourceError } from '../../source/error.ts';
import { BuildMistake } from '../report/build-mistake.ts';
import { only, pageSettings } from '../cache/settings.ts';
import { wordsOfPage } from '../search/page-words.ts';
import { pageAddress } from './page-address.ts';
import type { PageBundle } from './compile.ts';
import { DESK_PAGE } from './desk-page.ts';

/** The routes of the paper itself; every other one in src/pages is the owner's. */
const ofThePaper: ReadonlySet<string> = new Set([
  ...[
    '404',
    '[...page]',
    'archive/[...path]',
    'articles/[...id]',
    'authors/[...path]',
    'credits/[...path]',
    'feeds',
    'handles/[...path]',
    'index',
    'offline',
    'papers/[...path]',
    'saved',
    'search',
    'sections/[...path]',
    'sources/[...path]',
    'topics/[...path]',
  ].map((name) => `src/pages/${name}.astro`),
  DESK_PAGE,
]);

/** Whether a page is one of the paper's own, by its component below the project's folder. What Astro brings along is no owner's. */
export const isOfThePaper = (component: string): boolean =>
  ofThePaper.has(component) || !component.startsWith('src/pages/');

/** A page of the owner's: what is in `src/pages`, or a text of the content folder. */
export interface OwnPagePath {
  /** Below the base, with both slashes. */
  path: string;
  /** Below the project's folder; a text's file below the content folder. */
  component: string;
  /** Whether it may show any article, and so all of them enter its key. */
  asks: boolean;
}

/**
 * The owner's own pages, at every address that they answer.
 *
 * @throws Error where a page of many addresses doesn't say which
 */
export async function ownPages({ folder, routes }: Pick<PageBundle, 'folder' | 'routes'>): Promise<OwnPagePath[]> {
  const own = routes.filter(({ component }) => !isOfThePaper(component));
  const many = own.filter(({ path }) => path === null);
  const one = own.flatMap(({ path, component, asks }) => (path === null ? [] : [{ path, component, asks }]));
  if (many.length === 0) return one;
  const { pathsOf } = await loadBundle(folder);
  const others = many.map(async ({ component, asks }) => {
    const paths = await pathsOf(component).catch((error: unknown) => {
      throw new BuildMistake(error instanceof Error ? error.message : String(error), { cause: error });
    });
    return paths.map((path) => ({ path, component, asks }));
  });
  return [...one, ...(await Promise.all(others)).flat()];
}

/**
 * What the search index is told of the owner's own pages: they are rendered for it, since only then it is known what
 * stands in them.
 */
export async function wordsOfOwn(
  { folder }: Pick<PageBundle, 'folder'>,
  { ownPages, chrome }: Pick<Edition, 'ownPages' | 'chrome'>,
  site: Site,
): Promise<[path: string, page: WordsOfPage][]> {
  const pages = ownPages.filter(({ path }) => path.endsWith('/'));
  if (pages.length === 0) return [];
  const { render } = await loadBundle(folder);
  const settings = only(site, pageSettings);
  const told = pages.map(async ({ path, component }): Promise<[string, WordsOfPage][]> => {
    const locals = { page: { kind: 'own', component } as const, chrome, site: settings, record: null };
    const words = wordsOfPage(await render(pageAddress(pageFile(path), site), locals), site);
    return words ? [[path, words]] : [];
  });
  return (await Promise.all(told)).flat();
}

const loadBundle = (folder: string): Promise<typeof import('./render-page.ts')> =>
  import(pathToFileURL(join(folder, 'server/entry.mjs')).href) as Promise<typeof import('./render-page.ts')>;

/**
 * Own pages and texts at addresses that the paper has already, as mistakes in their files.
 *
 * @param plan every output file, those of own pages among them
 */
export function clashingPages(
  own: readonly Pick<OwnPagePath, 'path' | 'component'>[],
  plan: readonly OutputFile[],
): SourceError[] {
  const components = new Map(own.map(({ path, component }) => [pageFile(path), component]));
  const seen = new Set<string>();
  return plan.flatMap(({ path }) => {
    const component = components.get(path);
    if (component === undefined) return [];
    const isFirst = !seen.has(path);
    seen.add(path);
    if (isFirst) return [];
    return new SourceError({
      path: component,
      line: 1,
      column: 1,
      rule: 'own-page',
      message: `The site has a page of its own at /${path.replace(/index\.html$/, '')}, where this one would stand.`,
      hint: 'Give the file another name.',
    });
  });
}
