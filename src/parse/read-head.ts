import { isOrganisation, isName, isRole, readByline, type Byline } from './byline.ts';
import { isTimeAlone, isVagueDate, readDateLine, type DateLine } from './date-line.ts';
import { isFurniture } from './furniture.ts';
import { emptyHead, type Head } from './head.ts';
import { chooseHeadline, isParagraph, showsCredit } from './headline.ts';
import { folded, wordCount, type Line } from './pasted-lines.ts';
import { chooseSection } from './section.ts';
import type { Certainty } from './trace.ts';

/** How many lines from the top may belong to the head. */
const reach = 30;

interface Take {
  rule: string;
  /** Parts of the line's text that went into fields, `[start, end)`; the rest is recorded as removed. */
  kept?: [number, number][];
  after: string;
  why: string;
  certainty?: Certainty;
}

/** What is read in one pass over the head. */
class HeadReader {
  readonly head: Head = emptyHead();
  readonly lines: readonly Line[];
  readonly language: string;
  /** Where the headline stands among the lines; -1 where there is none. */
  headlineAt = -1;

  constructor(lines: readonly Line[], language: string) {
    this.lines = lines;
    this.language = language;
  }

  /** Takes a line out of the body. What of it is in no field is written down as removed. */
  take(line: Line, { rule, kept = [], after, why, certainty = 'likely' }: Take) {
    if (this.head.taken.has(line.number)) return;
    this.head.taken.add(line.number);
    const rest = leftOf(line.text, kept);
    this.head.steps.push({
      rule,
      lines: [line.number, line.number],
      before: line.text,
      after,
      certainty,
      why,
      ...(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u.test(rest) ? { removed: rest } : {}),
    });
  }

  isTaken(line: Line | undefined): boolean {
    return line !== undefined && this.head.taken.has(line.number);
  }
}

/** What of a text is not kept. A word of which only a part is kept is left whole: "ByAnn" is neither "By" nor "Ann". */
function leftOf(text: string, kept: readonly [number, number][]): string {
  const isKept = new Array<boolean>(text.length).fill(false);
  for (const [start, end] of kept) isKept.fill(true, Math.max(0, start), end);
  const left: string[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const letters = [...word.matchAll(/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu)];
    const torn = letters.filter(
      ({ 0: run, index: at }) => !isKept.slice(index + at, index + at + run.length).every(Boolean),
    );
    if (torn.length === letters.length) left.push(word);
    else left.push(...torn.map(({ 0: run }) => run));
  }
  return left.join(' ');
}

const whole = (line: Line): [number, number][] => [[0, line.text.length]];

/**
 * Reads the head of a pasted article: headline, section, standfirst, byline, dates, and the page furniture between.
 *
 * @param lines     the text's lines that are not blank
 * @param stated    the headline that front matter states, if it does: then no line is chosen for it
 * @param language  BCP 47
 */
export function readHead(lines: readonly Line[], stated: string | null, language: string): Head {
  const reader = new HeadReader(lines, language);
  readHeadline(reader, stated);
  const end = headEnd(reader);
  const dateLines = findDateLines(reader, end);
  readDates(reader, dateLines);
  readBylines(reader, dateLines, end);
  readAbove(reader);
  readBelow(reader, end, dateLines);
  return reader.head;
}

function readHeadline(reader: HeadReader, stated: string | null) {
  const { head, lines } = reader;
  const choice = stated === null ? chooseHeadline(lines, reader.language) : null;
  const key = folded(stated ?? lines[choice?.index ?? -1]?.text ?? '');
  if (choice) {
    const line = lines[choice.index]!;
    head.headline = line.text;
    reader.headlineAt = choice.index;
    reader.take(line, { rule: 'headline', kept: whole(line), after: 'the headline', why: `${choice.why}.` });
  }
  if (key === '') return;
  lines.slice(0, reach).forEach((line, index) => {
    if (index === reader.headlineAt) return;
    const text = folded(line.text);
    const crumb = text.endsWith(key) && text.length - key.length < 60 && /[|›]\s*$/.test(text.slice(0, -key.length));
    if (text !== key && !crumb) return;
    if (reader.headlineAt < 0) reader.headlineAt = index;
    reader.take(line, {
      rule: 'doubled-headline',
      after: '',
      why: 'The line repeats the headline.',
      certainty: 'certain',
    });
  });
}

