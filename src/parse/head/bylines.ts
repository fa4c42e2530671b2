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

function readMarked(reader: HeadReader, index: number) {
  const { head, lines } = reader;
  const line = lines[index]!;
  if (reader.isTaken(line)) return;
  const from = sourceLabel.exec(line.text)?.[1];
  // With a line above it that is still open it is the credit of a picture.
  if (from && index > reader.headlineAt && !head.source?.name && reader.isTaken(lines[index - 1])) {
    head.source = { name: from, url: head.source?.url ?? null };
    const kept: [number, number][] = [[line.text.length - from.length, line.text.length]];
    reader.take(line, { rule: 'source', kept, after: `source ${from}`, why: 'A label names the publication.' });
    return;
  }
  if (showsCredit(line.text)) return;
  if (label.test(line.text)) {
    reader.take(line, { rule: 'label', after: '', why: 'A label stands alone above what it names.' });
    const next = lines[index + 1];
    if (!next || !/^(?:by|von|par|por|aut)/iu.test(line.text) || reader.isTaken(next) || wordCount(next.text) > 12)
      return;
    const byline = readByline(`By ${next.text}`, false);
    if (!byline) return;
    const spans = byline.spans.map(([start, end]): [number, number] => [start - 3, end - 3]);
    takeWith(reader, next, { ...byline, spans }, 'A name stands below the label that announces it.');
    return;
  }
  const byline = readByline(line.text, false);
  if (byline) {
    takeWith(reader, line, byline, 'The line opens with the word that announces a name.');
    return;
  }
  // "by harbourcat 6": the name of an account beside the date, and how many comments there are.
  const account = /^by ([a-z][\w.-]{3,24})(?: \d{1,4})?$/u.exec(line.text)?.[1];
  if (account && reader.dateWithin(index, -1, 1) && head.authors.length === 0) {
    const byline: Byline = { authors: [account], source: null, spans: [[3, 3 + account.length]], marked: true };
    takeWith(reader, line, byline, 'The line opens with the word that announces a name, beside the date.');
    return;
  }
  // "Par Le Figaro avec AFP", "Door onze redactie": right above the date the word alone is proof enough.
  const desk = desks.exec(line.text)?.[1];
  if (!desk || wordCount(desk) > 6 || /[.!?]$/.test(desk) || !reader.dateWithin(index, 1, 2) || head.authors.length > 0)
    return;
  const spans: [number, number][] = [[line.text.length - desk.length, line.text.length]];
  const why = 'The line opens with the word that announces a name, and the date follows.';
  takeWith(reader, line, { authors: [desk], source: null, spans, marked: true }, why);
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
  if (
    head.authors.length === 0 &&
    /\p{Ll}/u.test(line.text) &&
    isName(line.text) &&
    reader.told(line.number, 'byline') >= surely
  ) {
    const byline = readByline(line.text, true);
    if (byline && byline.authors.length > 0) {
      takeWith(reader, line, byline, 'A name stands alone where bylines do.');
      return;
    }
  }
  // A name and below it the post of who bears it, or the name once more, need no date beside them.
  if (isName(line.text) && next && head.authors.length === 0 && !isUsualSection(line.text)) {
    const byline = readByline(line.text, true);
    const [house = ''] = next.text.split(',');
    const posted = isRole(next.text) || (isOrganisation(house) && house !== next.text);
    if (byline && (posted || folded(next.text) === folded(line.text))) {
      takeWith(reader, line, byline, 'A name stands above the post of who bears it, or stands there twice.');
      return;
    }
  }
  if (!reader.dateWithin(index, -3, 3)) {
    if (!head.authors.some((author) => folded(author) === folded(line.text))) return;
  }
  if (head.authors.some((author) => folded(author) === folded(line.text))) {
    reader.take(line, { rule: 'byline', after: '', why: 'The line repeats the name of an author.' });
    return;
  }
  if (account.test(line.text)) {
    reader.take(line, { rule: 'byline', after: '', why: 'An account name stands beside the byline.' });
    return;
  }
  if (/^(?:source|via)\b/i.test(line.text) || creditAtEnd(line.text)?.proof === 'label') return;
  if ((/[.!?]$/.test(line.text) && !isName(line.text)) || wordCount(line.text) > 14 || pictureLabel.test(line.text))
    return;
  const above = reader.dateWithin(index, 1, 2);
  if (isOrganisation(line.text)) {
    if (!above) return;
  } else if (
    head.authors.length > 0 ||
    (isUsualSection(line.text) && !leadingName(line.text) && !namesHouse(line.text))
  )
    return;
  // Below the date only a plain name counts, or one with its post.
  else if (!above && !(reader.isTaken(lines[index - 1]) && (isName(line.text) || leadingName(line.text)))) return;
  const byline = readByline(line.text, true);
  if (byline) takeWith(reader, line, byline, 'A name stands alone beside the date.');
}
