import type { RootContent } from 'mdast';
import { isRecognised } from '../article/blocks/registry.ts';
import { nodeText } from '../parse/text/left-over.ts';
import type { Certainty, TraceStep } from '../parse/trace.ts';
import type { LineKind } from './draft.ts';
import type { Sheet } from './sheet.ts';

/** What a line was told to be, and why. */
export interface LineMark {
  kind: LineKind;
  /** The evidence, a sentence; empty where nothing had to be decided. */
  why: string;
  certainty: Certainty | 'told' | null;
  /** Number of the block that it is a part of, counted from 0; null for a line that is in none. */
  block: number | null;
}

/** What the rules of the head and of the paste read, by their names in the trace. */
const ofRule: Readonly<Record<string, LineKind>> = {
  headline: 'headline',
  'doubled-headline': 'headline',
  'above-headline': 'left-out',
  standfirst: 'standfirst',
  'doubled-standfirst': 'standfirst',
  date: 'date',
  byline: 'byline',
  section: 'section',
  source: 'source',
};

/** A mark for each line of a sheet. */
export function marksOf({ parsed, lines }: Sheet): LineMark[] {
  const marks = lines.map((text): LineMark => {
    const isBlank = text.trim() === '';
    return { kind: isBlank ? 'blank' : 'prose', why: '', certainty: null, block: null };
  });
  const covered = new Set<number>();
  const tell = ([from, to]: readonly [number, number], what: Partial<LineMark>) => {
    for (let line = from; line <= to; line++) {
      const mark = marks[line - 1];
      if (mark && mark.kind !== 'blank') Object.assign(mark, what);
    }
  };
  const opening = frontMatterEnd(lines);
  if (opening > 0) tell([1, opening], { kind: 'facts' });
  parsed.root.children.forEach((node, block) => {
    if (!node.position) return;
    const { start, end } = node.position;
    for (let line = start.line; line <= end.line; line++) {
      covered.add(line);
      tell([line, line], { kind: kindIn(node, lines[line - 1] ?? ''), block });
    }
  });
  for (const step of parsed.trace) tell(step.lines, told(step, covered));
  return marks;
}

function told({ rule, lines, why, certainty, removed }: TraceStep, covered: ReadonlySet<number>): Partial<LineMark> {
  const isCovered = covered.has(lines[0]);
  const kind = isCovered ? undefined : (ofRule[rule] ?? (removed === undefined ? undefined : 'left-out'));
  return { why, certainty, ...(kind !== undefined && { kind, block: null }) };
}

/** What a line is in the node that it stands in. */
function kindIn(node: RootContent, line: string): LineKind {
  if (node.type === 'heading') return 'heading';
  if (node.type === 'blockquote') return 'quote';
  if (!isRecognised(node)) return 'prose';
  switch (node.type) {
    case 'tweet':
    case 'post':
      return 'post';
    case 'figure': {
      const caption = folded(node.children.map(nodeText).join(''));
      const own = folded(line);
      const isCredit = caption !== '' && !caption.includes(own.slice(0, 40)) && !own.includes(caption.slice(0, 40));
      return isCredit && node.credit.some((name) => own.includes(folded(name))) ? 'credit' : 'caption';
    }
    case 'notice':
      return 'notice';
    case 'quote':
      return 'quote';
    case 'video':
    case 'audio':
      return 'media';
    default:
      return 'prose';
  }
}

const folded = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The last line of the front matter at the top, 0 without any. */
function frontMatterEnd(lines: readonly string[]): number {
  const fence = /^(?:---|\+\+\+)\s*$/;
  if (!fence.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  return end + 1;
}