/** The index of the line where the story has surely begun: the second paragraph below the headline. */
function headEnd({ lines, headlineAt }: HeadReader): number {
  let paragraphs = 0;
  for (let index = headlineAt + 1; index < Math.min(lines.length, headlineAt + reach); index++) {
    if (!isParagraph(lines[index]!.text) || showsCredit(lines[index]!.text)) continue;
    paragraphs++;
    if (paragraphs === 2) return index;
  }
  return Math.min(lines.length, headlineAt + reach);
}

interface PlacedDateLine {
  line: Line;
  index: number;
  read: DateLine;
}

function findDateLines(reader: HeadReader, end: number): PlacedDateLine[] {
  const found: PlacedDateLine[] = [];
  for (let index = 0; index < end; index++) {
    const line = reader.lines[index]!;
    if (reader.isTaken(line)) continue;
    let text = line.text;
    const next = reader.lines[index + 1];
    let read = readDateLine(text, reader.language);
    // "Aug. 27, 2019" with "5 PM" on a line of its own below it.
    if (read?.dates.at(-1)?.match.precision === 'day' && next && isTimeAlone(next.text)) {
      const both = readDateLine(`${text} ${next.text}`, reader.language);
      if (both && both.dates.at(-1)!.match.precision === 'minute') {
        read = both;
        text = `${text} ${next.text}`;
        reader.take(next, {
          rule: 'date',
          kept: whole(next),
          after: 'a part of the date above it',
          why: 'A time of day stands alone below a day.',
        });
      }
    }
    if (read) found.push({ line: { ...line, text }, index, read });
    else if (isVagueDate(text)) {
      reader.head.tried.push(line.number);
      reader.take(line, { rule: 'vague-date', after: '', why: 'The line speaks of a time and names no full date.' });
    }
  }
  return found;
}

/** Which of the dates says when the article came out: a labelled one, one below the headline, one with a time. */
function readDates(reader: HeadReader, dateLines: readonly PlacedDateLine[]) {
  const { head, headlineAt } = reader;
  const dates = dateLines.flatMap(({ line, index, read }) =>
    read.dates.map(({ match, role }) => {
      let score = 0;
      if (role === 'published') score += 4;
      if (role === 'updated') score -= 3;
      if (index > headlineAt) score += 3;
      if (match.precision === 'minute') score += 1;
      if (read.byline) score += 1;
      if (match.vague) score -= 0.5;
      score -= 0.05 * Math.abs(index - headlineAt);
      return { line, match, role, score };
    }),
  );
  const best = dates.reduce<(typeof dates)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  const fact = ({ line, match }: (typeof dates)[number]) => ({
    match,
    text: line.text.slice(match.start, match.end).trim(),
    line: line.number,
  });
  if (best) head.published = fact(best);
  const updated =
    dates.find(({ role, match }) => role === 'updated' && match !== best?.match) ??
    (best?.role === 'updated' ? best : null);
  if (updated) head.updated = fact(updated);
  for (const { line, index, read } of dateLines) {
    const kept: [number, number][] = [];
    const said: string[] = [];
    const chosen = read.dates.find(({ match }) => match === best?.match);
    if (chosen) {
      kept.push([chosen.match.start, chosen.match.end]);
      said.push('published');
    }
    if (read.dates.some(({ match }) => match === head.updated?.match)) said.push('updated');
    if (read.byline && index > headlineAt - 3) kept.push(...takeByline(reader, read.byline, line.text, said));
    const masthead = said.length === 0 && index < headlineAt;
    reader.take(line, {
      rule: masthead ? 'masthead' : 'date',
      kept,
      after: said.join(' and '),
      why: masthead
        ? "The page's own date stands above the headline, and another below it."
        : said.length > 0
          ? 'The line is a date with nothing but labels and names around it.'
          : 'The article has its date elsewhere.',
    });
  }
}

