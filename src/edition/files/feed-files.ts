import { dayIn } from '../day.ts';
import { feedFile, type FeedFormat, type FeedValues } from '../feed-values.ts';
import type { OutputFile } from './output-file.ts';
import type { Edition } from '../edition.ts';
import type { Summary } from '../summary.ts';

/** Entries of a feed that one subscribes to. Feed readers ask for it often; older ones are in the archives. */
const NEWEST = 20;

const formats = Object.keys(feedFile) as FeedFormat[];

/**
 * RSS, Atom and JSON Feed of the site, each section and each topic; and the site's archive, an Atom
 * document for each month (RFC 5005). Articles without a date are in none of them: RFC 4287 wants one
 * of every entry, and none is invented.
 *
 * RFC 5005 would have an archive closed before it is linked. The newest month's is linked while it
 * grows, so that the archives and the newest entries together are always the whole.
 */
export function feedFiles(edition: Edition): OutputFile[] {
  const months = archiveMonths(edition);
  const newestMonth = months[0]?.self ?? null;
  const current = `/${feedFile.atom}`;
  return [
    ...formats.map((format) => {
      const archive = format === 'atom' ? { archived: false, current, previous: newestMonth, next: null } : null;
      return feedOutput(format, { name: null, page: '/', self: `/${feedFile[format]}`, archive }, edition.articles);
    }),
    ...[...edition.lists.section, ...edition.lists.topic].flatMap(({ name, path, articles }) =>
      formats.map((format) =>
        feedOutput(format, { name, page: path, self: `${path}${feedFile[format]}`, archive: null }, articles),
      ),
    ),
    ...months.map(({ name, page, self, articles }, index) => {
      const archive = {
        archived: true,
        current,
        previous: months[index + 1]?.self ?? null,
        next: months[index - 1]?.self ?? null,
      };
      return feedOutput('atom', { name, page, self, archive }, articles, Infinity);
    }),
  ];
}

function feedOutput(format: FeedFormat, feed: FeedValues, articles: readonly Summary[], most = NEWEST): OutputFile {
  const entries = articles.filter(({ published, state }) => published !== null && !state).slice(0, most);
  return { path: feed.self.slice(1), articles: entries.map(({ id }) => id), work: { generator: 'feed', format, feed } };
}

/** Newest month first. */
function archiveMonths({
  articles,
  site,
}: Edition): { name: string; page: string; self: string; articles: Summary[] }[] {
  const months = new Map<string, Summary[]>();
  for (const article of articles) {
    if (!article.published) continue;
    const month = dayIn(article.published, site.timeZone).slice(0, 7);
    const own = months.get(month);
    if (own) own.push(article);
    else months.set(month, [article]);
  }
  return [...months].map(([name, own]) => {
    const page = `/archive/${name.replace('-', '/')}/`;
    return { name, page, self: `${page}${feedFile.atom}`, articles: own };
  });
}
