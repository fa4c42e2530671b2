import type { DateLine } from '../dates/dates-in-line.ts';
import { emptyHead, type Head } from './head-facts.ts';
import type { HeadlineWeights } from './headline.ts';
import type { ToldLines } from '../lines/told-lines.ts';
import type { Line } from '../text/lines.ts';
import type { Certainty } from '../trace.ts';
import { panelAt } from '../posts/post-panel.ts';

/** What is said when a line is taken out of the body. */
export interface Take {
  rule: string;
  /** Parts of the line's text that went into fields, `[start, end)`; the rest is recorded as removed. */
  kept?: [number, number][];
  after: string;
  why: string;
  certainty?: Certainty;
}

/** A date line and where it stands. `line.text` holds two lines where a time stands below its day. */
export interface PlacedDateLine {
  line: Line;
  index: number;
  read: DateLine;
}

/** What is known of a page's lines before its head is read. */
export interface Page {
  told: ToldLines;
  frame: ReadonlyMap<number, string>;
  headlineWeights?: HeadlineWeights | undefined;
}

/** The lines of a head while they are read: what is known by now, and which lines are taken. */
export class HeadReader {
  readonly head: Head = emptyHead();
  readonly lines: readonly Line[];
  /** BCP 47. */
  readonly language: string;
  /** Where the headline stands among the lines; -1 where there is none. */
  headlineAt = -1;
  /** Where the article's own lines begin: above it are the menus of a whole page. */
  start = 0;
  /** Where the story has surely begun. */
  end = 0;
  dateLines: PlacedDateLine[] = [];
  /** Numbers of lines that belong to a post: its name is no byline, its day no date of the article. */
  readonly #posts: ReadonlySet<number>;
  /** Lines that speak of a time and name no full date, as indexes. */
  vague: number[] = [];

  /** How likely each line is of each kind. */
  readonly told: ToldLines;
  /** Numbers of lines that belong to the page's frame, and why. */
  readonly frame: ReadonlyMap<number, string>;

  readonly headlineWeights: HeadlineWeights | undefined;

  constructor(lines: readonly Line[], language: string, { told, frame, headlineWeights }: Page) {
    this.lines = lines;
    this.headlineWeights = headlineWeights;
    this.told = told;
    this.frame = frame;
    this.#posts = postLines(lines);
    this.language = language;
  }

  /** Takes a line out of the body. What of it is in no field is written down as removed. */
  take(line: Line, { rule, kept = [], after, why, certainty = 'likely' }: Take) {
    if (this.isTaken(line)) return;
    this.head.taken.add(line.number);
    const removed = leftOf(line.text, kept);
    this.head.steps.push({
      rule,
      lines: [line.number, line.end],
      before: line.text,
      after,
      certainty,
      why,
      ...(/[\p{L}\p{N}\p{M}\p{So}]/u.test(removed) ? { removed } : {}),
    });
  }

  isTaken(line: Line | undefined): boolean {
    return line !== undefined && (this.head.taken.has(line.number) || this.#posts.has(line.number));
  }

  /** Whether a line was read as a byline or a date. */
  isSigned(line: Line): boolean {
    return this.head.steps.some(
      ({ rule, lines }) => (rule === 'byline' || rule === 'date') && lines[0] === line.number,
    );
  }

  /** Whether a date or a time stands so many lines below (positive) or above (negative) a line, or at it. */
  dateWithin(index: number, from: number, to: number): boolean {
    const near = (at: number) => at - index >= from && at - index <= to && at > this.headlineAt - 2;
    return this.dateLines.some((date) => near(date.index)) || this.vague.some(near);
  }
}

function postLines(lines: readonly Line[]): Set<number> {
  const texts = lines.slice(0, 80).map(({ text }) => text);
  const found = texts.flatMap((_, index) => panelAt(texts, index) ?? []);
  return new Set(found.flatMap(({ from, to }) => lines.slice(from, to).map(({ number }) => number)));
}

/** All of a line's text. */
export function whole(line: Line): [number, number][] {
  return [[0, line.text.length]];
}

/**
 * What of a text is not kept. A word of which only a part is kept is left whole: "ByAnn" is neither "By" nor "Ann"; and
 * so is one that two parts share, as in "Ann LeeNovember 18, 2019".
 */
export function leftOf(text: string, kept: readonly [number, number][]): string {
  const isKept = new Array<boolean>(text.length).fill(false);
  for (const [start, end] of kept) isKept.fill(true, Math.max(0, start), end);
  const isCut = (from: number, to: number) => kept.some((ends) => ends.some((at) => at > from && at < to));
  const left: string[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const runs = [...word.matchAll(/[\p{L}\p{N}\p{M}\p{So}]+/gu)];
    const torn = runs.filter(({ 0: run, index: at }) => {
      const [from, to] = [index + at, index + at + run.length];
      return isCut(from, to) || !isKept.slice(from, to).every(Boolean);
    });
    if (torn.length === runs.length) left.push(word);
    else left.push(...torn.map(({ 0: run }) => run));
  }
  return left.join(' ');
}
