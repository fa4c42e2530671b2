import type { PhrasingContent, Root, RootContent } from 'mdast';
import { creditParts } from '../parse/credits/credit-parts.ts';
import { creditAlone } from '../parse/credits/find-credit.ts';
import { readDateLine } from '../parse/dates/dates-in-line.ts';
import { readDate, stateDate } from '../parse/dates/read-date.ts';
import { figureOf } from '../parse/figures/image.ts';
import { readByline } from '../parse/head/byline.ts';
import { markAsWritten } from '../parse/markdown/as-written.ts';
import { noticeKind } from '../parse/notices/notice.ts';
import type { Parsed, ParseOptions, StatedDate } from '../parse/parsed-article.ts';
import type { Context } from '../parse/recogniser.ts';
import { untold } from '../parse/lines/told-lines.ts';
import { SourceError, SourceErrors } from '../source/error.ts';
import type { Mend, Part } from './draft.ts';
import type { LineMark } from './marks.ts';
import type { Sheet } from './sheet.ts';
import { takeLines, wordsFrom, type Taken } from './take-lines.ts';
import { makePost } from './tell-post.ts';
import { blocksOf, giveBack, joined, leaveOut, note, paragraph, placeOf, warn, wordsOf, type Work } from './work.ts';

/**
 * What was read, with some lines told to be something else by hand. Words that were taken out come back where their
 * line is told to be a part of the article; those of a line that is told to be none go to the repairs.
 *
 * @param marks what each line was read as
 * @throws SourceErrors where nothing is left that could be the headline
 */
export function mended(
  { parsed, lines }: Sheet,
  marks: readonly LineMark[],
  mends: readonly Mend[],
  path: string,
  options: ParseOptions,
): Parsed {
  const work: Work = { parsed: { ...parsed }, children: [...parsed.root.children], lines, options, path };
  for (const mend of mends) apply(work, mend, marks);
  if (work.parsed.headline === '') throw new SourceErrors([noHeadline(path)]);
  const root: Root = { ...parsed.root, children: work.children };
  return { ...work.parsed, root };
}

function apply(work: Work, mend: Mend, marks: readonly LineMark[]): void {
  const { lines: place, as } = mend;
  const was = marks[place[0] - 1]?.kind;
  if (as === 'post') return makePost(work, place);
  const { rest, taken, at } = takeLines(work.children, place, work.lines);
  const text = taken.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
  if (text === '' && taken.every(({ images }) => images.length === 0)) return;
  if (as in facts && text === '') return;
  if (as in facts && !facts[as as keyof typeof facts](work, text, place, marks)) return;
  unset(work, was, as);
  work.children = rest;
  giveBack(work, place);
  if (as === 'left-out') leaveOut(work, place, text);
  else if (as === 'credit') giveCredit(work, at, text, place[0]);
  else if (!(as in facts)) work.children.splice(at, 0, ...made(work, mend, taken, at));
  note(work, place, as);
}

/** Lines that become a fact of the article: false where none can be read from them. */
const facts = {
  headline(work: Work, text: string, place: Mend['lines'], marks: readonly LineMark[]): boolean {
    const former = marks.findIndex(({ kind }) => kind === 'headline') + 1;
    if (former > 0 && (former < place[0] || former > place[1])) dethrone(work, former);
    work.parsed.headline = text;
    return true;
  },
  standfirst(work: Work, text: string): boolean {
    Object.assign(work.parsed, { standfirst: text, description: text });
    return true;
  },
  section(work: Work, text: string): boolean {
    work.parsed.section = text;
    return true;
  },
  byline(work: Work, text: string): boolean {
    const read = readByline(text, true)?.authors ?? [];
    work.parsed.authors = read.length > 0 ? read : [text];
    return true;
  },
  date(work: Work, text: string, place: Mend['lines']): boolean {
    const date = dateIn(text, work);
    if (date) work.parsed.published = date;
    else
      warn(
        work,
        place[0],
        'unreadable-date',
        'No day with its year stands in this line.',
        'State it among the facts, if you know it.',
      );
    return date !== null;
  },
} satisfies Partial<
  Record<Part, (work: Work, text: string, place: Mend['lines'], marks: readonly LineMark[]) => boolean>
>;

function dateIn(text: string, { options, parsed }: Work): StatedDate | null {
  const [found] = readDateLine(text, parsed.language)?.dates ?? [];
  const reading = found
    ? stateDate(found.match, text, options.timeZone)
    : readDate(text, options.timeZone, parsed.language);
  return reading.ok ? reading.date : null;
}

