import type { Article } from '../article/schema.ts';
import { dayIn } from './day.ts';
import { finder } from './lists/lists.ts';
import { wording } from '../i18n/wording.ts';
import { htmlText } from '../render/text.ts';
import type { Edition } from './edition.ts';

/** What the search index is told of a page that is no article. */
export interface WordsOfPage {
  title: string;
  words: string;
  /** BCP 47. */
  language: string;
}

/** What the search index is reported one article, beside its cached record. */
export interface SearchEntry {
  id: string;
  /** Below the base. */
  path: string;
  /** Digest of the cached record. */
  digest: string;
  published: string | null;
  publishedPrecision: Article['publishedPrecision'];
  /** Names as the lists of the edition have them: a topic in two spellings is one. */
  section: string | null;
  topics: string[];
  /** In the site's time zone. */
  year: string | null;
  /** Of a page that is no article, and has no record. */
  page?: WordsOfPage;
}

/**
 * The articles and the texts of an edition as the search index takes them.
 *
 * @param pages the owner's own pages, by their path
 */
export function searchEntries(
  { articles, lists, site, texts }: Pick<Edition, 'articles' | 'lists' | 'site' | 'texts'>,
  pages: readonly (readonly [path: string, page: WordsOfPage])[] = [],
): SearchEntry[] {
  const section = finder(lists.section);
  const topic = finder(lists.topic);
  const words = texts.flatMap(({ path, title, html, language, draft }): (typeof pages)[number][] =>
    draft || html === ''
      ? []
      : [
          [
            path,
            {
              title: title ?? wording(site).text.frame.about,
              words: htmlText(html),
              language: language ?? site.language,
            },
          ],
        ],
  );
  const ofArticles = articles.map((article) => ({
    id: article.id,
    path: article.path,
    digest: article.digest,
    published: article.published,
    publishedPrecision: article.publishedPrecision,
    section: article.section ? (section(article.section)?.name ?? null) : null,
    topics: [...new Set(article.topics.flatMap((name) => topic(name)?.name ?? []))],
    year: article.published ? dayIn(article.published, site.timeZone).slice(0, 4) : null,
  }));
  return [...ofArticles, ...[...words, ...pages].map(([path, page]) => ofPage(path, page))];
}

const ofPage = (path: string, page: WordsOfPage): SearchEntry => ({
  id: path,
  path,
  digest: '',
  published: null,
  publishedPrecision: null,
  section: null,
  topics: [],
  year: null,
  page,
});
