import { dayIn } from '../day.ts';
import type { OutputFile } from '../output-file.ts';
import type { Edition } from '../edition.ts';
import { pageOutput } from './paging.ts';
import { teasers } from './teaser.ts';

/** How much of the newest news the front page looks at to find a lead with a picture. */
const LEAD_AMONG = 5;
const SECONDS = 3;
const IN_SECTION = 4;
/** The front page is edited, and bounded: past this many sections the navigation leads on. */
const SECTIONS = 10;

/**
 * The front page: the newest story that has a picture leads, among the newest few; the next ones are
 * seconds; then each section's newest that are not above already.
 */
export function frontOutput(edition: Edition): OutputFile {
  const { articles, lists, chrome, site } = edition;
  const show = teasers(edition);
  const open = articles.filter((article) => article.rights !== 'restricted');
  const newest = (open.length ? open : articles).slice(0, LEAD_AMONG);
  const lead = newest.find((article) => article.image) ?? newest[0] ?? null;
  const seconds = articles.filter((article) => article !== lead).slice(0, SECONDS);
  const above = new Set([lead, ...seconds]);
  const sections = lists.section.slice(0, SECTIONS).map((list) => ({
    section: { name: list.name, path: list.path },
    articles: list.articles
      .filter((article) => !above.has(article))
      .slice(0, IN_SECTION)
      .map(show),
    total: list.articles.length,
  }));
  const first = articles[0]?.published ?? null;
  return pageOutput(
    '/',
    {
      kind: 'front',
      date: first ? dayIn(first, site.timeZone) : null,
      lead: lead && show(lead),
      seconds: seconds.map(show),
      sections: sections.filter((section) => section.articles.length > 0),
      total: articles.length,
    },
    chrome,
  );
}
