import { readByline, type Byline } from './byline.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import { isFurniture } from '../paste/furniture.ts';
import type { HeadReader } from './line-taker.ts';
import { isParagraph, showsCredit } from './line-marks.ts';
import { isName, isOrganisation, isRole, leadingName, namesHouse } from '../text/names.ts';
import { folded, wordCount, type Line } from '../text/lines.ts';
import { isUsualSection, pictureLabel } from './section.ts';

/** A label on a line of its own, above what it names. */
const label = /^(?:by|von|par|por|authors?|autor|auteur|publish(?:ed)? date|date|published|source|from)\s*:?$/iu;
const sourceLabel = /^(?:from|source|quelle|fuente|fonte|bron|источник|来源|來源|출처)\s*[:：]\s*(.{2,40})$/iu;
/** From how likely on a name alone is a byline with no date beside it. */
const surely = 0.8;
const account = /^(?:follow\s+)?@\w{1,20}(?:\s+follow)?$/i;

const desks = /^(?:by|von|par|por|di|door|af|av|от)\s+(\S.*)$/iu;

/** Puts a byline into the head. Gives the parts of the line that went into fields. */
export function takeByline(reader: HeadReader, byline: Byline, text: string, said: string[]): [number, number][] {
  const { head } = reader;
  const fresh = byline.authors.filter((author) => !head.authors.some((known) => folded(known) === folded(author)));
  const newSource = head.source?.name ? null : byline.source;
  head.authors.push(...fresh);
  if (newSource !== null) head.source = { name: newSource, url: head.source?.url ?? null };
  if (fresh.length > 0) said.push(`by ${fresh.join(', ')}`);
  if (newSource !== null) said.push(`source ${newSource}`);
  return byline.spans.filter(([start, end]) => {
    const words = text.slice(start, end);
    return fresh.includes(words) || words === newSource;
  });
}

function takeWith(reader: HeadReader, line: Line, byline: Byline, why: string) {
  const said: string[] = [];
  const kept = takeByline(reader, byline, line.text, said);
  reader.take(line, { rule: 'byline', kept, after: said.join(' and '), why });
}

/** Reads the lines that name who wrote it: first those that say so, then names that stand alone beside a date. */
export function readBylines(reader: HeadReader) {
  for (let index = Math.max(0, reader.headlineAt - 1); index < reader.end; index++) readMarked(reader, index);
  for (let index = reader.headlineAt + 1; index < reader.end; index++) readBare(reader, index);
  for (let index = reader.headlineAt + 1; index < reader.end; index++) {
    const line = reader.lines[index]!;
    const [house = ''] = line.text.split(',');
    const isPost = isRole(line.text) || (isOrganisation(house) && house !== line.text);
    if (reader.isTaken(line) || !isPost || wordCount(line.text) > 9 || showsCredit(line.text)) continue;
    if (!reader.isTaken(reader.lines[index - 1]) || reader.head.authors.length === 0) continue;
    const named = isOrganisation(house) && !reader.head.source?.name;
    if (named) reader.head.source = { name: house, url: reader.head.source?.url ?? null };
    const kept: [number, number][] = named ? [[0, house.length]] : [];
    const after = named ? `source ${house}` : '';
    reader.take(line, { rule: 'byline', kept, after, why: "An author's post stands below the name." });
  }
}

/** Ways to read a line that says itself that it names somebody: the first that fits takes it. */
const marked: readonly ((reader: HeadReader, index: number) => boolean)[] = [
  readSource,
  (reader, index) => showsCredit(reader.lines[index]!.text),
  readLabel,
  readOpened,
  readAccount,
  readDesk,
];

function readMarked(reader: HeadReader, index: number) {
  if (!reader.isTaken(reader.lines[index])) marked.some((read) => read(reader, index));
}

/** "Source: Harbour Post". With a line above it that is still open it is the credit of a picture. */
function readSource(reader: HeadReader, index: number): boolean {
  const { head, lines } = reader;
  const line = lines[index]!;
  const from = sourceLabel.exec(line.text)?.[1];
  if (!from || index <= reader.headlineAt || head.source?.name || !reader.isTaken(lines[index - 1])) return false;
  head.source = { name: from, url: head.source?.url ?? null };
  const kept: [number, number][] = [[line.text.length - from.length, line.text.length]];
  reader.take(line, { rule: 'source', kept, after: `source ${from}`, why: 'A label names the publication.' });
  return true;
}

/** "By" on a line of its own, and the name below it. */
function readLabel(reader: HeadReader, index: number): boolean {
  const [line, next] = [reader.lines[index]!, reader.lines[index + 1]];
  if (!label.test(line.text)) return false;
  reader.take(line, { rule: 'label', after: '', why: 'A label stands alone above what it names.' });
  const isName = /^(?:by|von|par|por|aut)/iu.test(line.text);
  if (!next || !isName || reader.isTaken(next) || wordCount(next.text) > 12) return true;
  const byline = readByline(`By ${next.text}`, false);
  if (!byline) return true;
  const spans = byline.spans.map(([start, end]): [number, number] => [start - 3, end - 3]);
  takeWith(reader, next, { ...byline, spans }, 'A name stands below the label that announces it.');
  return true;
}

