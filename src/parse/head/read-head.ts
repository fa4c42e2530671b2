import { opensList } from '../paste/further-reading.ts';
import { readBylines } from './bylines.ts';
import { findClosingDate, findDateLines, findOpeningDate, readDates } from './head-dates.ts';
import { HeadReader, whole, type Page } from './line-taker.ts';
import type { Head } from './head-facts.ts';
import { chooseHeadline } from './headline.ts';
import { isParagraph, repeatsHeadline, showsCredit } from './line-marks.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import { isName, isPublication } from '../text/names.ts';
import { folded, wordCount, type Line } from '../text/lines.ts';
import { chooseSection } from './section.ts';

/** How many lines below the headline may belong to the head. */
const reach = 30;
/** With more lines than this above its headline a text is a whole page, and they are its menus. */
const menuLength = 14;
/** How many lines right above the headline of a whole page may belong to the article: its section, its date. */
const nearAbove = 5;
/** What opens a link to another story or an item of a list. */
const pointer = /^[•▪>»→*[-]/u;

/**
 * Reads the head of a pasted article: headline, section, standfirst, byline, dates, and the page furniture between.
 *
 * @param lines     the text's lines that are not blank
 * @param stated    the headline that front matter states, if it does: then no line is chosen for it
 * @param language  BCP 47
 */
export function readHead(lines: readonly Line[], stated: string | null, language: string, page: Page): Head {
  const reader = new HeadReader(lines, language, page);
  readHeadline(reader, stated);
  reader.end = endOf(reader);
  reader.start = reader.headlineAt > menuLength ? reader.headlineAt - nearAbove : 0;
  takeMenus(reader);
  findDateLines(reader);
  findClosingDate(reader);
  readSection(reader);
  readDates(reader);
  findOpeningDate(reader);
  readBylines(reader);
  readAbove(reader);
  readBelow(reader);
  return reader.head;
}

/** "CHILDHOOD FRIENDS Who is the striker's…": two words and more in capitals, then the headline. */
const kicker = /^(?:\p{Lu}[\p{Lu}’'&!-]{2,}[ ,]+){2,5}(?=["“‘']?\p{Lu}\p{Ll}+[’']?\p{Ll}* \S)/u;

/** Where a headline begins behind a kicker in capitals that stands before it in its line. */
function kickerEnd(text: string): number {
  const found = kicker.exec(text)?.[0] ?? '';
  return found.length >= 12 ? found.length : 0;
}

function readHeadline(reader: HeadReader, stated: string | null) {
  const { head, lines } = reader;
  const isApart = (line: Line) => reader.isTaken(line);
  const choice =
    stated === null ? chooseHeadline(lines, reader.language, isApart, reader.told, reader.headlineWeights) : null;
  const key = folded(stated ?? lines[choice?.index ?? -1]?.text ?? '');
  if (choice) {
    const line = lines[choice.index]!;
    const from = kickerEnd(line.text);
    head.headline = line.text.slice(from);
    reader.headlineAt = choice.index;
    const kept: [number, number][] = [[from, line.text.length]];
    reader.take(line, { rule: 'headline', kept, after: 'the headline', why: `${choice.why}.` });
  }
  if (key === '') return;
  lines.slice(0, Math.max(0, reader.headlineAt) + reach).forEach((line, index) => {
    if (index === reader.headlineAt) return;
    const text = folded(line.text);
    if (text.length - key.length > 60 || !repeatsHeadline(text, key)) return;
    if (reader.headlineAt < 0) reader.headlineAt = index;
    const why = 'The line repeats the headline.';
    reader.take(line, { rule: 'doubled-headline', after: '', why, certainty: 'certain' });
  });
}

/**
 * The index of the line where the story has surely begun: the second paragraph below the headline, or what leads on
 * to other stories below the first, whose dates are not this one's.
 */
function endOf({ lines, headlineAt }: HeadReader): number {
  let paragraphs = 0;
  const last = Math.min(lines.length, headlineAt + reach);
  for (let index = headlineAt + 1; index < last; index++) {
    if (paragraphs > 0 && opensList(lines[index]!.text)) return index;
    if (!isParagraph(lines[index]!.text) || showsCredit(lines[index]!.text)) continue;
    paragraphs++;
    if (paragraphs === 2) return index;
  }
  return last;
}

/** Takes what a whole page has above its story. What reads like a paragraph of one stays. */
function takeMenus(reader: HeadReader) {
  for (const line of reader.lines.slice(0, reader.start)) {
    if (wordCount(line.text) >= 25 && reader.told(line.number, 'prose') > 0.5) continue;
    const why = "The menus and notices of a whole page stand above the article's headline.";
    reader.take(line, { rule: 'above-headline', after: '', why });
  }
}

function readSection(reader: HeadReader) {
  const { head, lines, headlineAt, dateLines } = reader;
  const isDate = (index: number) => dateLines.some((date) => date.index === index);
  const above = lines
    .slice(reader.start, Math.max(0, headlineAt))
    .filter(({ text }, index) => !isDate(reader.start + index) && !showsCredit(text));
  // Below the headline a section stands above the date.
  const date = dateLines.find(({ index }) => index > headlineAt)?.index ?? headlineAt;
  const below = lines.slice(headlineAt + 1, Math.max(headlineAt + 1, Math.min(date, headlineAt + 6)));
  const paragraph = below.findIndex(({ text }) => isParagraph(text));
  const free = (paragraph < 0 ? below : below.slice(0, paragraph)).filter((line) => !reader.isTaken(line));
  const section = chooseSection(above, free, head.headline ?? '');
  if (!section || reader.isTaken(section.line)) return;
  const { line, start, end } = section;
  head.section = line.text.slice(start, end);
  const why = 'A short line beside the headline, as sections are named.';
  reader.take(line, { rule: 'section', kept: [[start, end]], after: 'the section', why });
}

/** What else a page has above the headline. A sentence there stays in the text. */
function readAbove(reader: HeadReader) {
  const { head, lines, headlineAt } = reader;
  for (const line of lines.slice(reader.start, Math.max(0, headlineAt))) {
    if (reader.isTaken(line)) continue;
    const address = /^https?:\/\/\S+$/.exec(line.text)?.[0];
    if (isPublication(line.text) && !head.source?.name) {
      head.source = { name: line.text, url: head.source?.url ?? null };
      const why = 'The name of a newspaper stands above the headline.';
      reader.take(line, { rule: 'source', kept: whole(line), after: `source ${line.text}`, why });
      continue;
    }
    if (address && !head.source?.url) head.source = { name: head.source?.name ?? null, url: address };
    if (!address && !reader.frame.has(line.number) && wordCount(line.text) > 7 && !pointer.test(line.text)) continue;
    reader.take(line, {
      rule: 'above-headline',
      after: address ? 'the address of the article' : '',
      why: "A short line above the headline belongs to the page's own frame.",
    });
  }
}

/** The furniture between headline and story, and the standfirst. */
function readBelow(reader: HeadReader) {
  const { head, lines, headlineAt, end } = reader;
  // A standfirst is told by the byline or the date that follows it; what follows those may be a note on the author.
  const signedAt = lines.findIndex((line, index) => index > headlineAt && index < end && reader.isSigned(line));
  for (let index = headlineAt + 1; index < end; index++) {
    const line = lines[index]!;
    if (reader.isTaken(line)) continue;
    const why = reader.frame.get(line.number);
    // What stands right under the headline looks like the title of another story.
    const isUnder = index < signedAt && wordCount(line.text) > 5 && reader.told(line.number, 'furniture') < sureFrame;
    if (head.description === null && (!why || isUnder) && isStandfirst(reader, line, index, signedAt)) {
      head.description = line.text;
      const told = 'A sentence stands under the headline, as standfirsts do.';
      reader.take(line, { rule: 'standfirst', kept: whole(line), after: 'the standfirst', why: told });
    } else if (why) {
      reader.take(line, { rule: 'furniture', after: '', why });
    } else if (head.description !== null && folded(line.text) === folded(head.description)) {
      const why = 'The line repeats the standfirst.';
      reader.take(line, { rule: 'doubled-standfirst', after: '', why, certainty: 'certain' });
    }
  }
}

/** From how likely on a line right under the headline is the page's all the same. */
const sureFrame = 0.97;
/** From how likely on a line is a standfirst where no byline follows it, or where the story follows. */
const likelyStandfirst = 0.6;
const surelyStandfirst = 0.75;

/** Whether nothing but the page's own lines stand between the headline and a line. */
function isFirst(reader: HeadReader, index: number): boolean {
  return reader.lines.slice(reader.headlineAt + 1, index).every((other) => {
    const isLabel = wordCount(other.text) <= 6 && reader.told(other.number, 'furniture') > 0.4;
    const isPassed = reader.isTaken(other) || reader.frame.has(other.number) || isLabel || wordCount(other.text) === 0;
    return isPassed || isNearHeadline(other.text, reader.head.headline ?? '');
  });
}

/** Whether a line says what the headline says, in other words for a few of them. */
function isNearHeadline(text: string, headline: string): boolean {
  const [one, other] = [text, headline].map((line) => new Set(folded(line).match(/[\p{L}\p{N}]+/gu) ?? []));
  if (!one || !other || Math.min(one.size, other.size) < 5) return false;
  return [...one].filter((word) => other.has(word)).length >= 0.6 * Math.max(one.size, other.size);
}

/** Whether the story itself goes on below a line. */
function leadsToProse(reader: HeadReader, index: number): boolean {
  const next = reader.lines.slice(index + 1).find((line) => !reader.isTaken(line));
  return next !== undefined && !reader.frame.has(next.number) && reader.told(next.number, 'prose') > 0.5;
}

/** Whether a line has the look of a standfirst, wherever it stands. */
function couldBeStandfirst(reader: HeadReader, line: Line): boolean {
  const words = wordCount(line.text);
  if (words < 2 || words > 70 || pointer.test(line.text) || /[|]/.test(line.text) || isName(line.text)) return false;
  if (isNearHeadline(line.text, reader.head.headline ?? '')) return false;
  const likely = reader.told(line.number, 'standfirst');
  if (likely < 0.3 && words <= 6 && reader.told(line.number, 'furniture') > 0.4) return false;
  return !showsCredit(line.text) && creditAtEnd(line.text) === null;
}

/**
 * A standfirst stands right under the headline, with the byline or the date below it; or where its look speaks for it:
 * under the headline alone, or below the byline.
 */
function isStandfirst(reader: HeadReader, line: Line, index: number, signedAt: number): boolean {
  const { lines, headlineAt } = reader;
  const told = (kind: 'standfirst' | 'caption', other = line) => reader.told(other.number, kind);
  if (!isFirst(reader, index) || !couldBeStandfirst(reader, line)) return false;
  const next = lines[index + 1];
  // No article has several: then it is the story that looks so.
  if (next && folded(next.text) !== folded(line.text) && told('standfirst', next) >= 0.5) return false;
  // A credit right below it makes it a caption, as a rule.
  if (next && !reader.isTaken(next) && showsCredit(next.text) && wordCount(next.text) < 16) {
    const isUnder = index === headlineAt + 1 && signedAt > index && signedAt <= index + 4;
    return told('standfirst') >= likelyStandfirst || (isUnder && told('caption') < 0.1);
  }
  if (index < signedAt) return true;
  const signed = lines.slice(headlineAt + 1, index).some((other) => reader.isSigned(other));
  const needed =
    isParagraph(line.text) || (signed && leadsToProse(reader, index)) ? surelyStandfirst : likelyStandfirst;
  return told('standfirst') >= needed;
}
