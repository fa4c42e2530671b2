import type { Entries } from '../item.ts';
import type { Row } from './table.ts';

/** A service's table. */
export interface TableFormat {
  /** As it is told: "a Pocket export (CSV)". */
  name: string;
  /** The columns by which it is known, in small letters. */
  columns: readonly string[];
  entries(rows: Iterable<Row>): Entries;
}

/** Where a row stands, for messages. */
export const placeOf = ({ number }: Row): string => `row ${number}`;
