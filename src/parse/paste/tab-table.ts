import type { Table, TableRow } from 'mdast';
import { literal } from '../text/literal.ts';
import type { Line } from '../text/lines.ts';

/** More cells than this no table of a newspaper has: what is larger stays as it was. */
const most = 2000;

const cellsOf = (line: Line): string[] => line.text.split('\t').map((cell) => cell.trim());

/**
 * The lines from one on that are the rows of a table, as a selection has them: a tab between the cells, as many cells in
 * each row, no blank line between. Empty where fewer than two rows stand there.
 */
export function tableFrom(lines: readonly Line[], from: number): Line[] {
  const columns = cellsOf(lines[from]!).length;
  if (columns < 2) return [];
  const rows = [lines[from]!];
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.number !== rows.at(-1)!.end + 1 || cellsOf(line).length !== columns) break;
    rows.push(line);
  }
  return rows.length > 1 && rows.length * columns <= most ? rows : [];
}

/** The rows as a table, the first one as its head. */
export function tableOf(rows: readonly Line[]): Table {
  const place = (line: Line) => ({
    start: { line: line.number, column: line.indent + 1 },
    end: { line: line.end, column: line.indent + line.text.length + 1 },
  });
  const position = { start: place(rows[0]!).start, end: place(rows.at(-1)!).end };
  return {
    type: 'table',
    position,
    children: rows.map((line): TableRow => ({
      type: 'tableRow',
      position: place(line),
      children: cellsOf(line).map((cell) => ({
        type: 'tableCell',
        children: cell === '' ? [] : literal(cell, place(line)),
      })),
    })),
  };
}
