import { addressParts, factsOfPath, type NamedFacts } from '../../source/file-name.ts';
import { SourceError } from '../../source/error.ts';
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import { dateWarning, statedDate } from '../dates/front-matter-date.ts';
import { stateDate } from '../dates/read-date.ts';
import type { Parsed, ParseOptions, StatedDate } from '../parsed-article.ts';
import type { TraceStep } from '../trace.ts';
import { readByline } from './byline.ts';
import type { Head } from './head-facts.ts';

/** What is known of an article before its text is recognised: all that front matter, the head and the file's path say. */
export type Stated = Omit<
  Parsed,
  'headline' | 'dateline' | 'rights' | 'root' | 'repairs' | 'trace' | 'warnings' | 'shown'
> & {
  headline: string | null;
};

/** Where the facts of an article come from. */
export interface Sources {
  path: string;
  frontMatter: FrontMatter;
  head: Head;
  language: string;
  options: ParseOptions;
  warnings: SourceError[];
}

/**
 * Puts together what is stated of an article: front matter first, then the text's own head, then the file's name and
 * folder. What can't be read is put among the warnings.
 */
export function stateFacts(sources: Sources): Stated {
  const { path, frontMatter, head, language, options } = sources;
  const { values, positions, extra, foreign } = frontMatter;
  const named = factsOfPath(path);
  const of = (key: 'published' | 'publishedText' | 'updated' | 'created') =>
    statedDate(frontMatter, key, path, language, options);
  const { address, old } = addressOf(values.address, path);
  const published = publishedOf(sources, named, of);
  if (published === null && !positions.published) warnOfDate(sources);
  const image = values.image ? { ...values.image, ...(positions.image ?? { line: 1, column: 1 }) } : null;
  return {
    headline: values.headline ?? head.headline ?? headlineOfName(named, sources),
    ...optionalFacts(values),
    description: values.description ?? values.standfirst ?? head.description,
    section: values.section ?? head.section ?? named.section,
    topics: values.topics ?? [],
    authors: statedAuthors(values.authors) ?? head.authors,
    language,
    published: published && values.publishedText ? { ...published, text: values.publishedText } : published,
    updated: of('updated') ?? ofHead(head.updated, sources),
    source: values.source ?? head.source,
    draft: (values.draft ?? false) || /(?:^|\/)_?drafts\//i.test(path),
    aliases: [...new Set([...(values.aliases ?? []), ...old])],
    address,
    image,
    extra,
    foreign,
  };
}

/** `2024-11-20`, from `/2024/11/20/tide/`. */
function dayIn(address: string | undefined): string | null {
  const [, year, month = '', day = ''] = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(address ?? '') ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** When it came out: front matter says it, or the head of the text, or the file's name, or its address. */
function publishedOf(
  sources: Sources,
  named: NamedFacts,
  of: (key: 'published' | 'publishedText' | 'created') => StatedDate | null,
): StatedDate | null {
  const stated = of('published') ?? of('publishedText');
  const day = named.day ?? dayIn(sources.frontMatter.values.address);
  return stated ?? ofHead(sources.head.published, sources) ?? ofName({ ...named, day }, sources) ?? of('created');
}

/** What an article has only where front matter says it. */
function optionalFacts({ kicker, standfirst, featured }: Sources['frontMatter']['values']) {
  return {
    ...(kicker !== undefined && { kicker }),
    ...(standfirst !== undefined && { standfirst }),
    ...(featured !== undefined && featured > 0 && { featured }),
  };
}

/** Tells of a line that was meant as a date and can't be read. */
function warnOfDate({ head, path, warnings }: Sources): void {
  if (!head.unreadable) return;
  const { line, column, text } = head.unreadable;
  warnings.push(dateWarning(path, line, column, text, 'unreadable'));
}

/** A date that a line of the text states. */
function ofHead(fact: Head['published'], { path, options, warnings }: Sources): StatedDate | null {
  if (!fact) return null;
  const reading = stateDate(fact.match, fact.text, options.timeZone);
  if (reading.ok) return { ...reading.date, text: fact.text };
  warnings.push(dateWarning(path, fact.line, 1, fact.text, reading.reason));
  return null;
}

/** The date in a Jekyll name. One that the calendar does not have is no date: it stays a part of the name. */
function ofName({ day }: NamedFacts, { frontMatter, language, options, path }: Sources): StatedDate | null {
  if (day === null) return null;
  const asked = { ...frontMatter, values: { published: day }, warnings: [] };
  return statedDate(asked, 'published', path, language, options);
}

function headlineOfName({ headline }: NamedFacts, { path, warnings, frontMatter }: Sources): string | null {
  if (headline === null || frontMatter.problems.length > 0) return headline;
  warnings.push(
    new SourceError({
      path,
      line: 1,
      column: 1,
      rule: 'headline-of-file-name',
      message: `The article has no headline: the file's name stands for it, "${headline}".`,
      hint: 'Put "headline: …" between two --- lines at the top, or a line "# …" above the text; in a .txt file, put it on the first line.',
      severity: 'warning',
    }),
  );
  return headline;
}

/**
 * The address that front matter gives: a name takes the place of the file's name, a path that of the whole address, and
 * leads there from where it was.
 */
function addressOf(stated: string | undefined, path: string): { address: string[] | null; old: string[] } {
  if (stated === undefined) return { address: null, old: [] };
  const bare = stated
    .replace(/^\/+|\/+$/g, '')
    .replace(/(?:^|\/)index\.html?$/i, '')
    .replace(/\.html?$/i, '');
  const parts = bare.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts.length === 0) return { address: null, old: [] };
  if (!stated.startsWith('/') && parts.length === 1)
    return { address: [...addressParts(path).slice(0, -1), parts[0]!], old: [] };
  if (parts[0] === 'articles' && parts.length > 1) return { address: parts.slice(1), old: [] };
  return { address: parts, old: stated.startsWith('/') ? [stated] : [] };
}

/** "By Ann Lee and Bo Berg", "Ann Lee, Bo Berg" or a list of names. */
function statedAuthors(stated: string | string[] | undefined): string[] | null {
  if (stated === undefined) return null;
  if (Array.isArray(stated)) return stated;
  const byline = readByline(stated, true);
  if (byline && byline.authors.length > 0) return byline.authors;
  return stated.replace(/^by\s+/i, '').split(/\s*,\s*|\s+and\s+/).filter(Boolean); // prettier-ignore
}

/** Where front matter states what the text's head says otherwise, the words of the head go to the repairs. */
export function overridden({ values }: FrontMatter, head: Head, steps: TraceStep[]) {
  const pairs: [string, string | undefined, string | null][] = [
    ['section', values.section, head.section],
    ['description', values.description ?? values.standfirst, head.description],
    ['published', values.publishedText ?? values.published, head.published?.text ?? null],
    [
      'authors',
      values.authors === undefined ? undefined : [values.authors].flat().join(', '),
      head.authors.join(', ') || null,
    ],
    ['source', values.source?.name ?? values.source?.url ?? undefined, head.source?.name ?? null],
  ];
  for (const [key, stated, read] of pairs) {
    if (stated === undefined || read === null || stated === read) continue;
    const line = head.steps.find(({ before }) => before.includes(read))?.lines ?? [1, 1];
    steps.push({
      rule: 'front-matter',
      lines: line,
      before: read,
      after: `${key}: ${stated}`,
      certainty: 'certain',
      why: 'Front matter overrides what the text says.',
      removed: read,
    });
  }
}
