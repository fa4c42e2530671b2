import { markerLine, openingMarker } from '../figures/caption-marker.ts';
import { readByline } from '../head/byline.ts';
import { showsCredit } from '../head/line-marks.ts';
import { isUsualSection } from '../head/section.ts';
import { isVagueDate, readDateLine } from '../dates/dates-in-line.ts';
import { opensList } from '../paste/further-reading.ts';
import { isFurniture } from '../paste/furniture.ts';
import { folded, wordCount, type Line } from '../text/lines.ts';
import { isPlainLatin } from '../text/plain-latin.ts';
import { isName, isOrganisation, isRole } from '../text/names.ts';

/**
 * The evidence for what each line of a pasted page is: its look, its neighbours, its place among the paragraphs, whether
 * it stands there twice, whether it speaks of what the paragraphs speak of, and what the recognisers of single lines
 * say. Most of it is the same in every language.
 */

/** A line's own look. */
interface Look {
  words: number;
  /** Class of its length in words. */
  size: string;
  /** Class of its last sign. */
  end: string;
  /** Class of its first sign. */
  start: string;
  /** A paragraph of a story, as its length and end say. */
  isLong: boolean;
  marks: string[];
}

/** Words from which on a line is looked at no closer. */
const longest = 60;
const bounds = [0, 1, 2, 4, 7, 11, 17, 25, 40];

/** The class of a number among rising bounds. */
function classOf(value: number, limits: readonly number[]): string {
  const at = limits.findIndex((limit) => value <= limit);
  return at < 0 ? 'more' : String(limits[at]);
}

