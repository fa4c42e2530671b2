import { dayIn } from '../day.ts';
import type { OutputFile } from '../files/output-file.ts';
import type { Edition } from '../edition.ts';
import type { Summary } from '../summary.ts';
import { holeIn, setInColumns } from './columns.ts';
import { sameName } from './lists.ts';
import { monthPath } from './archive.ts';
import { pageOutput } from './paging.ts';
import { papersOf } from './papers.ts';
import { teasers } from './teaser.ts';

/** How much of the newest news the front page looks at to find a lead with a picture. */
const LEAD_AMONG = 8;
/** Headlines under "Latest", and how many articles a site has before they stand beside the lead: with fewer they fill a hole. */
const LATEST = 7;
const LATEST_FROM = 40;
/** The front page is edited, and bounded: past this many sections the navigation leads on. */
const SECTIONS = 10;
/** Articles of a section that may be shown, where there is room for them. */
const IN_SECTION = 8;

/**
 * The front page. What the owner puts first (`featured`) leads; else the newest story that has a picture, among the
 * newest few. The next ones are seconds (`featured` of the settings says how many); then the latest headlines; then each section's newest that are not above already,
 * in columns.
 */
export function frontOutput(edition: Edition): OutputFile {
  const { articles, lists, chrome, site } = edition;
  const show = teasers(edition);
  const open = articles.filter((article) => article.rights !== 'restricted');
  const put = articles
    .filter(({ featured }) => featured !== undefined)
    .sort((a, b) => (a.featured ?? 0) - (b.featured ?? 0));
  const newest = (open.length ? open : articles).slice(0, LEAD_AMONG);
  const lead = put[0] ?? newest.find((article) => article.image) ?? newest[0] ?? null;
  const rest = (from: readonly Summary[], without: readonly (Summary | null)[]) =>
    from.filter((article) => !without.includes(article));
  const seconds = [...rest(put, [lead]), ...rest(articles, [lead, ...put])].slice(0, site.featured - 1);
  const above = [lead, ...seconds];
  const wanted = site.frontSections === 'all' ? null : site.frontSections.map(sameName);
  const chosen = wanted
    ? wanted.flatMap((name) => lists.section.filter((list) => sameName(list.name) === name))
    : lists.section.slice(0, SECTIONS);
  const sections = chosen.map((list) => ({
    section: { name: list.name, path: list.path },
    articles: rest(list.articles.slice(0, IN_SECTION + above.length), above)
      .slice(0, IN_SECTION)
      .map(show),
    total: list.articles.length,
  }));
  const columns = setInColumns(sections.filter((section) => section.articles.length > 0));
  const isMany = articles.length >= LATEST_FROM;
  const hole = isMany ? null : holeIn(columns);
  const lines = isMany ? LATEST : Math.min(LATEST, hole?.lines ?? 0);
  const date = articles[0]?.published ? dayIn(articles[0].published, site.timeZone) : null;
  const paper = papersOf({ articles: articles.slice(0, IN_SECTION), site }).find((each) => each.date === date);
  return pageOutput(
    '/',
    {
      kind: 'front',
      date,
      dateTo: date && (paper?.path ?? monthPath(date.slice(0, 7))),
      lead: lead && show(lead),
      seconds: seconds.map(show),
      latest: rest(articles.slice(0, lines + above.length), isMany ? above : [])
        .slice(0, lines)
        .map(show),
      latestUnder: hole?.column ?? null,
      columns,
      total: articles.length,
    },
    chrome,
  );
}
