import { dayIn } from '../day.ts';
import type { NewsEntry, SitemapEntry } from '../feed-values.ts';
import type { OutputFile } from './output-file.ts';
import { papersOf } from '../lists/papers.ts';
import { listFolder } from '../lists/lists.ts';
import { byText } from '../lists/order.ts';
import type { Edition } from '../edition.ts';
import type { Summary } from '../summary.ts';

/** Addresses in one sitemap (sitemaps.org: at most 50,000). */
const MOST = 50_000;
/** Articles in a news sitemap (Google Search Central, "News sitemaps": at most 1,000, of the last two days). */
const MOST_NEWS = 1000;
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

const changedAt = ({ published, updated }: Summary): string | null => updated ?? published;
const newest = (articles: readonly Summary[]): string | null =>
  articles.reduce<string | null>((latest, article) => {
    const changed = changedAt(article);
    return changed !== null && (latest === null || changed > latest) ? changed : latest;
  }, null);

/**
 * The sitemap index, a sitemap for each month and one for the lists, the news sitemap and robots.txt.
 * A sitemap covers only what stands below its own folder (sitemaps.org), so all stand at the top. By
 * month, an added article changes one of them. Restricted articles are in none.
 */
export function sitemapFiles(edition: Edition): OutputFile[] {
  const articles = edition.articles.filter(({ rights, state }) => rights !== 'restricted' && !state);
  const groups = new Map<string, SitemapEntry[]>([['pages', listPages(edition, articles)]]);
  for (const article of articles) {
    const month = article.published ? dayIn(article.published, edition.site.timeZone).slice(0, 7) : 'undated';
    const entries = groups.get(month) ?? [];
    groups.set(month, entries);
    entries.push({ path: article.path, changed: changedAt(article) });
  }
  const sitemaps = [...groups]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([name, entries]) =>
      Array.from({ length: Math.ceil(entries.length / MOST) }, (_, index) => ({
        path: `/sitemap-${name}${index === 0 ? '' : `-${index + 1}`}.xml`,
        entries: entries.slice(index * MOST, (index + 1) * MOST),
      })),
    );
  const news = newsOf(articles);
  return [
    ...sitemaps.map(({ path, entries }): OutputFile => ({
      path: path.slice(1),
      articles: [],
      work: { generator: 'sitemap', entries },
    })),
    {
      path: 'sitemap.xml',
      articles: [],
      work: {
        generator: 'sitemap-index',
        sitemaps: sitemaps.map(({ path, entries }) => ({ path, changed: latest(entries) })),
      },
    },
    { path: 'sitemap-news.xml', articles: [], work: { generator: 'sitemap-news', entries: news } },
    {
      path: 'robots.txt',
      articles: [],
      work: { generator: 'robots', sitemaps: ['/sitemap.xml', '/sitemap-news.xml'] },
    },
  ];
}

const latest = (entries: readonly SitemapEntry[]): string | null =>
  entries.reduce<string | null>(
    (last, { changed }) => (changed !== null && (last === null || changed > last) ? changed : last),
    null,
  );

/** The first page of everything that lists articles; the pages after it are reached from there. */
function listPages({ lists, ownPages, texts, site }: Edition, articles: readonly Summary[]): SitemapEntry[] {
  const kinds = Object.entries(lists) as [keyof typeof listFolder, Edition['lists'][keyof typeof listFolder]][];
  const open = (own: readonly Summary[]) => own.filter(({ rights, state }) => rights !== 'restricted' && !state);
  const changed = newest(articles);
  return [
    { path: '/', changed },
    { path: '/archive/', changed },
    ...texts.filter(({ draft }) => !draft).map(({ path }) => ({ path, changed: null })),
    ...ownPages.filter(({ path }) => path.endsWith('/')).map(({ path }) => ({ path, changed: null })),
    ...papersOf({ articles, site }).map(({ path, articles: own }) => ({ path, changed: newest(own) })),
    ...kinds.flatMap(([kind, list]) => [
      ...(list.length ? [{ path: `/${listFolder[kind]}/`, changed: null }] : []),
      ...list.flatMap(({ path, articles: own }) => (open(own).length ? [{ path, changed: newest(open(own)) }] : [])),
    ]),
  ];
}

/** Articles of the two days before the newest one's time: no clock is asked, so the same articles give the same file. */
function newsOf(articles: readonly Summary[]): NewsEntry[] {
  const end = articles[0]?.published;
  if (!end) return [];
  return articles
    .slice(0, MOST_NEWS)
    .flatMap(({ path, headline, language, published, publishedPrecision: precision }) =>
      published && Date.parse(end) - Date.parse(published) <= TWO_DAYS
        ? [{ path, headline, language, published, precision }]
        : [],
    );
}
