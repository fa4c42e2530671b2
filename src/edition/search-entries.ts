import type { Article } from '../article/schema.ts';
import { dayIn } from './day.ts';
import { finder } from './lists/lists.ts';
import type { Edition } from './edition.ts';

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
}

/** The articles of an edition as the search index takes them. */
export function searchEntries({ articles, lists, site }: Pick<Edition, 'articles' | 'lists' | 'site'>): SearchEntry[] {
  const section = finder(lists.section);
  const topic = finder(lists.topic);
  return articles.map((article) => ({
    id: article.id,
    path: article.path,
    digest: article.digest,
    published: article.published,
    publishedPrecision: article.publishedPrecision,
    section: article.section ? (section(article.section)?.name ?? null) : null,
    topics: [...new Set(article.topics.flatMap((name) => topic(name)?.name ?? []))],
    year: article.published ? dayIn(article.published, site.timeZone).slice(0, 4) : null,
  }));
}
