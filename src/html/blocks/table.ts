import type { Table, TableCell, TableRow } from 'mdast';
import type { Element } from '../tree/dom.ts';
import { phrasingOf, tidy, wordsOf } from './phrasing.ts';
import { findAll, findFirst, textOf } from '../tree/tree.ts';

/** A table of figures as Markdown has it; null for one that only lays out the page. */
export function readTable(element: Element, base: string | null): Table | null {
  const rows = findAll(element, ({ tag }) => tag === 'tr');
  if (rows.length === 0) return null;
  if (findFirst(element, ({ tag }) => tag === 'table' || tag === 'figure' || tag === 'blockquote' || /^h[1-6]$/.test(tag))) return null; // prettier-ignore
  const cells = rows.map((row) => row.children.filter((child): child is Element => child.type === 'element' && (child.tag === 'td' || child.tag === 'th'))); // prettier-ignore
  const columns = Math.max(...cells.map((row) => row.length));
  if (columns < 2) return null;
  const longest = Math.max(...cells.flat().map((cell) => textOf(cell).length));
  const paragraphs = cells.flat().some((cell) => cell.children.filter((child) => child.type === 'element' && child.tag === 'p').length > 2); // prettier-ignore
  if ((longest > 600 && rows.length < 3) || paragraphs) return null;
  const children = cells
    .map((row): TableRow => ({
      type: 'tableRow',
      children: filled(
        row.map((cell) => cellOf(cell, base)),
        columns,
      ),
    }))
    .filter((row) => row.children.some((cell) => wordsOf(cell.children).trim() !== ''));
  return children.length === 0 ? null : { type: 'table', align: [], children };
}

function cellOf(cell: Element, base: string | null): TableCell {
  const children = tidy(cell.children.flatMap((child) => phrasingOf(child, base)).map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node))); // prettier-ignore
  return { type: 'tableCell', children };
}

function filled(cells: TableCell[], columns: number): TableCell[] {
  return [...cells, ...Array.from({ length: columns - cells.length }, (): TableCell => ({ type: 'tableCell', children: [] }))]; // prettier-ignore
}