/** Puts a byline into the head. Gives the parts of the line that went into fields. */
function takeByline(reader: HeadReader, byline: Byline, text: string, said: string[]): [number, number][] {
  const { head } = reader;
  const fresh = byline.authors.filter((author) => !head.authors.some((known) => folded(known) === folded(author)));
  const newSource = byline.source !== null && head.source?.name === undefined ? byline.source : null;
  head.authors.push(...fresh);
  if (newSource !== null && !head.source?.name) head.source = { name: newSource, url: head.source?.url ?? null };
  if (fresh.length > 0) said.push(`by ${fresh.join(', ')}`);
  if (newSource !== null) said.push(`source ${newSource}`);
  return byline.spans.filter(
    ([start, end]) => fresh.includes(text.slice(start, end)) || text.slice(start, end) === newSource,
  );
}

function readBylines(reader: HeadReader, dateLines: readonly PlacedDateLine[], end: number) {
  const { lines, head } = reader;
  const nearDate = (index: number) =>
    dateLines.some((date) => Math.abs(date.index - index) <= 3 && date.index > reader.headlineAt - 2);
  for (let index = 0; index < end; index++) {
    const line = lines[index]!;
    if (
      reader.isTaken(line) ||
      (isParagraph(line.text) && !/^(?:By|Par|Von|Por)\b/.test(line.text)) ||
      showsCredit(line.text)
    )
      continue;
    // "By" or "Author:" on a line of its own, the name below it.
    if (/^(?:(?:by|von|par|por|author|autor|auteur|publish date|date|published|source|from)\s*:?)$/iu.test(line.text)) {
      reader.take(line, { rule: 'label', after: '', why: 'A label stands alone above what it names.' });
      const next = lines[index + 1];
      if (next && /^(?:by|von|par|por|aut)/iu.test(line.text) && !reader.isTaken(next) && wordCount(next.text) <= 12) {
        const byline = readByline(`By ${next.text}`, false);
        if (byline) {
          const shifted = { ...byline, spans: byline.spans.map(([a, b]): [number, number] => [a - 3, b - 3]) };
          takeWithByline(reader, next, shifted, 'A name stands below the label that announces it.');
        }
      }
      continue;
    }
    const from = /^(?:from|source|quelle|fuente)\s*:\s*(.{2,40})$/iu.exec(line.text);
    if (from && index > reader.headlineAt && !head.source?.name) {
      head.source = { name: from[1]!, url: head.source?.url ?? null };
      const at = line.text.length - from[1]!.length;
      reader.take(line, {
        rule: 'source',
        kept: [[at, line.text.length]],
        after: `source ${from[1]}`,
        why: 'A label names the publication.',
      });
      continue;
    }
    const byline = readByline(line.text, false);
    if (byline && index > reader.headlineAt - 2) {
      takeWithByline(reader, line, byline, 'The line opens with the word that announces a name.');
      continue;
    }
    if (index <= reader.headlineAt || !nearDate(index) || isParagraph(line.text)) continue;
    const known = head.authors.some((author) => folded(author) === folded(line.text));
    if (known) reader.take(line, { rule: 'byline', after: '', why: 'The line repeats the name of an author.' });
    else if (/^@\w{1,20}(?:\s+follow)?$/i.test(line.text))
      reader.take(line, { rule: 'byline', after: '', why: 'An account name stands beside the byline.' });
    else {
      const bare = /[.!?]$/.test(line.text) ? null : readByline(line.text, true);
      const touches = dateLines.some((date) => date.index - index <= 2 && date.index > index);
      const fits = bare && (touches || isOrganisation(line.text)) && wordCount(line.text) <= 14;
      if (fits && (head.authors.length === 0 || bare.authors.length === 0 || touches)) {
        takeWithByline(reader, line, bare, 'Names stand alone beside the date.');
      }
    }
  }
  for (let index = reader.headlineAt + 1; index < end; index++) {
    const line = lines[index]!;
    const before = lines[index - 1]!;
    if (
      !reader.isTaken(line) &&
      isRole(line.text) &&
      wordCount(line.text) <= 9 &&
      reader.isTaken(before) &&
      head.authors.length > 0
    )
      reader.take(line, { rule: 'byline', after: '', why: "An author's post stands below the name." });
  }
}

