import type { TableFormat } from './format.ts';
import { instapaper } from './instapaper.ts';
import { addressColumns, links } from './links.ts';
import { matter } from './matter.ts';
import { pocket } from './pocket.ts';
import { raindrop } from './raindrop.ts';
import { reader, readwise } from './readwise.ts';
import { wallabagTable } from './wallabag.ts';

/** The tables that are known by their columns, the more telling ones first. */
const formats: readonly TableFormat[] = [pocket, instapaper, reader, readwise, raindrop, matter, wallabagTable];

/** What a table with these columns is; null where it names no addresses. */
export function tableFormat(columns: readonly string[]): TableFormat | null {
  const known = formats.find((format) => format.columns.every((name) => columns.includes(name)));
  return known ?? (columns.some((name) => addressColumns.includes(name)) ? links : null);
}