function readOpened(reader: HeadReader, index: number): boolean {
  const line = reader.lines[index]!;
  const byline = readByline(line.text, false);
  if (byline) takeWith(reader, line, byline, 'The line opens with the word that announces a name.');
  return byline !== null;
}

/** "by harbourcat 6": the name of an account beside the date, and how many comments there are. */
function readAccount(reader: HeadReader, index: number): boolean {
  const line = reader.lines[index]!;
  const account = /^by ([a-z][\w.-]{3,24})(?: \d{1,4})?$/u.exec(line.text)?.[1];
  if (!account || !reader.dateWithin(index, -1, 1) || reader.head.authors.length > 0) return false;
  const byline: Byline = { authors: [account], source: null, spans: [[3, 3 + account.length]], marked: true };
  takeWith(reader, line, byline, 'The line opens with the word that announces a name, beside the date.');
  return true;
}

/** "Par Le Figaro avec AFP", "Door onze redactie": right above the date the word alone is proof enough. */
function readDesk(reader: HeadReader, index: number): boolean {
  const line = reader.lines[index]!;
  const desk = desks.exec(line.text)?.[1];
  if (!desk || wordCount(desk) > 6 || /[.!?]$/.test(desk)) return false;
  if (!reader.dateWithin(index, 1, 2) || reader.head.authors.length > 0) return false;
  const spans: [number, number][] = [[line.text.length - desk.length, line.text.length]];
  const why = 'The line opens with the word that announces a name, and the date follows.';
  takeWith(reader, line, { authors: [desk], source: null, spans, marked: true }, why);
  return true;
}

/** "Foto: REUTERS/Ann Lee": a label and names, and no caption before them. */
function isCreditAlone(text: string): boolean {
  return (
    wordCount(text) <= 9 &&
    /^\p{L}[\p{L} ]{2,20}\s?:/u.test(text) &&
    showsCredit(text) &&
    readByline(text, false) === null
  );
}

/** Names without "By", accounts and publications, which are told by the date or the byline that they stand beside. */
function readBare(reader: HeadReader, index: number) {
  const { head, lines } = reader;
  const line = lines[index]!;
  if (reader.isTaken(line) || isParagraph(line.text) || showsCredit(line.text) || isFurniture(line.text)) return;
  const next = lines[index + 1];
  // A name with a credit under it is whose portrait stood there.
  if (next && !reader.isTaken(next) && isCreditAlone(next.text)) return;
  if (head.authors.length === 0 && isName(line.text)) {
    const why = whyAuthor(reader, line, next);
    const byline = why === null ? null : readByline(line.text, true);
    if (why !== null && byline && byline.authors.length > 0) {
      takeWith(reader, line, byline, why);
      return;
    }
  }
  const isAuthor = head.authors.some((author) => folded(author) === folded(line.text));
  if (isAuthor) reader.take(line, { rule: 'byline', after: '', why: 'The line repeats the name of an author.' });
  else if (!reader.dateWithin(index, -3, 3)) return;
  else if (account.test(line.text))
    reader.take(line, { rule: 'byline', after: '', why: 'An account name stands beside the byline.' });
  else if (couldBeName(line.text) && suitsDate(reader, index)) {
    const byline = readByline(line.text, true);
    if (byline) takeWith(reader, line, byline, 'A name stands alone beside the date.');
  }
}

/** Why a name is the author's with no date beside it; null where nothing says so. */
function whyAuthor(reader: HeadReader, line: Line, next: Line | undefined): string | null {
  if (/\p{Ll}/u.test(line.text) && reader.told(line.number, 'byline') >= surely)
    return 'A name stands alone where bylines do.';
  // A name and below it the post of who bears it, or the name once more.
  if (!next || isUsualSection(line.text)) return null;
  const [house = ''] = next.text.split(',');
  const posted = isRole(next.text) || (isOrganisation(house) && house !== next.text);
  return posted || folded(next.text) === folded(line.text)
    ? 'A name stands above the post of who bears it, or stands there twice.'
    : null;
}

/** Whether a line beside a date is no sentence, no credit and no label. */
function couldBeName(text: string): boolean {
  if (/^(?:source|via)\b/i.test(text) || creditAtEnd(text)?.proof === 'label') return false;
  return !((/[.!?]$/.test(text) && !isName(text)) || wordCount(text) > 14 || pictureLabel.test(text));
}

/** Whether a line stands beside the date as a name does: above it, or below it where it is plainly one. */
function suitsDate(reader: HeadReader, index: number): boolean {
  const { text } = reader.lines[index]!;
  const above = reader.dateWithin(index, 1, 2);
  if (isOrganisation(text)) return above;
  if (reader.head.authors.length > 0) return false;
  if (isUsualSection(text) && !leadingName(text) && !namesHouse(text)) return false;
  // Below the date only a plain name counts, or one with its post.
  return above || (reader.isTaken(reader.lines[index - 1]) && (isName(text) || leadingName(text) !== null));
}
