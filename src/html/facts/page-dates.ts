import type { Element } from '../tree/dom.ts';
import type { Known } from './known.ts';
import { metasOf, type Metas } from './meta.ts';
import { ancestorsOf, attribute, elementsOf, findAll, isWithin, namesOf, shortText, textOf } from '../tree/tree.ts';

/** A date as a page says it, with the line of the file. */
export interface Said {
  text: string;
  line: number;
}

const publishedNames = ['article:published_time', 'article:published:time', 'article:published', 'og:published_time', 'og:article:published_time', 'datepublished', 'date_published', 'published_time', 'publishdate', 'publish_date', 'publish-date', 'published-date', 'pubdate', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dc.date', 'dcterms.date', 'article.published', 'article_date_original', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'cxense:publishtime', 'citation_publication_date', 'citation_date', 'bt:pubdate', 'rnews:datepublished', 'vr:published_time', 'displaydate', 'originalpublicationdate', 'date', 'article.created', 'created', 'release_date']; // prettier-ignore
/** The same under a name of the program that wrote them: `tool:article_published_time`. */
const ownPublished =
  /[:._-](?:article[:._-]?)?(?:published_?(?:time|date|at)|publish_?date|pub_?date|date_?published)$/;
const updatedNames = ['article:modified_time', 'article:modified:time', 'og:updated_time', 'og:modified_time', 'datemodified', 'article:updated_time', 'last-modified', 'lastmod', 'modified', 'dc.date.modified', 'dcterms.modified', 'revision_date', 'updated_time']; // prettier-ignore

const first = (metas: Metas, names: readonly string[]): string[] => names.flatMap((name) => metasOf(metas, name).slice(0, 1)); // prettier-ignore

/** Dates of publication and of the last change, best evidence first. */
export function readDates(
  { page, metas, linked }: Known,
  root: Element,
  headline: Element | null,
): { published: Said[]; updated: Said[] } {
  const said = (text: string | null): Said[] => (text ? [{ text, line: 1 }] : []);
  const times = findAll(page, ({ tag }) => tag === 'time' || tag === 'abbr' || tag === 'relative-time').filter((time) => attribute(time, 'datetime') !== '' || attribute(time, 'title') !== '' || textOf(time) !== ''); // prettier-ignore
  const marked = findAll(page, (each) => /\bdatePublished\b/.test(`${attribute(each, 'itemprop')} ${attribute(each, 'property')}`) && each.tag !== 'meta'); // prettier-ignore
  const changed = findAll(page, (each) => /\bdateModified\b/.test(`${attribute(each, 'itemprop')} ${attribute(each, 'property')}`) && each.tag !== 'meta'); // prettier-ignore
  const own = times.filter((time) => isWithin(time, root));
  return {
    published: [
      ...said(linked?.published ?? null),
      ...first(metas, publishedNames).flatMap(said),
      ...[...metas].flatMap(([name, values]) => (ownPublished.test(name) ? said(values[0]!) : [])),
      ...marked.flatMap(dateIn),
      ...[...times.filter((time) => /\bpubdate\b|publish|posted|entry-date|dt-published/i.test(`${attribute(time, 'class')} ${time.attributes.has('pubdate') ? 'pubdate' : ''}`)), ...own, ...times].slice(0, 6).flatMap(dateIn), // prettier-ignore
      ...called(page, headline),
    ],
    updated: [
      ...said(linked?.modified ?? null),
      ...first(metas, updatedNames).flatMap(said),
      ...changed.flatMap(dateIn),
    ],
  };
}

const dated = /(?:^|[\s_-])(?:date|submitted|authored|metadata|datum|fecha|data|dato|tarih|published|publish|posted|pubdate|timestamp|time|meta|info|byline|dateline)(?=$|[\s_-]|\d)/; // prettier-ignore
/** "Date: 28.04.2023" and nothing else. */
const labelled = /^(?:date|datum|fecha|data|dato|dátum|tarih|tanggal|ngày|дата|published|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert)\b\s*:?\s*.{0,12}\d.{0,24}$/iu; // prettier-ignore
const elsewhere = /related|teaser|sidebar|recommend|footer|comment|latest|trending|most|card|nav/;

/** Short texts of elements that are called dates, nearest to the headline first. */
function called(page: Element, headline: Element | null): Said[] {
  const found: { element: Element; at: number }[] = [];
  let order = 0;
  let heading = 0;
  for (const element of elementsOf(page)) {
    order++;
    if (element === headline) heading = order;
    const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`.replace(/([a-z])(?=[A-Z])/g, '$1-').trim().toLowerCase(); // prettier-ignore
    const isDated = names !== '' && dated.test(names);
    if (!isDated && !/^(?:li|p|dd|div|span|td)$/.test(element.tag)) continue;
    const text = shortText(element, isDated ? 140 : 50);
    if (text === null || (!isDated && !labelled.test(text))) continue;
    if (text.length < 6 || !/\d{4}|\d[./-]\d/.test(text)) continue;
    if ([element, ...ancestorsOf(element)].some((each) => each.tag !== 'body' && each.tag !== 'html' && elsewhere.test(namesOf(each)))) continue; // prettier-ignore
    found.push({ element, at: order });
  }
  found.sort((a, b) => Math.abs(a.at - heading) - Math.abs(b.at - heading));
  return found.slice(0, 6).map(({ element }) => ({ text: textOf(element), line: element.line }));
}

function dateIn(element: Element): Said[] {
  const values = [attribute(element, 'datetime'), attribute(element, 'content'), textOf(element), attribute(element, 'title')]; // prettier-ignore
  return values.filter((text) => text.trim() !== '' && text.length < 120).map((text) => ({ text, line: element.line }));
}
