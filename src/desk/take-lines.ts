import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isRecognised } from '../article/blocks/registry.ts';
import type { FigureImage } from '../article/blocks/figure.ts';
import { hasMarks } from '../parse/markdown/is-markdown.ts';
import { readWhole } from '../parse/markdown/read-markdown.ts';
import { literal } from '../parse/text/literal.ts';

/** What stood in some lines: words, pictures, or blocks that are more than a paragraph, such as a list. */
export interface Taken {
  line: number;
  words: PhrasingContent[];
  images: FigureImage[];
  blocks: BlockContent[];
}

/**
 * Takes lines out of a tree.
 *
 * @param lines the lines of the sheet, `lines[0]` is line 1
 * @returns the tree without them, what they held, and the place in the tree where they stood
 */
export function takeLines(
  children: readonly RootContent[],
  [from, to]: readonly [number, number],
  lines: readonly string[],
): { rest: RootContent[]; taken: Taken[]; at: number } {
  const rest: RootContent[] = [];
  const taken: Taken[] = [];
  let at: number | null = null;
  for (const node of children) {
    const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } };
    if (end.line < from || start.line > to) {
      if (start.line > to) at ??= rest.length;
      rest.push(node);
      continue;
    }
    const { before, inside, after } = parted(node, from, to, lines);
    if (before) rest.push(before);
    at = rest.length;
    taken.push(...inside);
    if (after) rest.push(after);
  }
  const held = new Set(taken.map(({ line }) => line));
  for (let line = from; line <= to; line++) {
    const text = lines[line - 1]?.trim() ?? '';
    if (text !== '' && taken.length === 0 && !held.has(line)) taken.push(plain(line, text));
  }
  return { rest, taken: taken.sort((a, b) => a.line - b.line), at: at ?? rest.length };
}

const plain = (line: number, text: string): Taken => ({ line, words: wordsFrom(text, line), images: [], blocks: [] });

/** The words of a line as a reading would have them: addresses are links, and so are the marks of Markdown what they are. */
export function wordsFrom(text: string, line: number): PhrasingContent[] {
  if (hasMarks(text)) {
    const [first] = readWhole(text).children;
    if (first?.type === 'paragraph' || first?.type === 'heading') return first.children;
  }
  return literal(text, { start: { line, column: 1 }, end: { line, column: text.length + 1 } });
}

interface Parted {
  before: RootContent | null;
  inside: Taken[];
  after: RootContent | null;
}

/** A node cut into what stands above, in and below some lines. */
function parted(node: RootContent, from: number, to: number, lines: readonly string[]): Parted {
  const { start, end } = node.position!;
  if (node.type === 'paragraph') {
    return {
      before: paragraphOf(node, start.line, from - 1),
      inside: wordsByLine(node, Math.max(from, start.line), Math.min(to, end.line)),
      after: paragraphOf(node, to + 1, end.line),
    };
  }
  if (isRecognised(node) && (node.type === 'tweet' || node.type === 'post') && (start.line < from || end.line > to)) {
    const isIn = ({ position }: BlockContent) => position !== undefined && position.start.line >= from && position.start.line <= to; // prettier-ignore
    const inside = node.children.filter(isIn);
    const others = node.children.filter((child) => !isIn(child));
    if (inside.length > 0 && others.length > 0) {
      const first = Math.min(...others.map(({ position }) => position?.start.line ?? end.line));
      const left = { ...node, children: others, position: { start: { line: first, column: 1 }, end } } as RootContent;
      return { before: null, inside: inside.flatMap(contentOf), after: left };
    }
  }
  return { before: null, inside: wholeOf(node, lines), after: null };
}

function wholeOf(node: RootContent, lines: readonly string[]): Taken[] {
  const { start, end } = node.position!;
  const raw = lines.slice(start.line - 1, end.line);
  const images = node.type === 'figure' ? node.images : [];
  // As it was typed: a reading may have parted names from captions, and taken out what stood twice.
  if (isRecognised(node) && images.length === 0 && !raw.some((line) => hasMarks(line)))
    return raw.flatMap((text, index) => (text.trim() === '' ? [] : [plain(start.line + index, text.trim())]));
  if (node.type === 'figure')
    return [{ line: start.line, words: [...node.children, ...creditWords(node.credit)], images, blocks: [] }];
  if (node.type === 'heading') return [{ line: start.line, words: node.children, images: [], blocks: [] }];
  if (isRecognised(node) && 'children' in node) return (node.children as BlockContent[]).flatMap(contentOf);
  if (node.type === 'blockquote') return (node.children as BlockContent[]).flatMap(contentOf);
  return [{ line: start.line, words: [], images: [], blocks: [node as BlockContent] }];
}

const creditWords = (credit: readonly string[]): PhrasingContent[] =>
  credit.length === 0 ? [] : [{ type: 'text', value: ` ${credit.join(' / ')}` }];

function contentOf(block: BlockContent): Taken[] {
  const line = block.position?.start.line ?? 1;
  if (block.type === 'paragraph' || block.type === 'heading')
    return [{ line, words: block.children, images: [], blocks: [] }];
  return [{ line, words: [], images: [], blocks: [block] }];
}

/** The part of a paragraph that stands in some lines. */
function paragraphOf(node: Paragraph, from: number, to: number): Paragraph | null {
  if (to < from) return null;
  const children = wordsByLine(node, from, to).flatMap(({ words }, index): PhrasingContent[] =>
    index === 0 ? words : [{ type: 'text', value: '\n' }, ...words],
  );
  if (children.length === 0) return null;
  return { ...node, children, position: { start: { line: from, column: 1 }, end: { line: to, column: 1 } } };
}

/** The words of a paragraph, line by line. */
function wordsByLine({ children, position }: Paragraph, from: number, to: number): Taken[] {
  const byLine = new Map<number, PhrasingContent[]>();
  let line = position!.start.line;
  const put = (word: PhrasingContent) => void byLine.set(line, [...(byLine.get(line) ?? []), word]);
  for (const child of children) {
    line = Math.max(line, child.position?.start.line ?? line);
    if (child.type === 'break') continue;
    if (child.type !== 'text') {
      put(child);
      line = child.position?.end.line ?? line;
      continue;
    }
    child.value.split('\n').forEach((text, index) => {
      if (index > 0) line += 1;
      if (text.trim() !== '') put({ ...child, value: text });
    });
  }
  return [...byLine]
    .filter(([at]) => at >= from && at <= to)
    .map(([at, words]) => ({ line: at, words, images: [], blocks: [] }));
}
