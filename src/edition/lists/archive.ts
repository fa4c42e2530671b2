import { dayIn } from '../day.ts';
import type { OutputFile } from '../files/output-file.ts';
import { cut, pageOutput } from './paging.ts';
import { papersOf } from './papers.ts';
import type { Edition } from '../edition.ts';
import type { Summary } from '../summary.ts';
import { teasers } from './teaser.ts';

/** The archive of a month, `YYYY-MM`. */
export const monthPath = (key: string): string => `/archive/${key.replace('-', '/')}/`;

/** The archive by year and month, and a page for each month with its calendar. */
export function archiveFiles(edition: Edition): OutputFile[] {
  const { articles, chrome, site } = edition;
  const show = teasers(edition);
  const papers = new Map(papersOf(edition).map(({ date, path }) => [date, path]));
  const months = new Map<string, { articles: Summary[]; days: Map<number, number> }>();
  for (const article of articles) {
    if (!article.published) continue;
    const day = dayIn(article.published, site.timeZone);
    const key = day.slice(0, 7);
    const month = months.get(key) ?? { articles: [], days: new Map<number, number>() };
    months.set(key, month);
    month.articles.push(article);
    const number = Number(day.slice(8));
    month.days.set(number, (month.days.get(number) ?? 0) + 1);
  }
  // Articles come newest first, and so do the months.
  const keys = [...months.keys()];
  const named = (key: string | undefined) =>
    key === undefined
      ? null
      : { name: key, path: monthPath(key), year: Number(key.slice(0, 4)), month: Number(key.slice(5)) };
  const years = [...new Set(keys.map((key) => Number(key.slice(0, 4))))].map((year) => {
    const own = keys.filter((key) => Number(key.slice(0, 4)) === year).reverse();
    const counted = own.map((key) => ({
      month: Number(key.slice(5)),
      count: months.get(key)?.articles.length ?? 0,
      path: monthPath(key),
    }));
    return { year, total: counted.reduce((sum, { count }) => sum + count, 0), months: counted };
  });
  const undated = articles.filter((article) => !article.published).length;
  return [
    pageOutput('/archive/', { kind: 'archive', years, undated }, chrome),
    ...keys.flatMap((key, index) => {
      const month = months.get(key);
      if (!month) return [];
      return cut(monthPath(key), month.articles, site.pageSize).map(({ path, paging, entries }) =>
        pageOutput(
          path,
          {
            kind: 'month',
            year: Number(key.slice(0, 4)),
            month: Number(key.slice(5)),
            days: [...month.days]
              .map(([day, count]) => ({
                day,
                count,
                paper: papers.get(`${key}-${String(day).padStart(2, '0')}`) ?? null,
              }))
              .sort((a, b) => a.day - b.day),
            previous: named(keys[index + 1]),
            next: named(keys[index - 1]),
            paging,
            articles: entries.map(show),
          },
          chrome,
        ),
      );
    }),
  ];
}
