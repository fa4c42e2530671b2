import type { Paragraph, RootContent } from 'mdast';

/** A run of lines of a Markdown text, without the blank lines around it. Lines count from 0. */
interface Chunk {
  from: number;
  to: number;
  plain: boolean;
}

/**
 * What reaches over blank lines or over the whole text: fences, HTML blocks, indented directives, definitions; and
 * lines of spaces, which may belong to indented code.
 */
const reaching = /^ {0,3}(?:```|~~~|<)|^ {1,3}:::|^[ \t]+$|^[ \t>*+\-\d.)]*\[[^\]\n]*\]:/m;
/**
 * A line that can be nothing but words, whatever stands around it: it opens with a letter, a quotation mark, or a number
 * that no list is numbered with, and has no mark of Markdown. `#`, `>` and `&` mean something in certain places alone.
 */
const plainLine = /^(?:\p{L}|[“”"‘’'(«¿¡—–…$£€]|\d+(?![\d.)]))(?:[^\\*_`[\]<&~|\t]|&(?= ))*$/u;
/** Addresses become links by themselves; a space at a line's end may be a line break. */
const address = /:\/\/|www\.|[\w.+-]@| $/i;

/**
 * Reads a Markdown text in which most paragraphs are nothing but words, as those of newspapers are, without handing
 * them to the parser: a chunk between blank lines whose every line is plain is a paragraph in CommonMark, whatever
 * stands around it. Every other run of chunks goes to the parser. Null where something in the text reaches over blank
 * lines, so that it must be read as a whole. The tree is the one that the parser would give (there is a test of that).
 *
 * @param text  the text, already moved down to its place in the file
 * @param parse the parser, for a part of the text; its positions are moved to where the part stands
 */
export function readPlainly(text: string, parse: (part: string) => RootContent[]): RootContent[] | null {
  if (reaching.test(text)) return null;
  const lines = text.split('\n');
  const chunks = chunksOf(lines);
  if (!chunks?.some(({ plain }) => plain)) return null;
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const nodes: RootContent[] = [];
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index]!;
    if (chunk.plain) nodes.push(paragraph(lines, chunk, starts[chunk.from]!));
    else {
      let last = index;
      while (chunks[last + 1]?.plain === false) last++;
      const to = chunks[last]!.to;
      for (const node of parse(lines.slice(chunk.from, to + 1).join('\n'))) {
        shift(node, starts[chunk.from]!, chunk.from);
        nodes.push(node);
      }
      index = last;
    }
  }
  return nodes;
}

/** The chunks between blank lines; a directive's block is one, whatever is in it. Null where one is never closed. */
function chunksOf(lines: readonly string[]): Chunk[] | null {
  const chunks: Chunk[] = [];
  let chunk: Chunk | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line === '') {
      chunk = null;
      continue;
    }
    if (!chunk) chunks.push((chunk = { from: index, to: index, plain: true }));
    const fence = /^:{3,}/.exec(line)?.[0];
    if (fence) {
      const closing = new RegExp(`^:{${fence.length},}[ \\t]*$`);
      let end = index + 1;
      while (end < lines.length && !closing.test(lines[end]!)) end++;
      if (end === lines.length) return null;
      index = end;
      chunk.plain = false;
    }
    chunk.to = index;
    chunk.plain &&= isPlain(line);
  }
  return chunks;
}

const isPlain = (line: string): boolean => line.length > 1 && plainLine.test(line) && !address.test(line);

/** Whether a paragraph of these words, written as they are, is read as these words. */
export const isPlainText = (words: string): boolean => words.split('\n').every(isPlain);

function paragraph(lines: readonly string[], { from, to }: Chunk, offset: number): Paragraph {
  const value = lines.slice(from, to + 1).join('\n');
  const position = () => ({
    start: { line: from + 1, column: 1, offset },
    end: { line: to + 1, column: lines[to]!.length + 1, offset: offset + value.length },
  });
  return { type: 'paragraph', children: [{ type: 'text', value, position: position() }], position: position() };
}

/** Moves a node, whose part of the text has counted from its own beginning, to the part's place. */
function shift(node: RootContent, offset: number, lines: number) {
  if (node.position) {
    const { start, end } = node.position;
    start.offset! += offset;
    end.offset! += offset;
    start.line += lines;
    end.line += lines;
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lines);
}