const ends: readonly (readonly [RegExp, string])[] = [
  [/[.。।۔]["”’»)\]」』]*$/u, 'stop'],
  [/[!?！？؟]["”’»)\]」』]*$/u, 'question'],
  [/[:：]$/u, 'colon'],
  [/[,;，、；،]$/u, 'comma'],
  [/(?:…|\.\.\.)$/u, 'dots'],
  [/["”’»」』]$/u, 'quote'],
  [/[)\]）】]$/u, 'bracket'],
  [/\d$/u, 'digit'],
  [/[\p{L}\p{M}]$/u, 'letter'],
];

const starts: readonly (readonly [RegExp, string])[] = [
  [/^\p{Lu}/u, 'capital'],
  [/^\p{Ll}/u, 'small'],
  [/^\p{Lo}/u, 'other'],
  [/^\d{1,2}[.)]\s/u, 'number'],
  [/^\d/u, 'digit'],
  [/^["“«„「『‘']/u, 'quote'],
  [/^[•◦‣▪▸·*–—-]/u, 'bullet'],
  [/^[([（【]/u, 'bracket'],
];

const classIn = (table: readonly (readonly [RegExp, string])[], text: string): string =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? 'sign';

const latinOrSo = /\p{Lu}|\p{Ll}/u;
const opensCapital = /^\P{L}*\p{Lu}/u;

/** Marks of its letters and signs, whatever they say. */
function signsIn(text: string, words: number): string[] {
  const found: string[] = [];
  const add = (holds: boolean, mark: string) => void (holds && found.push(mark));
  const tokens = text.split(/\s+/u);
  const cased = tokens.filter((token) => latinOrSo.test(token));
  if (cased.length > 0 && words > 0) {
    const capital = cased.filter((token) => opensCapital.test(token)).length / cased.length;
    add(capital === 1 && words > 1, 'title case');
    add(capital > 0.6 && capital < 1 && words > 3, 'many capitals');
    add(!/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text), 'all capitals');
  }
  add(/\p{Ll}\p{Lu}/u.test(text), 'glued words');
  add(/(?<!\d)(?:19|20)\d\d(?!\d)/.test(text), 'a year');
  add(/(?<!\d)\d{1,2}:\d\d(?!\d)/.test(text), 'a clock');
  add(/\d/.test(text) && words <= 4, 'few words with digits');
  add(/@\w/.test(text), 'a handle');
  add(/https?:|www\.|\.com\b/i.test(text), 'an address');
  add(/[|·•›»]/u.test(text.slice(1)), 'a bar');
  add(/\p{L}\s?\/\s?\p{L}/u.test(text), 'a slash');
  add(/[©ⓒ®]/u.test(text), 'copyright');
  add(/^["“«„「].*["”»“」]$/su.test(text), 'in quotation marks');
  add(/^[([（【].*[)\]）】]\.?$/su.test(text), 'in brackets');
  add(/[([（][^()]{3,60}[)\]）]$/u.test(text), 'a bracket at the end');
  add(/\?$|？$/u.test(text), 'a question');
  add(/:\s/u.test(text) && words <= 14, 'a colon inside');
  add(/[.!?。]["”»]?\s+\p{Lu}/u.test(text) || (text.match(/。/g)?.length ?? 0) > 1, 'more sentences');
  add(/^\p{Lu}[\p{L} .'’-]{1,30}:\s/u.test(text), 'a label');
  add(/["“«„][^"”»]{3,}["”»“]/u.test(text), 'a quotation inside');
  return found;
}

/** What the recognisers of single lines say of it. Only short lines are asked: no paragraph is any of these. */
function saidOf(text: string, words: number, language: string): string[] {
  if (words > 40 || text.length > 300) return [];
  const found: string[] = [];
  const add = (holds: boolean, mark: string) => void (holds && found.push(mark));
  add(showsCredit(text), 'credit');
  if (words > 25) return found;
  add(isFurniture(text), 'labels of buttons');
  add(opensList(text), 'opens a list');
  add(readByline(text, false) !== null, 'byline');
  add(/\d/.test(text) && readDateLine(text, language) !== null, 'date');
  add(isVagueDate(text), 'vague date');
  add(markerLine(text) !== null, 'marks a picture');
  add(openingMarker(text) !== null, 'opens a caption');
  if (words > 8) return found;
  add(isName(text), 'name');
  add(isRole(text), 'role');
  add(isOrganisation(text), 'organisation');
  add(isUsualSection(text), 'section');
  return found;
}

function lookOf(text: string, language: string): Look {
  const words = wordCount(text);
  const end = classIn(ends, text.slice(-6));
  return {
    words,
    size: classOf(words, bounds),
    end,
    start: classIn(starts, text.slice(0, 5)),
    isLong: words >= 40 || (words >= 22 && (end === 'stop' || end === 'quote' || end === 'question')),
    // What is longer is a paragraph, and its signs say nothing more.
    marks: words > longest ? [] : [...signsIn(text, words), ...saidOf(text, words, language)],
  };
}

const wordOfWeight = /[\p{L}\p{N}]{5,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/gu;

const latinOfWeight = /[a-z0-9à-ɏ]{5,}/g;

const weightyWords = (text: string): string[] =>
  text.toLowerCase().match(isPlainLatin(text) ? latinOfWeight : wordOfWeight) ?? [];

/** How much of a line's longer words the paragraphs have too. */
function sharedClass(text: string, story: ReadonlySet<string>): string {
  const words = weightyWords(text);
  if (words.length === 0) return 'none';
  const share = words.filter((word) => story.has(word)).length / words.length;
  return share === 0 ? '0' : share < 0.34 ? 'few' : share < 0.67 ? 'half' : 'most';
}

const never = 1000;

/** Lines since the last and until the next paragraph, counted from each line. */
function distances(looks: readonly Look[]): { since: number[]; until: number[]; first: number; last: number } {
  const since: number[] = [];
  const until: number[] = [];
  let count = never;
  for (const [index, { isLong }] of looks.entries()) {
    since[index] = count;
    count = isLong ? 1 : count + 1;
  }
  count = never;
  for (let index = looks.length - 1; index >= 0; index--) {
    until[index] = count;
    count = looks[index]!.isLong ? 1 : count + 1;
  }
  const first = looks.findIndex(({ isLong }) => isLong);
  return { since, until, first: first < 0 ? looks.length : first, last: looks.findLastIndex(({ isLong }) => isLong) };
}

/** Where a line stands among all: above the first paragraph, between them, below the last. */
function zoneOf(index: number, first: number, last: number): string {
  return index < first ? 'above' : index > last ? 'below' : 'between';
}

/** What is known of the text as a whole. */
interface Surroundings {
  looks: readonly Look[];
  lines: readonly Line[];
  keys: readonly string[];
  repeats: ReadonlyMap<string, number>;
  story: ReadonlySet<string>;
  spaced: boolean;
  /** Indexes of lines that are dates or bylines. */
  signed: readonly number[];
}

const blank = (gap: number): string => (gap > 2 ? '3' : String(gap));

/** The evidence for each line, as names of pieces that the weights have. */
export function lineEvidence(lines: readonly Line[], language: string): string[][] {
  const looks = lines.map(({ text }) => lookOf(text, language));
  const keys = lines.map(({ text }) => (text.length > 300 ? '' : folded(text)));
  const repeats = new Map<string, number>();
  for (const key of keys) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  const long = lines.filter((_, index) => looks[index]!.isLong);
  const story = new Set(long.flatMap(({ text }) => weightyWords(text)));
  const spaced = long.filter(({ gap }) => gap > 0).length * 2 > long.length;
  const isSigned = ({ marks }: Look) => marks.includes('date') || marks.includes('byline');
  const signed = looks.flatMap((look, index) => (isSigned(look) ? [index] : []));
  const all: Surroundings = { looks, lines, keys, repeats, story, spaced, signed };
  const { since, until, first, last } = distances(looks);
  const runs = shortRuns(looks);
  return lines.map((_, index) => {
    const zone = zoneOf(index, first, last);
    return [
      ...ownEvidence(all, index, zone),
      ...besideEvidence(all, index),
      `since ${classOf(since[index]!, [1, 2, 3, 6, 12, never - 1])}`,
      `until ${classOf(until[index]!, [1, 2, 3, 6, 12, never - 1])}`,
      `run ${classOf(runs[index]!, [1, 2, 3, 6, 12, 30])}`,
      `${zone}, since ${classOf(since[index]!, [1, 2, 4, 10])}, until ${classOf(until[index]!, [1, 2, 4, 10])}`,
    ];
  });
}

function ownEvidence(
  { looks, lines, keys, repeats, story, spaced, signed }: Surroundings,
  index: number,
  zone: string,
) {
  const { size, end, start, marks, words } = looks[index]!;
  const above = lines[index]!.gap;
  const below = lines[index + 1]?.gap ?? 3;
  const gaps = spaced ? `${blank(above)} above ${blank(below)} below` : 'close lines';
  const shared = words > longest ? 'long' : sharedClass(lines[index]!.text, story);
  const found = [
    'a line',
    `size ${size}`,
    `end ${end}`,
    `start ${start}`,
    `size ${size}, end ${end}`,
    `${zone}, size ${size}`,
    `${zone}, end ${end}`,
    `gaps ${gaps}`,
    `gaps ${gaps}, end ${end}`,
    `${zone}, gaps ${gaps}`,
    `shares ${shared}`,
    `shares ${shared}, size ${size}`,
    ...marks,
    ...marks.map((mark) => `${zone}, ${mark}`),
  ];
  if (words > 0 && (repeats.get(keys[index]!) ?? 0) > 1 && keys[index] !== '')
    found.push('twice', `twice, size ${size}`);
  const [before, after] = [signed.findLast((at) => at < index), signed.find((at) => at > index)];
  if (before !== undefined) found.push(`${zone}, signed ${classOf(index - before, [1, 2, 4, 8])} above`);
  if (after !== undefined) found.push(`${zone}, signed ${classOf(after - index, [1, 2, 4, 8])} below`);
  if (index < 8) found.push(`place ${index}`);
  if (lines.length - index <= 4) found.push('at the end');
  return found;
}

function besideEvidence({ looks, lines }: Surroundings, index: number): string[] {
  const found: string[] = [];
  for (const step of [-2, -1, 1, 2]) {
    const look = looks[index + step];
    if (!look) {
      found.push(`${step}: nothing`);
      continue;
    }
    found.push(`${step}: size ${look.size}`);
    if (Math.abs(step) > 1) continue;
    found.push(`${step}: end ${look.end}`, `${step}: start ${look.start}`);
    for (const mark of look.marks) found.push(`${step}: ${mark}`);
  }
  const own = looks[index]!;
  const [above, below] = [looks[index - 1], looks[index + 1]];
  // Items of a list are alike: as long, with the same end, as far from one another.
  const alike = (other: Look | undefined, gap: number | undefined, step: string) => {
    if (!other) return;
    const same = other.end === own.end && Math.abs(other.words - own.words) <= 3 + own.words * 0.4;
    if (same) found.push(`alike ${step}`, `alike ${step}, gap ${blank(gap ?? 3)}`, `alike ${step}, end ${own.end}`);
    if (other.start === own.start && /bullet|number|quote/.test(own.start)) found.push(`same start ${step}`);
  };
  const among = `${above?.isLong ? 'long' : 'short'} above, ${below?.isLong ? 'long' : 'short'} below`;
  const gap = Math.min(lines[index]!.gap, 2);
  found.push(among, `${among}, size ${own.size}`, `${among}, end ${own.end}`, `${among}, gap ${gap}`);
  alike(above, lines[index]!.gap, 'above');
  alike(below, lines[index + 1]?.gap, 'below');
  return found;
}

/** How many short lines stand in one row, for each line of the row; 0 for a paragraph. */
function shortRuns(looks: readonly Look[]): number[] {
  const runs = new Array<number>(looks.length).fill(0);
  let from = 0;
  for (let index = 0; index <= looks.length; index++) {
    if (index < looks.length && !looks[index]!.isLong) continue;
    runs.fill(index - from, from, index);
    from = index + 1;
  }
  return runs;
}
