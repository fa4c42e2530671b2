import { parseText } from '../parse/parse.ts';
import type { Parsed, ParseOptions } from '../parse/parsed-article.ts';
import { SourceErrors, type SourceError } from '../source/error.ts';
import { deskFacts, type DeskFact, type Draft } from './draft.ts';

/** A typed fact that can't be read, in the words in which front matter's mistakes are told. */
export interface FactProblem {
  fact: DeskFact;
  message: string;
  hint: string;
}

/** Facts with commas between their parts. */
const lists = new Set<DeskFact>(['authors', 'topics']);

/** What a form's value is in YAML: JSON is a part of it. */
function stated(fact: DeskFact, value: string): unknown {
  if (!lists.has(fact)) return value.trim();
  return value
    .split(/\s*[,،、，;]\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The key of front matter that a fact is a part of. */
const keyOf = (fact: DeskFact): string => (fact === 'sourceName' || fact === 'sourceUrl' ? 'source' : fact);

/**
 * Puts the facts that were typed over those that were read. They are read by the rules of front matter; one that can't be
 * is told of, and what was read stays.
 */
export function withFacts(
  parsed: Parsed,
  facts: Draft['facts'],
  options: ParseOptions,
): { parsed: Parsed; problems: FactProblem[] } {
  const typed = deskFacts.filter((fact) => facts[fact] !== undefined);
  if (typed.length === 0) return { parsed, problems: [] };
  const filled = typed.filter((fact) => facts[fact]!.trim() !== '');
  const { read, problems } = readFacts(filled, facts, { ...options, language: parsed.language });
  const wrong = new Set(problems.map(({ fact }) => fact));
  const result = { ...parsed };
  for (const fact of typed) if (!wrong.has(fact)) put[fact](result, read, facts[fact]!.trim() === '');
  return { parsed: result, problems };
}

function readFacts(
  filled: readonly DeskFact[],
  facts: Draft['facts'],
  options: ParseOptions,
): { read: Parsed | null; problems: FactProblem[] } {
  if (filled.length === 0) return { read: null, problems: [] };
  const lines = filled.map((fact) =>
    fact === 'sourceName' || fact === 'sourceUrl'
      ? `source: { ${fact === 'sourceName' ? 'name' : 'url'}: ${JSON.stringify(facts[fact]!.trim())} }`
      : `${keyOf(fact)}: ${JSON.stringify(stated(fact, facts[fact]!))}`,
  );
  // Name and address of a source are one key, and two would be a mistake: each line is read by itself.
  const problems: FactProblem[] = [];
  let read: Parsed | null = null;
  lines.forEach((line, index) => {
    const fact = filled[index]!;
    const one = readLine(line, options);
    const [problem] = one.problems;
    if (problem) problems.push({ fact, message: problem.message, hint: problem.hint });
    else if (one.read) read = merged(read, one.read, fact);
  });
  return { read, problems };
}

function merged(all: Parsed | null, one: Parsed, fact: DeskFact): Parsed {
  if (!all) return one;
  const result = { ...all };
  put[fact](result, one, false);
  return result;
}

function readLine(line: string, options: ParseOptions): { read: Parsed | null; problems: readonly SourceError[] } {
  try {
    const read = parseText('facts.md', `---\n${line}\n---\n\n# Headline\n\ntext\n`, options);
    return { read, problems: read.warnings.filter((warning) => warning.line === 2) };
  } catch (error) {
    if (error instanceof SourceErrors) return { read: null, problems: error.problems };
    throw error;
  }
}

/** How each fact gets into the article; `none` where its field was emptied. */
const put: Record<DeskFact, (into: Parsed, from: Parsed | null, none: boolean) => void> = {
  // Without a headline there is no article: an empty field leaves the one that was read.
  headline: (into, from, none) => {
    if (!none && from) into.headline = from.headline;
  },
  standfirst: (into, from, none) => {
    delete into.standfirst;
    into.description = none ? null : (from?.description ?? null);
    if (!none && from?.standfirst !== undefined) into.standfirst = from.standfirst;
  },
  section: (into, from, none) => void (into.section = none ? null : (from?.section ?? null)),
  authors: (into, from, none) => void (into.authors = none ? [] : (from?.authors ?? [])),
  published: (into, from, none) => void (into.published = none ? null : (from?.published ?? null)),
  sourceName: (into, from, none) =>
    void (into.source = sourceOf(into, { name: none ? null : (from?.source?.name ?? null) })),
  sourceUrl: (into, from, none) =>
    void (into.source = sourceOf(into, { url: none ? null : (from?.source?.url ?? null) })),
  topics: (into, from, none) => void (into.topics = none ? [] : (from?.topics ?? [])),
  language: (into, from, none) => {
    if (!none && from) into.language = from.language;
  },
  rights: (into, from, none) => void (into.rights = none ? 'open' : (from?.rights ?? 'open')),
};

function sourceOf(into: Parsed, part: Partial<NonNullable<Parsed['source']>>): Parsed['source'] {
  const source = { name: null, url: null, ...into.source, ...part };
  return source.name === null && source.url === null ? null : source;
}

/** The facts as the form shows them. */
export function formOf(parsed: Parsed, timeZone: string): Record<DeskFact, string> {
  const { headline, standfirst, description, section, authors, topics, language, rights, source, published } = parsed;
  return {
    headline,
    standfirst: standfirst ?? description ?? '',
    section: section ?? '',
    authors: authors.join(', '),
    published: published ? localTime(published, timeZone) : '',
    sourceName: source?.name ?? '',
    sourceUrl: source?.url ?? '',
    topics: topics.join(', '),
    language,
    rights,
  };
}

/** `2024-01-30 00:50` in the site's zone, which is read as that again. */
function localTime({ instant, precision }: NonNullable<Parsed['published']>, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const day = `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
  return precision === 'day' ? day : `${day} ${parts['hour'] ?? ''}:${parts['minute'] ?? ''}`;
}
