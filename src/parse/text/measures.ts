import type { Rule } from '../../source/rule.ts';
import type { Nodes, Root } from 'mdast';
import { SourceError } from '../../source/error.ts';

/** What an article may hold. More than this no newspaper prints, and a parser or a browser may break on it. */
export const measures = {
  /** Quotations, lists, stress and directives within one another. */
  depth: 100,
  /** Cells of one table: columns of its widest row times its rows. A short row is filled up to the widest one. */
  cells: 20_000,
  /** Square brackets that stand open at once within a paragraph. */
  brackets: 500,
  /** Elements within one another, once HTML in the text is parsed too. */
  elements: 200,
} as const;

const mistake = (path: string, line: number, rule: Rule, message: string, hint: string): SourceError =>
  new SourceError({ path, line, column: 1, rule, message, hint });

/** What is nested too deeply to be read. */
export const tooDeep = (path: string, line: number, what: string, depth: number): SourceError =>
  mistake(
    path,
    line,
    'too-deep',
    `The file nests ${what} too deeply to be read: more than ${depth} levels.`,
    'Take the nested part out; no article needs more than a few levels.',
  );

/** Signs that open a quotation or a list, one behind the other. */
const containers = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)){${measures.depth + 1}}`);

/**
 * Looks at Markdown before it is parsed: what costs a parser more than its length is worth.
 *
 * @param lines of the body
 * @throws SourceError with rule `too-deep`
 */
export function measureText(path: string, lines: readonly string[], firstLine: number): void {
  let open = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') open = 0;
    if (line.length > measures.depth && containers.test(line) && !/^(?:[ \t]*([-*])){3,}[ \t]*$/.test(line))
      throw tooDeep(path, firstLine + index, 'quotations or lists', measures.depth);
    if (!line.includes('[')) continue;
    for (let at = 0; at < line.length; at++) {
      const sign = line.charCodeAt(at);
      if (sign === 0x5c) at++;
      else if (sign === 0x5b) open++;
      else if (sign === 0x5d && open > 0) open--;
      if (open > measures.brackets) throw tooDeep(path, firstLine + index, 'square brackets', measures.brackets);
    }
  }
}

/**
 * Looks at a tree before anything is made of it.
 *
 * @throws SourceError with rule `too-deep` or `table-size`
 */
export function measureTree(path: string, root: Root): void {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > measures.depth)
      throw tooDeep(path, level[0]?.position?.start.line ?? 1, 'quotations, lists or stress', measures.depth);
    const next: Nodes[] = [];
    for (const node of level) {
      if (node.type === 'table') {
        const columns = node.children.reduce((most, row) => Math.max(most, row.children.length), 0);
        const cells = columns * node.children.length;
        if (cells > measures.cells) {
          const message = `The table has ${columns} columns and ${node.children.length} rows, ${cells} cells, and a table may have ${measures.cells}.`;
          throw mistake(
            path,
            node.position?.start.line ?? 1,
            'table-size',
            message,
            'Split the table, or publish it as a file that the article links to.',
          );
        }
      }
      if ('children' in node) for (const child of node.children) next.push(child);
    }
    level = next;
  }
}
