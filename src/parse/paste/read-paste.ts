import type { List, Paragraph, Root, RootContent } from 'mdast';
import { isFurniture } from './furniture.ts';
import { frameLines } from './page-lines.ts';
import { furtherReading } from './further-reading.ts';
import type { Head } from '../head/head-facts.ts';
import { literal } from '../text/literal.ts';
import { linesOf, type Line } from '../text/lines.ts';
import { tableFrom, tableOf } from './tab-table.ts';
import { joinTornCredits } from './torn-credits.ts';
import { joinWrapped } from './wrapped-lines.ts';
import { toldLines, type ToldLines } from '../lines/told-lines.ts';
import type { PasteWeights } from '../parsed-article.ts';
import { readHead } from '../head/read-head.ts';
import type { TraceStep } from '../trace.ts';

export interface Pasted {
  head: Head;
  root: Root;
  told: ToldLines;
  steps: TraceStep[];
}

const bullet = /^[•◦‣▪▸·*–-]\s+(?=\S)/u;

/**
 * Reads pasted text: what stands above the story into a head, the story into mdast, one paragraph for each line that
 * is not blank, in which every sign is literal.
 *
 * @param firstLine the number of the text's first line in its file
 * @param headline  the headline, where front matter states it
 * @param language  BCP 47
 * @param weights   other weights for what lines are than those in the house
 */
export function readPasted(
  text: string,
  firstLine: number,
  headline: string | null,
  language: string,
  weights?: PasteWeights,
): Pasted {
  const steps: TraceStep[] = [];
  const lines = joinTornCredits(joinWrapped(linesOf(text, firstLine), steps), steps);
  const told = toldLines(lines, language, weights?.lines);
  const frame = frameLines(lines, told);
  const head = readHead(lines, headline, language, { told, frame, headlineWeights: weights?.headline });
  const left = lines.filter((line) => !head.taken.has(line.number));
  const children: RootContent[] = [];
  const reading = new Map(furtherReading(left, isFurniture).map((found) => [found.from, found]));
  for (let index = 0; index < left.length; index++) {
    const line = left[index]!;
    const next = left[index + 1];
    const further = reading.get(index);
    const rows = further ? [] : tableFrom(left, index);
    if (rows.length > 0) {
      children.push(tableOf(rows));
      index += rows.length - 1;
    } else if (further) {
      const taken = left.slice(index, further.to + 1);
      const text = taken.map((each) => each.text).join('\n');
      steps.push({
        rule: 'further-reading',
        lines: [line.number, taken.at(-1)!.end],
        before: text,
        after: '',
        certainty: 'likely',
        why: further.why,
        removed: text,
      });
      index = further.to;
    } else if (next && isDropCap(line, next)) {
      children.push(joinDropCap(line, next, steps));
      index++;
    } else if (frame.has(line.number)) {
      steps.push({
        rule: 'furniture',
        lines: [line.number, line.end],
        before: line.text,
        after: '',
        certainty: 'likely',
        why: frame.get(line.number)!,
        removed: line.text,
      });
    } else {
      const items = bulletsFrom(left, index);
      if (items.length > 1 && !isDialogue(items)) children.push(list(items));
      else children.push(...items.map((item) => paragraph(item)));
      index += items.length - 1;
    }
  }
  return { head, root: { type: 'root', children }, told, steps };
}

/**
 * The lines from one on that follow one another, each behind a bullet; the line alone where it has none. Three items
 * and more behind points may be paragraphs, with a blank line between them all; a dash may open speech.
 */
function bulletsFrom(lines: readonly Line[], from: number): Line[] {
  const first = lines[from]!;
  const gap = lines[from + 1]?.gap ?? 0;
  if (!bullet.test(first.text) || gap > 1 || (gap === 1 && /^[–-]/u.test(first.text))) return [first];
  let to = from + 1;
  while (
    to < lines.length &&
    bullet.test(lines[to]!.text) &&
    lines[to]!.gap === gap &&
    (gap === 1 || isNext(lines, to))
  )
    to++;
  return gap === 1 && to - from < 3 ? [first] : lines.slice(from, to);
}

/** Whether no line stood between a line and the one before it, taken into the head or not. */
function isNext(lines: readonly Line[], at: number): boolean {
  return lines[at]!.number === lines[at - 1]!.end + 1;
}

/** Speech in the manner of half of Europe: a dash opens what is said, and stands before who says it too. */
function isDialogue(lines: readonly Line[]): boolean {
  if (!lines.every(({ text }) => /^[–-]/u.test(text))) return false;
  return lines.some(({ text }) => /[?!]$/u.test(text) || /[\p{L},.!?] [–-] \p{Ll}/u.test(text));
}

function place(line: Line, from = 0) {
  return {
    start: { line: line.number, column: line.indent + from + 1 },
    end: { line: line.end, column: line.indent + line.text.length + 1 },
  };
}

function paragraph(line: Line, from = 0): Paragraph {
  const position = place(line, from);
  return { type: 'paragraph', children: literal(line.text.slice(from), position), position };
}

/** Lines that follow one another, each behind a bullet. */
function list(items: readonly Line[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    position: { start: place(items[0]!).start, end: place(items.at(-1)!).end },
    children: items.map((line) => ({
      type: 'listItem',
      spread: false,
      position: place(line),
      children: [paragraph(line, bullet.exec(line.text)![0].length)],
    })),
  };
}

/** A page sets the first letter of a story apart: "T", and below it "urkey, Poland and three islands…". */
function isDropCap(line: Line, next: Line): boolean {
  return /^[“"‘']?\p{Lu}$/u.test(line.text) && /^\p{Ll}/u.test(next.text) && next.text.length > 40;
}

function joinDropCap(line: Line, next: Line, steps: TraceStep[]): Paragraph {
  const torn = /^\S+/.exec(next.text)![0];
  const position = { start: place(line).start, end: place(next).end };
  steps.push({
    rule: 'drop-cap',
    lines: [line.number, next.number],
    before: `${line.text}\n${torn}`,
    after: line.text + torn,
    certainty: 'likely',
    why: 'A capital letter stands alone, and the line below goes on in small letters.',
    removed: `${line.text} ${torn}`,
  });
  return { type: 'paragraph', children: literal(line.text + next.text, position), position };
}