/** The line that was the headline: a sentence of the story, or else no part of it. */
function dethrone(work: Work, line: number): void {
  const text = (work.lines[line - 1] ?? '').replace(/^#+\s+/, '').trim();
  const { at } = takeLines(work.children, [line, line], work.lines);
  work.parsed.trace = work.parsed.trace.filter(({ rule, lines }) => rule !== 'headline' || lines[0] !== line);
  if (text.length > 110 || /[.!?…。]["”»]?$/.test(text)) {
    work.children.splice(at, 0, markAsWritten(paragraph(wordsFrom(text, line), line)));
  } else leaveOut(work, [line, line], text);
}

/** A line of the head that is told to be something else states its fact no longer. */
function unset(work: Work, was: LineMark['kind'] | undefined, as: Part): void {
  if (was === as) return;
  if (was === 'headline' && as !== 'left-out') work.parsed.headline = as === 'headline' ? work.parsed.headline : '';
  if (was === 'headline' && as === 'left-out') work.parsed.headline = '';
  if (was === 'date') work.parsed.published = null;
  if (was === 'byline') work.parsed.authors = [];
  if (was === 'section') work.parsed.section = null;
  if (was === 'standfirst') {
    work.parsed.description = null;
    delete work.parsed.standfirst;
  }
}

/** The blocks that some lines become. */
function made(work: Work, { as, picture, lines: [line] }: Mend, taken: readonly Taken[], at: number): RootContent[] {
  const words = joined(taken);
  const images = taken.flatMap((each) => each.images);
  switch (as) {
    case 'caption':
      return captionAt(work, at, words, picture === undefined ? images : [imageNamed(picture, line)], line);
    case 'heading':
      return [markAsWritten({ type: 'heading', depth: 2, children: words, position: placeOf(line) })];
    case 'quote':
      return [markAsWritten({ type: 'blockquote', children: blocksOf(taken), position: placeOf(line) })];
    case 'notice': {
      const kind = noticeKind(taken.map(wordsOf).join(' ').trim()) ?? 'note';
      return [{ type: 'notice', kind, children: blocksOf(taken), position: placeOf(line) }];
    }
    default:
      return blocksOf(taken).map(markAsWritten);
  }
}

const imageNamed = (src: string, line: number) => ({ src, alt: '', line, column: 1 });

/** A caption goes to its picture: the one that is named, that stands right above or below without one, or one that was not kept. */
function captionAt(
  work: Work,
  at: number,
  words: PhrasingContent[],
  images: Taken['images'],
  line: number,
): RootContent[] {
  const place = { position: placeOf(line) };
  const bare = [at - 1, at].find((index) => {
    const node = work.children[index];
    return node?.type === 'figure' && node.images.length > 0 && node.children.length === 0;
  });
  const own = bare === undefined || images.length > 0 ? null : work.children[bare];
  const pictures = own?.type === 'figure' ? own.images : images;
  const figure = figureOf({ images: pictures, words, title: null }, null, 'figure-directive', place, contextOf(work));
  if (own && bare !== undefined) {
    work.children[bare] = markAsWritten({ ...figure, position: own.position });
    return [];
  }
  return [markAsWritten(figure)];
}

/** Who is credited, at the figure right above; else at the one right below. */
function giveCredit(work: Work, at: number, text: string, line: number): void {
  const index = [at - 1, at].find((each) => work.children[each]?.type === 'figure');
  const names = creditAlone(text)?.parts ?? creditParts(text).parts;
  const credit = names.length > 0 ? names : [text];
  const figure = index === undefined ? undefined : work.children[index];
  if (figure?.type === 'figure') work.children[index!] = markAsWritten({ ...figure, credit: [...credit] });
  else
    work.children.splice(at, 0, markAsWritten({ type: 'figure', images: [], children: [], credit: [...credit], position: placeOf(line) })); // prettier-ignore
}

function contextOf(work: Work): Context {
  return {
    path: work.path,
    lines: work.lines,
    form: 'markdown',
    language: work.parsed.language,
    options: work.options,
    facts: { dateline: null },
    told: untold,
    trace: ({ removed, rule, lines }) => {
      if (removed) work.parsed.repairs = [...work.parsed.repairs, { rule, lines, removed }];
    },
    warn: ({ line, rule, message, hint }) => warn(work, line, rule, message, hint),
  };
}

const noHeadline = (path: string): SourceError =>
  new SourceError({
    path,
    line: 1,
    column: 1,
    rule: 'no-headline',
    message: 'The article has no headline.',
    hint: 'Choose the line that is it, or write one among the facts.',
  });
