import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Parsed, ParseOptions } from '../parse/parsed-article.ts';
import { nodeText } from '../parse/text/left-over.ts';
import { SourceError } from '../source/error.ts';
import type { Rule } from '../source/rule.ts';
import type { Mend, Part } from './draft.ts';
import type { Taken } from './take-lines.ts';

/** An article in the making, while lines of it are told to be something else. */
export interface Work {
  parsed: Parsed;
  children: RootContent[];
  readonly lines: readonly string[];
  readonly options: ParseOptions;
  readonly path: string;
}

/** What a reading had taken out of these lines is in the article again. */
export function giveBack(work: Work, [from, to]: Mend['lines']): void {
  const touches = ({ lines }: { lines: readonly [number, number] }) => lines[0] <= to && lines[1] >= from;
  const mine = work.lines.slice(from - 1, to).map((line) => line.trim()).filter(Boolean); // prettier-ignore
  work.parsed.repairs = work.parsed.repairs.flatMap((repair) => {
    if (!touches(repair)) return [repair];
    if (repair.lines[0] >= from && repair.lines[1] <= to) return [];
    const removed = mine.reduce((text, line) => text.replace(line, ''), repair.removed).replace(/\n{2,}/g, '\n').trim(); // prettier-ignore
    return removed === '' ? [] : [{ ...repair, removed }];
  });
  work.parsed.trace = work.parsed.trace.filter((step) => !touches(step));
}

/** Lines are no part of the article: their words go to the repairs. */
export function leaveOut(work: Work, [from, to]: Mend['lines'], text: string): void {
  const lines: [number, number] = [from, to];
  const repairs = [...work.parsed.repairs, { rule: 'left-out', lines, removed: text }];
  work.parsed.repairs = repairs.sort((a, b) => a.lines[0] - b.lines[0]);
  const why = 'It was told to be no part of the article.';
  work.parsed.trace = [
    ...work.parsed.trace,
    { rule: 'left-out', lines, before: text, after: '', certainty: 'certain', why, removed: text },
  ];
}

/** Writes down what a person told. */
export function note(work: Work, [from, to]: Mend['lines'], as: Part): void {
  if (as === 'left-out') return;
  const before = work.lines.slice(from - 1, to).join('\n');
  work.parsed.trace = [
    ...work.parsed.trace,
    { rule: `told-${as}`, lines: [from, to], before, after: as, certainty: 'certain', why: 'It was told by hand.' },
  ];
}

export const wordsOf = ({ words, blocks }: Taken): string => [...words, ...blocks].map(nodeText).join('');

/** What stood in several lines as the words of one. */
export function joined(taken: readonly Taken[]): PhrasingContent[] {
  return taken.flatMap(({ words, blocks }, index): PhrasingContent[] => {
    const own: PhrasingContent[] =
      blocks.length === 0 ? words : [{ type: 'text', value: blocks.map(nodeText).join(' ') }];
    return index === 0 ? own : [{ type: 'text', value: ' ' }, ...own];
  });
}

/** What stood in some lines as blocks, a paragraph for each line. */
export function blocksOf(taken: readonly Taken[]): BlockContent[] {
  return taken.flatMap(({ words, images, blocks, line }): BlockContent[] => {
    const pictures = images.map(({ src, alt }): PhrasingContent => ({ type: 'image', url: src, alt }));
    const own = [...pictures, ...words];
    return [...(own.length > 0 ? [paragraph(own, line)] : []), ...blocks];
  });
}

export const placeOf = (line: number) => spanning(line, line);
export const paragraph = (children: PhrasingContent[], line: number): Paragraph => ({ type: 'paragraph', children, position: placeOf(line) }); // prettier-ignore

export const spanning = (from: number, to: number) => ({
  start: { line: from, column: 1 },
  end: { line: to, column: 1 },
});

export function warn(work: Work, line: number, rule: Rule, message: string, hint: string): void {
  const warning = new SourceError({ path: work.path, line, column: 1, rule, message, hint, severity: 'warning' });
  work.parsed.warnings = [...work.parsed.warnings, warning];
}
