import Papa from 'papaparse';
import { Refused } from '../refused.ts';

/** A row of a table: its cells by the names of their columns in small letters. */
export interface Row {
  /** Counted from 1, the row of names being the first. */
  number: number;
  /** Trimmed; null where the cell is blank or the table has no such column. */
  cell(name: string): string | null;
}

export interface Table {
  /** In small letters, in their order. */
  columns: string[];
  rows: Row[];
}

/** What separates cells: a comma, or what spreadsheets write in countries whose numbers have one. */
const separators = [',', ';', '\t'];
/** More cells than this stand in no row that a service writes. */
const mostColumns = 200;

/** The names of the columns, if a text begins as a table does; null where its first line has one cell. */
export function columnsOf(text: string): string[] | null {
  const first =
    text
      .slice(0, 20_000)
      .replace(/^[\r\n]+/, '')
      .split(/\r?\n|\r/, 1)[0] ?? '';
  const cells = separators
    .map((delimiter) => Papa.parse<string[]>(first, { delimiter }).data[0] ?? [])
    .reduce((most, each) => (each.length > most.length ? each : most), []);
  return cells.length > 1 && cells.length <= mostColumns ? cells.map(nameOf) : null;
}

/**
 * Reads a table (CSV as RFC 4180 has it, and its relatives with semicolons or tabs). A quotation mark that is never
 * closed makes one long last row, as everywhere.
 *
 * @param limit of rows
 * @throws Refused where there are more
 */
export function readTable(text: string, limit: number): Table {
  const columns = columnsOf(text) ?? [];
  const delimiter = separators.find((each) => (Papa.parse<string[]>(text.slice(0, 20_000), { delimiter: each, preview: 1 }).data[0]?.length ?? 0) === columns.length) ?? ','; // prettier-ignore
  const rows: string[][] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: 'greedy',
    step: ({ data }, parser) => {
      if (rows.push(data) > limit + 1) parser.abort();
    },
  });
  if (rows.length > limit + 1) throw new Refused(`it has more than ${limit} rows: import it in parts`);
  const places = new Map(columns.map((name, index) => [name, index]));
  return {
    columns,
    rows: rows.slice(1).map((cells, index) => ({
      number: index + 2,
      cell(name) {
        const value = cells[places.get(name) ?? -1]?.trim() ?? '';
        return value === '' ? null : value;
      },
    })),
  };
}

const nameOf = (cell: string): string =>
  cell
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
