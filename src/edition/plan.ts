import type { Site } from '../site.ts';
import { archiveFiles } from './lists/archive.ts';
import { articleFiles } from './article-files.ts';
import { bookOutput } from './book.ts';
import { feedFiles } from './feed-files.ts';
import { frontOutput } from './lists/front.ts';
import type { OutputFile } from './output-file.ts';
import { cardFiles, wholeFiles } from './download-files.ts';
import { indexFiles, listFiles } from './lists/list-files.ts';
import { groupBy, sameName, sectionsOf, type List } from './lists/lists.ts';
import { newestFirst } from './lists/order.ts';
import type { Chrome, ListKind, PlainPage } from './pages.ts';
import { pageOutput } from './lists/paging.ts';
import { planRedirects } from './redirects.ts';
import { sitemapFiles } from './sitemap-files.ts';
import type { Summary } from './summary.ts';

/** Everything that is asked of the articles together, once for a build. */
export interface Edition {
  site: Site;
  chrome: Chrome;
  /** Newest first, undated last. */
  articles: readonly Summary[];
  lists: Record<ListKind, readonly List[]>;
}

/** Puts an edition together. The order in which the articles are given makes no difference. */
export function openEdition(summaries: readonly Summary[], site: Site): Edition {
  const articles = [...summaries].sort(newestFirst);
  const section = sectionsOf(articles, site);
  return {
    site,
    chrome: chromeOf(section, site),
    articles,
    lists: {
      section,
      topic: groupBy('topic', articles, (article) => article.topics.map((name) => ({ name }))),
      author: groupBy('author', articles, (article) => article.authors.map((name) => ({ name }))),
      source: groupBy('source', articles, (article) => (article.source?.name ? [{ name: article.source.name }] : [])),
      handle: groupBy('handle', articles, (article) =>
        article.quoted.map(({ name, handle }) => ({ name: `@${handle}`, note: name })),
      ),
      credit: groupBy('credit', articles, (article) => article.credits.map((name) => ({ name }))),
    },
  };
}

/** Sections in the frame of every page: a folder of pasted articles may name hundreds, and no page grows with them. */
const IN_FRAME = 14;

function chromeOf(sections: readonly List[], site: Site): Chrome {
  const own = new Set(site.sections.map(sameName));
  // Those that the settings name come first in the list already.
  const named = sections.filter(({ name }) => own.has(sameName(name)));
  const others = sections.filter((each) => !named.includes(each));
  const largest = [...others].sort((a, b) => b.articles.length - a.articles.length).slice(0, IN_FRAME - named.length);
  const shown = new Set([...named, ...(named.length < IN_FRAME ? largest : [])].slice(0, IN_FRAME));
  return {
    sections: sections.filter((each) => shown.has(each)).map(({ name, path }) => ({ name, path })),
    moreSections: shown.size < sections.length,
  };
}

/** Pages that are the same however many articles there are, and where they stand. */
const plainPages: Record<PlainPage['kind'], string> = {
  about: '/about/',
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
 */
export function planEdition(edition: Edition, others: readonly string[] = []): OutputFile[] {
  const outputFiles = [
    frontOutput(edition),
    ...listFiles(edition),
    ...indexFiles(edition),
    ...archiveFiles(edition),
    ...articleFiles(edition),
    ...feedFiles(edition),
    ...sitemapFiles(edition),
    ...cardFiles(edition),
    ...wholeFiles(edition),
    bookOutput(edition),
    ...Object.entries(plainPages).map(([kind, path]) =>
      pageOutput(path, { kind: kind as PlainPage['kind'] }, edition.chrome),
    ),
    { path: '.nojekyll', articles: [], work: { generator: 'nojekyll' } } satisfies OutputFile,
  ];
  return [
    ...outputFiles,
    ...planRedirects(edition.articles, [...others, ...outputFiles.map(({ path }) => path)]).outputFiles,
  ];
}
