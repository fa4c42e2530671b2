import { dayIn } from '../day.ts';
import type { Edition } from '../edition.ts';
import type { OutputFile } from '../files/output-file.ts';
import type { Paper } from '../pages.ts';
import type { Summary } from '../summary.ts';
import { cut, pageOutput } from './paging.ts';
import { teasers } from './teaser.ts';

/** The paper of a day with one article would be that article. */
const LEAST = 2;
/** Stories beside the lead. */
const SECONDS = 3;

/** Below the archive no day has room of its own: `/archive/2026/11/2/` is the second page of November. */
const paperPath = (date: string): string => `/papers/${date}/`;

/** Days on which enough was published that they have a page of their own, newest first, each with its articles. */
export function papersOf({ articles, site }: Pick<Edition, 'articles' | 'site'>): (Paper & { articles: Summary[] })[] {
  const days = new Map<string, Summary[]>();
  for (const article of articles) {
    if (!article.published) continue;
    const date = dayIn(article.published, site.timeZone);
    const day = days.get(date);
    if (day) day.push(article);
    else days.set(date, [article]);
  }
  return [...days]
    .filter(([, own]) => own.length >= LEAST)
    .map(([date, own]) => ({ date, path: paperPath(date), articles: own }));
}

/**
 * The paper of each such day: its lead and seconds as the front page had them, the other articles after them, the
 * papers before and after.
 */
export function paperFiles(edition: Edition): OutputFile[] {
  const show = teasers(edition);
  const papers = papersOf(edition);
  const named = (paper: Paper | undefined): Paper | null => (paper ? { date: paper.date, path: paper.path } : null);
  return papers.flatMap(({ date, path, articles }, index) => {
    const lead = articles.find((article) => article.image && article.rights !== 'restricted') ?? articles[0];
    const ordered = [...(lead ? [lead] : []), ...articles.filter((article) => article !== lead)];
    return cut(path, ordered, edition.site.pageSize).map(({ path: to, paging, entries }) => {
      const leading = paging.page === 1 ? 1 + SECONDS : 0;
      const [first, ...seconds] = entries.slice(0, leading).map(show);
      return pageOutput(
        to,
        {
          kind: 'paper',
          date,
          paging,
          lead: first ?? null,
          seconds,
          articles: entries.slice(leading).map(show),
          previous: named(papers[index + 1]),
          next: named(papers[index - 1]),
        },
        edition.chrome,
      );
    });
  });
}
