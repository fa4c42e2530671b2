import { archiveFiles } from './lists/archive.ts';
import { articleFiles } from './files/article-files.ts';
import { bookOutput } from './book.ts';
import type { Edition } from './edition.ts';
import { feedFiles } from './files/feed-files.ts';
import { frontOutput } from './lists/front.ts';
import { addressFiles } from './near-addresses.ts';
import type { OutputFile } from './files/output-file.ts';
import { cardFiles, iconFiles, wholeFiles } from './files/download-files.ts';
import { indexFiles, listFiles } from './lists/list-files.ts';
import type { Chrome, PlainPage } from './pages.ts';
import type { Text } from './text.ts';
import { pageOutput } from './lists/paging.ts';
import { paperFiles } from './lists/papers.ts';
import { planRedirects } from './redirects.ts';
import { sitemapFiles } from './files/sitemap-files.ts';

/** Pages that are the same however many articles there are, and where they stand. */
const plainPages: Record<Exclude<PlainPage['kind'], 'desk'>, string> = {
  'not-found': '/404.html',
  search: '/search/',
  saved: '/saved/',
  offline: '/offline/',
  feeds: '/feeds/',
};

/**
 * The plan of an edition: every file of the published site that is made from its articles.
 *
 * @param others paths of files that the site has beside these
 * @param desk   whether the site has its desk
 */
export function planEdition(edition: Edition, others: readonly string[] = [], desk = false): OutputFile[] {
  const outputFiles = [
    frontOutput(edition),
    ...listFiles(edition),
    ...indexFiles(edition),
    ...archiveFiles(edition),
    ...paperFiles(edition),
    ...articleFiles(edition),
    ...feedFiles(edition),
    ...sitemapFiles(edition),
    ...addressFiles(edition),
    ...cardFiles(edition),
    ...wholeFiles(edition),
    ...iconFiles(others),
    ...(edition.site.alternates.includes('epub') ? [bookOutput(edition)] : []),
    ...edition.ownPages.map(({ path, component, asks }) =>
      pageOutput(path, { kind: 'own', component }, edition.chrome, asks ? edition.articles.map(({ id }) => id) : []),
    ),
    ...edition.texts.map((text) => textOutput(text, edition.chrome)),
    ...Object.entries(plainPages).map(([kind, path]) =>
      pageOutput(path, { kind: kind as PlainPage['kind'] }, edition.chrome),
    ),
    ...(desk ? deskFiles(edition) : []),
    { path: '.nojekyll', articles: [], work: { generator: 'nojekyll' } } satisfies OutputFile,
  ];
  return [
    ...outputFiles,
    ...planRedirects(edition.articles, [...others, ...outputFiles.map(({ path }) => path)]).outputFiles,
  ];
}

/** The page on which articles are added, and what reads them there. */
const deskFiles = ({ chrome }: Edition): OutputFile[] => [
  pageOutput('/desk/', { kind: 'desk' }, chrome),
  { path: 'desk/worker.js', articles: [], work: { generator: 'desk-worker' } },
];

function textOutput({ path, title, description, language, draft, html }: Text, chrome: Chrome): OutputFile {
  return pageOutput(path, { kind: 'text', title, description, language, draft, html }, chrome);
}
