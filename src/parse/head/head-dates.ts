import { findDates, type DateMatch } from '../dates/find-dates.ts';
import { readDateLine, unreadableDate } from '../dates/dates-in-line.ts';
import { isTimeAlone, isVagueDate } from '../dates/vague-date.ts';
import { facebookSignature, instagramSignature } from '../networks/post-lines.ts';
import { networkPanelAt } from '../networks/post-panel.ts';
import { findAttributions } from '../posts/attribution.ts';
import { panelAt } from '../posts/post-panel.ts';
import { takeByline } from './bylines.ts';
import { whole, type HeadReader } from './line-taker.ts';

function isSameDay({ wall: one }: DateMatch, { wall: other }: DateMatch): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

/** A date as the trace tells it: "2024-01-30 00:50, in the site's zone: the text names none". */
function toldDate({ wall, precision, zone }: DateMatch): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${wall.year}-${two(wall.month + 1)}-${two(wall.day)}`;
  if (precision === 'day') return `${day}, no time of day`;
  return `${day} ${two(wall.hour)}:${two(wall.minute)}, ${zone ?? "in the site's zone: the text names none"}`;
}

/** Finds the lines of the head that are dates, and those that speak of a time without naming a day. */
export function findDateLines(reader: HeadReader) {
  reader.head.lookedTo = reader.lines[reader.end - 1]?.end ?? 0;
  for (let index = reader.start; index < reader.end; index++) {
    const line = reader.lines[index]!;
    if (reader.isTaken(line)) continue;
    const next = reader.lines[index + 1];
    let { text } = line;
    let read = readDateLine(text, reader.language);
    // "Aug. 27, 2019" with "5 PM" on a line of its own below it.
    if (read?.dates.at(-1)?.match.precision === 'day' && next && isTimeAlone(next.text)) {
      const both = readDateLine(`${text} ${next.text}`, reader.language);
      if (both?.dates.at(-1)?.match.precision === 'minute') {
        read = both;
        text = `${text} ${next.text}`;
        const why = 'A time of day stands alone below a day.';
        reader.take(next, { rule: 'date', kept: whole(next), after: 'a part of the date above it', why });
      }
    }
    if (read && isPostDay(reader, index)) continue;
    if (read) reader.dateLines.push({ line: { ...line, text }, index, read });
    else if (unreadableDate(text, reader.language)) {
      reader.head.unreadable ??= { ...unreadableDate(text, reader.language)!, line: line.number };
    } else if (isVagueDate(text)) {
      reader.head.tried.push(line.number);
      reader.vague.push(index);
      reader.take(line, { rule: 'vague-date', after: '', why: 'The line speaks of a time and names no full date.' });
    }
  }
}

/** Posts that a page shows as their network does have no more lines than this above their day, as a rule. */
const linesOfPost = 12;

/**
 * Whether a line is the day of a post and not the article's: an attribution or another line by which an embed names its
 * author, the day below a post that begins with "(@handle)", as the Guardian sets posts, or below one that is shown as
 * its network shows it.
 */
function isPostDay({ lines }: HeadReader, index: number): boolean {
  const { text } = lines[index]!;
  if (findAttributions(text).length > 0 || instagramSignature(text) || facebookSignature(text)) return true;
  const above = lines.slice(Math.max(0, index - linesOfPost), index).map((line) => line.text);
  if (/^\p{L}+\.? \d{1,2}, \d{4}$/u.test(text) && above.slice(-8).some((line) => /\(@\w{1,15}\)$/.test(line)))
    return true;
  const from = index - above.length;
  if (!above.some((line) => line.startsWith('@'))) return false;
  const texts = lines.slice(from).map((line) => line.text);
  return above.some((_, at) => [panelAt, networkPanelAt].some((read) => (read(texts, at)?.to ?? 0) > index - from));
}

/** Where the head has no date at all, one with a label at the very end: "Originally published May 3, 2019". */
export function findClosingDate(reader: HeadReader) {
  if (reader.dateLines.length > 0) return;
  const from = Math.max(reader.end, reader.lines.length - 8);
  for (let index = from; index < reader.lines.length; index++) {
    const line = reader.lines[index]!;
    const read = reader.isTaken(line) ? null : readDateLine(line.text, reader.language);
    // The Corriere's form: "16 febbraio 2022 (modifica il 16 febbraio 2022)".
    if (read?.dates.some(({ role }, at) => role === 'published' || (role === 'updated' && at > 0))) {
      reader.dateLines.push({ line, index, read });
      return;
    }
  }
}

/** "NEW YORK, Jan. 23, 2015 (Newswire) -- The council…", "Jan. 23, 2015 — The council…". */
const opening = /^\s*(?:\([^()]{3,40}\)|\/[^/]{3,40}\/)?\s*(?:--|–|—|-|:)\s/u;

/** Where no line is a date, the one with which one of the first paragraphs opens, as releases do. It stays there too. */
export function findOpeningDate(reader: HeadReader) {
  const { head, lines, headlineAt } = reader;
  if (head.published !== null) return;
  for (const line of lines.slice(headlineAt + 1, headlineAt + 6)) {
    if (reader.isTaken(line)) continue;
    const start = line.text.slice(0, 160);
    const [match] = findDates(start, reader.language);
    if (!match?.possible || match.start > 60 || !opening.test(start.slice(match.end))) continue;
    // Before it only a place may stand: words with capitals.
    if (/(?:^|\s)\p{Ll}{4,}/u.test(start.slice(0, match.start))) continue;
    const text = start.slice(match.start, match.end).trim();
    head.published = { match, text, line: line.number };
    const why = 'A paragraph opens with a date and a dash, and no line is a date.';
    head.steps.push({
      rule: 'date',
      lines: [line.number, line.end],
      before: text,
      after: `published ${toldDate(match)}`,
      certainty: 'likely',
      why,
    });
    return;
  }
}

/**
 * Chooses the date on which the article came out, and the one on which it was changed. A date with a label, below the
 * headline, with a time or beside a byline is likelier than a masthead's; a date of a change is the last resort.
 */
export function readDates(reader: HeadReader) {
  const { head, headlineAt } = reader;
  const dates = reader.dateLines.flatMap(({ line, index, read }) =>
    read.dates.map(({ match, role }) => {
      let score = 0;
      if (role === 'published') score += 4;
      if (role === 'updated') score -= 3;
      if (index > headlineAt) score += 3;
      if (match.precision === 'minute') score += 1;
      if (match.zone !== null) score += 0.5;
      if (read.byline) score += 1;
      if (match.vague) score -= 0.5;
      if (!match.possible) score -= 10;
      score -= 0.05 * Math.abs(index - headlineAt);
      return { line, match, role, score };
    }),
  );
  const likeliest = dates.reduce<(typeof dates)[number] | null>(
    (a, b) => (a === null || b.score > a.score ? b : a),
    null,
  );
  // "Posted 11 Sep 2024" at the end, and "Wed 11 Sep 2024 at 3:48pm" under the headline: the same day, told closer.
  const closer =
    likeliest?.match.precision === 'day' && likeliest.role !== 'updated'
      ? dates.find(
          ({ role, match }) => role !== 'updated' && match.precision === 'minute' && isSameDay(match, likeliest.match),
        )
      : undefined;
  const best = closer ?? likeliest;
  const fact = ({ line, match }: (typeof dates)[number]) => ({
    match,
    text: line.text.slice(match.start, match.end).trim(),
    line: line.number,
  });
  if (best) head.published = fact(best);
  const changed = dates.find(({ role, match }) => role === 'updated' && match !== best?.match);
  const updated = changed ?? (best?.role === 'updated' ? best : null);
  if (updated) head.updated = fact(updated);

  for (const { line, index, read } of reader.dateLines) {
    const kept: [number, number][] = [];
    const said: string[] = [];
    const chosen = read.dates.find(({ match }) => match === best?.match);
    if (chosen) {
      kept.push([chosen.match.start, chosen.match.end]);
      said.push(`published ${toldDate(chosen.match)}`);
    }
    const updatedHere = read.dates.find(({ match }) => match === head.updated?.match);
    if (updatedHere) said.push(`updated ${toldDate(updatedHere.match)}`);
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
