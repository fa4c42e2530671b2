import { blockTypes, countedAs, type Block } from '../article/blocks/registry.ts';
import type { Repair } from '../parse/parsed-article.ts';
import type { TraceStep } from '../parse/trace.ts';
import { cut, cutStart } from '../source/cut.ts';

/** What the trace of an article is told from. */
export interface Explained {
  path: string;
  form: 'markdown' | 'pasted' | 'page';
  trace: readonly TraceStep[];
  repairs: readonly Repair[];
  blocks: readonly Block[];
}

const sureness = { certain: 'certain', likely: 'likely', guess: 'a guess' } as const;
/** Longer passages are cut in the middle: their beginning and end tell which they are. */
const widest = 240;

function shortened(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ').trim();
  return line.length <= widest ? line : `${cut(line, widest - 60)} … ${cutStart(line, 50)}`;
}

/** With a capital and a full stop. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replace(/[^.!?]$/, '$&.');

const lines = ([from, to]: readonly [number, number]) => (from === to ? `line ${from}` : `lines ${from}–${to}`);

/**
 * What was done to a file, step by step in the order of its lines, as a text for a person: what stood there, what it
 * became, how sure that was and why, and which words are in the repairs alone.
 */
export function explain({ path, form, trace, repairs, blocks }: Explained): string {
  const steps = [...trace].sort((a, b) => a.lines[0] - b.lines[0]);
  const told = steps.map(({ rule, lines: place, before, after, certainty, why, removed }) =>
    [
      `${lines(place)}  ${rule} (${sureness[certainty]})`,
      `  before   ${shortened(before)}`,
      `  after    ${shortened(after) || '(taken out)'}`,
      ...(removed ? [`  removed  ${shortened(removed)}`] : []),
      `  why      ${sentence(why)}`,
    ].join('\n'),
  );
  // Repairs that an import kept in front matter, and those of links and markup, are no steps of this reading.
  const others = repairs.filter(
    (repair) => !trace.some(({ rule, removed }) => rule === repair.rule && removed === repair.removed),
  );
  const kept = others.map(
    ({ rule, lines: place, removed }) => `${lines(place)}  ${rule}\n  removed  ${shortened(removed)}`,
  );
  return [
    `${path}, ${{ pasted: 'pasted text', markdown: 'Markdown', page: 'saved page' }[form]}: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`,
    ...(told.length > 0 ? told : ['Nothing was changed: the file says all of it.']),
    ...(kept.length > 0 ? ['Other repairs', ...kept] : []),
    `The article has ${counted(blocks)}.`,
  ].join('\n\n');
}

/** "12 passages, 1 tweet, 2 figures and 1 notice". */
export function counted(blocks: readonly Pick<Block, 'type'>[]): string {
  const parts = blockTypes.flatMap((type) => {
    const count = blocks.filter((block) => block.type === type).length;
    return count === 0 ? [] : [`${count} ${countedAs(type)}${count === 1 ? '' : 's'}`];
  });
  if (parts.length === 0) return 'no text';
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}
