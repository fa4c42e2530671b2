import { folded, type Line } from '../text/lines.ts';
import { classOf, longest, lookOf, type Look } from './line-look.ts';
import { sharedClass, weightyWords } from './weighty-words.ts';

/**
 * The evidence for what each line of a pasted page is: its look, its neighbours, its place among the paragraphs, whether
 * it stands there twice, whether it speaks of what the paragraphs speak of, and what the recognisers of single lines
 * say. Most of it is the same in every language.
 */

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
  /** For each paragraph its longer words; null for what is none. */
  paragraphs: readonly (ReadonlySet<string> | null)[];
  /** How many lines of a look stand alone between paragraphs. */
  alone: ReadonlyMap<string, number>;
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
  const paragraphs = lines.map(({ text }, index) => (looks[index]!.isLong ? new Set(weightyWords(text)) : null));
  const story = new Set(paragraphs.flatMap((words) => [...(words ?? [])]));
  const spaced = long.filter(({ gap }) => gap > 0).length * 2 > long.length;
  const isSigned = ({ marks }: Look) => marks.includes('date') || marks.includes('byline');
  const signed = looks.flatMap((look, index) => (isSigned(look) ? [index] : []));
  const alone = new Map<string, number>();
  for (const index of lines.keys()) {
    const kind = aloneAs(looks, lines, index);
    if (kind !== null) alone.set(kind, (alone.get(kind) ?? 0) + 1);
  }
  const all: Surroundings = { looks, lines, keys, repeats, story, paragraphs, alone, spaced, signed };
  const { since, until, first, last } = distances(looks);
  const runs = shortRuns(looks);
  return lines.map((_, index) => {
    const zone = zoneOf(index, first, last);
    return [
      ...ownEvidence(all, index, zone),
      ...besideEvidence(all, index),
      ...topicEvidence(all, index, zone),
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
  const shared = words > longest ? 'long' : sharedClass(weightyWords(lines[index]!.text), story);
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

/** A short line with a paragraph above it and one below: its end and the blank lines around it; null for others. */
function aloneAs(looks: readonly Look[], lines: readonly Line[], index: number): string | null {
  const own = looks[index]!;
  if (own.isLong || own.words > 20 || !looks[index - 1]?.isLong || !looks[index + 1]?.isLong) return null;
  const end = own.end === 'stop' || own.end === 'comma' ? own.end : 'open';
  return `${end}, ${blank(lines[index]!.gap)} above ${blank(lines[index + 1]!.gap)} below`;
}

/** Whether a short line speaks of what the paragraphs beside it do, and whether others stand in the story as it does. */
function topicEvidence({ looks, lines, paragraphs, alone }: Surroundings, index: number, zone: string): string[] {
  const { words, isLong, size } = looks[index]!;
  if (isLong || words === 0 || words > 25) return [];
  const own = weightyWords(lines[index]!.text);
  const found: string[] = [];
  const beside = (step: number) => paragraphs[index + step] ?? paragraphs[index + 2 * step];
  for (const [step, side] of [
    [1, 'below'],
    [-1, 'above'],
  ] as const) {
    const paragraph = beside(step);
    if (!paragraph) continue;
    const shared = sharedClass(own, paragraph);
    found.push(`shares ${shared} with ${side}`, `${zone}, size ${size}, shares ${shared} with ${side}`);
  }
  const kind = aloneAs(looks, lines, index);
  if (kind !== null) {
    const others = alone.get(kind)! - 1;
    found.push(`alone, ${kind}`, `alone with ${others > 2 ? 'many' : others} others`);
  }
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