function takeWithByline(reader: HeadReader, line: Line, byline: Byline, why: string) {
  const said: string[] = [];
  const kept = takeByline(reader, byline, line.text, said);
  reader.take(line, { rule: 'byline', kept, after: said.join(' and '), why });
}

/** The lines above the headline: the section, and what else a page has there. A sentence there stays in the text. */
function readAbove(reader: HeadReader) {
  const { head, lines, headlineAt } = reader;
  const above = headlineAt > 0 ? lines.slice(0, headlineAt).filter((line) => !reader.isTaken(line)) : [];
  const crumbs = lines.slice(0, Math.max(0, headlineAt)).filter((line) => /[|›]/.test(line.text));
  const below = lines.slice(headlineAt + 1, headlineAt + 6);
  const stop = below.findIndex(({ text }) => isParagraph(text));
  const free = (stop < 0 ? below : below.slice(0, stop)).filter((line) => !reader.isTaken(line));
  const dated = head.published !== null && head.published.line > (lines[headlineAt]?.number ?? 0);
  const section = chooseSection(
    [...crumbs, ...above].sort((a, b) => a.number - b.number),
    dated ? free : [],
    head.headline ?? '',
  );
  if (section) {
    head.section = section.text;
    reader.take(section, {
      rule: 'section',
      kept: whole(section),
      after: 'the section',
      why: 'A short line beside the headline, as sections are named.',
    });
  }
  for (const line of above) {
    if (reader.isTaken(line)) continue;
    const address = /^https?:\/\/\S+$/.exec(line.text);
    if (address && !head.source?.url) head.source = { name: head.source?.name ?? null, url: address[0] };
    if (address || isFurniture(line.text) || wordCount(line.text) <= 7 || /^[•▪>»*-]/.test(line.text)) {
      reader.take(line, {
        rule: 'above-headline',
        after: address ? 'the address of the article' : '',
        why: "A short line above the headline belongs to the page's own frame.",
      });
    }
  }
}

/** The standfirst, and the furniture between it and the story. */
function readBelow(reader: HeadReader, end: number, dateLines: readonly PlacedDateLine[]) {
  const { head, lines, headlineAt } = reader;
  const last = Math.max(
    ...dateLines.map(({ index }) => index),
    ...lines
      .slice(0, end)
      .map((line, index) =>
        head.steps.some((step) => step.rule === 'byline' && step.lines[0] === line.number) ? index : -1,
      ),
    -1,
  );
  for (let index = headlineAt + 1; index < end; index++) {
    const line = lines[index]!;
    if (reader.isTaken(line)) continue;
    if (isFurniture(line.text)) {
      reader.take(line, { rule: 'furniture', after: '', why: 'The line is made of the labels of buttons and menus.' });
      continue;
    }
    const words = wordCount(line.text);
    const next = lines[index + 1];
    const standsAlone =
      !showsCredit(line.text) &&
      !(next && !reader.isTaken(next) && showsCredit(next.text) && wordCount(next.text) < 16);
    const firstLeft = lines.slice(headlineAt + 1, index).every((other) => reader.isTaken(other));
    if (
      head.description === null &&
      index < last &&
      firstLeft &&
      words >= 2 &&
      words <= 70 &&
      standsAlone &&
      !isName(line.text) &&
      !/^[•▪>»*[-]/.test(line.text) &&
      line.indent === 0
    ) {
      head.description = line.text;
      reader.take(line, {
        rule: 'standfirst',
        kept: whole(line),
        after: 'the standfirst',
        why: 'A sentence stands between the headline and the byline or date.',
      });
    }
  }
}
