import type { Root } from 'mdast';
import { hasMarks, isUnmistakable } from './markdown/is-markdown.ts';
import { readMarkdownHead } from './markdown/markdown-head.ts';
import { isPasted } from '../source/content.ts';
import { decodeSource } from '../source/decode.ts';
import { SourceError, SourceErrors } from '../source/error.ts';
import { readFrontMatter } from '../source/front-matter/front-matter.ts';
import { splitSource, type SplitSource } from '../source/front-matter/split.ts';
import { withoutNotes, type PublicSource } from '../source/private/without-notes.ts';
import { unwrapProse } from './markdown/as-written.ts';
import { emptyHead, type Head } from './head/head-facts.ts';
import { nameDataPictures } from './figures/data-pictures.ts';
import { findHidden } from './text/hidden-characters.ts';
import { tellLanguage } from './text/language.ts';
import { inputOf, leftOver } from './text/left-over.ts';
import { readBody } from './markdown/read-body.ts';
import { takeHeadline } from './markdown/read-markdown.ts';
import { measures, tooDeep } from './text/measures.ts';
import type { Parsed, ParseOptions, Repair } from './parsed-article.ts';
import { overridden, stateFacts } from './head/stated-facts.ts';
import { untold, type ToldLines } from './lines/told-lines.ts';
import { folded } from './text/lines.ts';
import { isPage, openPage, parsePageText } from './page/parse-page.ts';
import type { Archive } from '../html/files/mhtml.ts';
import type { PageOptions } from '../html/page.ts';
import { readPasted } from './paste/read-paste.ts';
import type { Context } from './recogniser.ts';
import { recognisers } from './recognisers.ts';
import type { TraceStep } from './trace.ts';

/**
 * Reads one article file.
 *
 * @param path   the file's path below the content folder, `/` between its parts; the ending tells the form
 * @param bytes  the file as it is on disk
 * @throws SourceErrors with every mistake found in the file
 */
export function parseArticle(path: string, bytes: Uint8Array, options: ParseOptions): Parsed {
  try {
    const page = isPage(path) ? openPage(path, bytes) : null;
    const isTemplate = page !== null && page.archive === null && splitSource(path, page.text).frontMatter !== null;
    if (page && !isTemplate) return parsePage(path, page.text, options, page.archive);
    const told: SourceError[] = [];
    const source = decodeSource(path, bytes, (warning) => told.push(warning));
    const parsed = parseText(path, isTemplate ? withoutIndents(source) : source, options);
    return told.length === 0 ? parsed : { ...parsed, warnings: [...told, ...parsed.warnings] };
  } catch (error) {
    if (error instanceof SourceError) throw new SourceErrors([error]);
    // What a parser says by overflowing its stack: what is nested in a way that no measure foresaw.
    if (error instanceof RangeError)
      throw new SourceErrors([tooDeep(path, 1, 'quotations, lists, stress or markup', measures.depth)]);
    throw error;
  }
}

/**
 * HTML below front matter, as Jekyll and Hugo have it, without the blanks that its lines begin with: they mean nothing
 * in HTML, and code in Markdown.
 */
function withoutIndents(source: string): string {
  return source
    .split(/(<(pre|textarea)\b[\s\S]*?<\/\2\s*>|\{% *highlight\b[\s\S]*?\{% *endhighlight *%\}|^---$[\s\S]*?^---$)/im)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/^[ \t]+(?=<)/gm, '')))
    .join('');
}

/** The same for the text of a saved page, such as one from the network. */
export function parsePage(
  path: string,
  text: string,
  options: ParseOptions,
  archive: Archive | null,
  from?: PageOptions,
): Parsed {
  return parsePageText(path, text, options, (markdown) => parseText(path, markdown, options), archive, from);
}

/** The same for a text that is decoded already, such as one from standard input. */
export function parseText(path: string, text: string, options: ParseOptions): Parsed {
  const shown = withoutNotes(path, text, splitSource(path, text));
  const { source } = shown;
  const frontMatter = readFrontMatter(path, source);
  const { values, problems } = frontMatter;
  const form = formOf(path, source, values.headline ?? null);
  if (shown.unclosed && form === 'markdown') problems.push(shown.unclosed);
  const language = values.language ?? tellLanguage(source.body, options.language);

  const steps: TraceStep[] = [];
  const warnings: SourceError[] = [];
  const titled = values.headline ?? null;
  const dated = values.published !== undefined || values.publishedText !== undefined;
  const { head, root, told } =
    form === 'pasted'
      ? readPastedBody(source.body, source.bodyLine, titled, language, steps, options)
      : readMarkdownBody(path, shown, source.bodyLine, titled, steps, warnings, language, dated, options);

  const stated = stateFacts({ path, frontMatter, head, language, options, warnings });
  const { headline, published } = stated;
  if (headline === null && problems.length === 0) problems.push(noHeadline(path, form));
  if (problems.length > 0) throw new SourceErrors(problems.sort((a, b) => a.line - b.line || a.column - b.column));
  warnings.push(...frontMatter.warnings);
  overridden(frontMatter, head, steps);
  if (published === null) warnings.push(noDate(path, form, source.bodyLine, head));

  const context: Context = {
    path,
    lines: shown.text.split('\n'),
    form,
    language,
    options,
    facts: { dateline: null },
    authors: stated.authors,
    told,
    trace: (step) => void steps.push(step),
    warn: (problem) => void warnings.push(new SourceError({ ...problem, path, severity: 'warning' })),
  };
  nameDataPictures(root, path, text);
  const recognised = recognisers.reduce<Root>((tree, { recognise }) => recognise(tree, context), root);

  const facts = {
    ...stated,
    headline: headline!,
    topics: [...new Set([...stated.topics, ...(context.facts.topics ?? [])])],
    dateline: values.dateline ?? context.facts.dateline,
    rights: values.rights ?? (context.facts.reposted ? 'quoted' : 'open'),
  } satisfies Partial<Parsed>;
  for (const hidden of findHidden(path, context.lines, { ...facts, root: recognised }))
    warnings.push(new SourceError({ ...hidden.toJSON(), column: shown.columnOf(hidden.line, hidden.column) }));
  if (steps.length > 0) {
    const input = inputOf(form === 'pasted' ? source.body : root, source.bodyLine);
    steps.push(...leftOver(input, [...wordsOf(facts), ...steps.flatMap(({ removed }) => removed ?? [])], recognised));
  }
  return {
    ...facts,
    shown: shown.text,
    root: unwrapProse(recognised),
    repairs: repairsOf(values.repairs ?? [], steps),
    trace: steps,
    warnings,
  };
}

