import type { Article } from './schema.ts';

/** A citation in three styles, as plain text: no italics survive a copy. */
export interface Citations {
  /** Publication Manual of the APA, 7th edition, "Newspaper article" (10.1, example 16). */
  apa: string;
  /** MLA Handbook, 9th edition: container, date, location. */
  mla: string;
  /** BibTeX, `@misc` with `url`, which every style file prints. */
  bibtex: string;
}

interface Name {
  given: string;
  family: string;
}

/** Words that belong to the family name which follows them. */
const particles = new Set(
  'van von der den de del della di da du dos das la le ten ter zu zur al el bin ibn ben abu af av'.split(' '),
);
/** Words that tell of an office or a company rather than a person. */
const collective =
  /\b(?:agency|agencies|associated|board|bureau|center|centre|correspondents?|desk|editorial|editors?|institute|magazine|media|ministry|network|news|office|press|redaktion|reporters?|service|staff|team|times|university|wire)\b/iu;
const latin = /^[\p{Script=Latin}\p{M}.'’\s-]+$/u;

/** Given and family names, where a name is plainly a person's in Latin letters; else the whole is one name. */
function parseName(text: string): Name {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 6 || !latin.test(text) || collective.test(text))
    return { given: '', family: text.trim() };
  let from = words.length - 1;
  // "Ludwig van Beethoven", but not "Van Morrison": the first word is always a given name.
  while (from > 1 && particles.has(words[from - 1]!.toLowerCase())) from -= 1;
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}

function initials(given: string): string {
  return given
    .split(/\s+/u)
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0]!.toUpperCase()}.`)
        .join('-'),
    )
    .join(' ');
}

/** A sentence's end, unless the text has one. */
const ended = (text: string): string => (/[.!?。！？؟]["”’]?$/u.test(text) ? text : `${text}.`);

function apaAuthors(names: Name[]): string {
  const written = names.map(({ given, family }) => (given ? `${family}, ${initials(given)}` : family));
  if (written.length > 20) return [...written.slice(0, 19).map((name) => `${name},`), '…', written.at(-1)].join(' ');
  if (written.length < 2) return written[0] ?? '';
  return `${written.slice(0, -1).join(', ')}, & ${written.at(-1)}`;
}

function mlaAuthors(names: Name[]): string {
  const [first, second] = names;
  if (!first) return '';
  const written = first.given ? `${first.family}, ${first.given}` : first.family;
  if (!second) return written;
  if (names.length > 2) return `${written}, et al`;
  return `${written}, and ${[second.given, second.family].filter(Boolean).join(' ')}`;
}

/** Year, month and day in the site's zone. */
function calendar(instant: string, timeZone: string): { year: string; month: number; day: number } {
  let form = forms.get(timeZone);
  if (!form) {
    form = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      calendar: 'gregory',
    });
    forms.set(timeZone, form);
  }
  const of = Object.fromEntries(form.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { year: of['year'] ?? '', month: Number(of['month']), day: Number(of['day']) };
}

/** Making a formatter takes thirty times as long as using it, and a site has one zone. */
const forms = new Map<string, Intl.DateTimeFormat>();

const months = 'January February March April May June July August September October November December'.split(' ');
const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};
const tex = (text: string): string =>
  text.replace(/[\\{}$&#%_^~]/g, (character) => special[character]!).replace(/\s+/gu, ' ');
/** In an address only braces and backslashes would break the entry: they can't stand in one unescaped. */
const texUrl = (url: string): string =>
  url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character)).replace(/%/g, '\\%');

function bibtexKey(family: string, year: string, headline: string): string {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
  const word =
    headline
      .split(/\s+/u)
      .map(plain)
      .find((one) => one.length > 3) ?? '';
  return [plain(family).slice(0, 24), year, word].filter(Boolean).join('') || 'article';
}

/**
 * How to cite an article. The container is where it was first published, where that is known; the address
 * is this page's, which is what the one who cites has read. Months are English, as the styles have them.
 *
 * @param site title of the newspaper, and the IANA zone in which its dates are shown
 */
export function cite(article: Article, site: { title: string; timeZone: string }): Citations {
  const { headline, published, url } = article;
  const names = article.authors.map(parseName);
  const container = article.source?.name ?? site.title;
  const date = published ? calendar(published, site.timeZone) : null;
  const who = apaAuthors(names);
  const apaDate = date ? `(${date.year}, ${months[date.month - 1]} ${date.day})` : '(n.d.)';
  const mlaDate = date ? `${date.day} ${shortMonths[date.month - 1]} ${date.year}, ` : '';
  const mlaWho = mlaAuthors(names);

  const fields: [string, string][] = [
    ...(names.length ? [['author', names.map(texName).join(' and ')] as [string, string]] : []),
    ['title', `{${tex(headline)}}`],
    ['howpublished', tex(container)],
    ...(date
      ? ([
          ['year', date.year],
          ['month', months[date.month - 1]!.slice(0, 3).toLowerCase()],
          ['day', String(date.day)],
        ] as [string, string][])
      : []),
    ['url', texUrl(url)],
  ];
  const entry = fields.map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},`);

  return {
    // Without an author the headline stands first (APA 9.12).
    apa: who
      ? `${ended(who)} ${apaDate}. ${ended(headline)} ${container}. ${url}`
      : `${ended(headline)} ${apaDate}. ${container}. ${url}`,
    mla: `${mlaWho ? `${ended(mlaWho)} ` : ''}“${ended(headline).replace(/“|”/g, (mark) => (mark === '“' ? '‘' : '’'))}” ${container}, ${mlaDate}${url.replace(/^https?:\/\//, '')}.`,
    bibtex: [`@misc{${bibtexKey(names[0]?.family ?? container, date?.year ?? '', headline)},`, ...entry, '}'].join(
      '\n',
    ),
  };
}

/** A name that is not a person's goes in braces, or BibTeX would take its last word for a family name. */
function texName({ given, family }: Name): string {
  return given ? `${tex(family)}, ${tex(given)}` : `{${tex(family)}}`;
}