/** The words of a text that stand in its facts. */
const wordsOf = (facts: Pick<Parsed, 'headline' | 'description' | 'section' | 'authors' | 'published' | 'source'>) =>
  [
    ...[facts.headline, facts.description, facts.section, ...facts.authors],
    ...[facts.published?.text, facts.source?.name],
  ].filter((text) => text != null);

/** The public part of the trace: those that front matter keeps from an import, and those of this reading, by line. */
function repairsOf(kept: readonly Repair[], steps: readonly TraceStep[]): Repair[] {
  const fresh = steps
    .filter(({ removed }) => removed !== undefined && removed !== '')
    .sort((a, b) => a.lines[0] - b.lines[0])
    .map(({ rule, lines, removed }) => ({ rule, lines, removed: removed! }));
  return [...kept, ...fresh];
}

function readPastedBody(
  body: string,
  bodyLine: number,
  headline: string | null,
  language: string,
  steps: TraceStep[],
  { weights }: ParseOptions,
) {
  // A headline with the mark of Markdown, in a text that has no other: the mark says which line it is.
  const marked = /^\s*# +([^\n]*\S)/.exec(body)?.[1] ?? null;
  const text = marked === null ? body : body.replace(/^(\s*)# +/, '$1');
  const { head, root, told, steps: more } = readPasted(text, bodyLine, headline ?? marked, language, weights);
  steps.push(...head.steps, ...more);
  return { head: { ...head, headline: headline === null ? (marked ?? head.headline) : head.headline }, root, told };
}

function readMarkdownBody(
  path: string,
  shown: PublicSource,
  bodyLine: number,
  headline: string | null,
  steps: TraceStep[],
  warnings: SourceError[],
  language: string,
  stated: boolean,
  { weights }: ParseOptions,
): { head: Head; root: Root; told: ToldLines } {
  const root = readBody(path, shown, bodyLine, {
    trace: (step) => void steps.push(step),
    warn: (problem) => void warnings.push(problem),
  });
  const taken = takeHeadline(root);
  if (!taken || (headline !== null && folded(taken.headline) !== folded(headline))) {
    const below = stated ? { head: emptyHead(), root } : readMarkdownHead(root, headline, language, weights);
    steps.push(...below.head.steps);
    return { ...below, told: untold };
  }
  const { start, end } = taken.heading.position!;
  steps.push({
    rule: headline === null ? 'headline' : 'doubled-headline',
    lines: [start.line, end.line],
    before: `# ${taken.headline}`,
    after: headline === null ? 'the headline' : '',
    certainty: 'certain',
    why:
      headline === null
        ? 'Front matter states no headline, and this is the first heading of the first level.'
        : 'The heading repeats the headline of the front matter.',
    ...(headline !== null && { removed: taken.headline }),
  });
  const below = stated
    ? { head: emptyHead(), root: taken.root }
    : readMarkdownHead(taken.root, taken.headline, language, weights);
  steps.push(...below.head.steps);
  return { head: { ...below.head, headline: taken.headline }, root: below.root, told: untold };
}

/**
 * How a text is read. What has unmistakable marks of Markdown is Markdown whatever its file is called; what has none, and
 * no headline in front matter, is read as a paste is: the same words give the same article, whatever the ending.
 */
function formOf(path: string, { frontMatter, body }: SplitSource, headline: string | null): 'pasted' | 'markdown' {
  if (isPasted(path)) return isUnmistakable(body) ? 'markdown' : 'pasted';
  return frontMatter === null && headline === null && !hasMarks(body) ? 'pasted' : 'markdown';
}

function noHeadline(path: string, form: 'pasted' | 'markdown'): SourceError {
  return new SourceError({
    path,
    line: 1,
    column: 1,
    rule: 'no-headline',
    message: 'The article has no headline.',
    hint:
      form === 'pasted'
        ? 'Put it on the first line.'
        : 'Put "headline: …" between two --- lines at the top, or a line "# …" above the text.',
  });
}

function noDate(path: string, form: 'pasted' | 'markdown', bodyLine: number, head: Head): SourceError {
  const many = head.tried.length > 1;
  const tried =
    head.tried.length > 0
      ? ` Tried line${many ? 's' : ''} ${head.tried.join(', ')}, which name${many ? '' : 's'} no day and year.`
      : head.lookedTo > 0
        ? ` Tried lines ${bodyLine} to ${head.lookedTo} and the last ones: none is a date.`
        : '';
  const how =
    form === 'pasted'
      ? 'Write a line "Post At: Jan 30/2024 12:50AM" below the headline'
      : 'Write "published: 2024-01-30" in the front matter';
  return new SourceError({
    path,
    line: head.tried[0] ?? bodyLine,
    column: 1,
    rule: 'no-date',
    message: `The article has no date: it is shown as undated.${tried}`,
    hint: `${how}, if you know it.`,
    severity: 'warning',
  });
}
