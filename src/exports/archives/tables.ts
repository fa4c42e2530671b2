import type { Archive } from '../archive.ts';
import { columnsOf, readTable } from '../csv/table.ts';
import { tableFormat } from '../csv/formats.ts';
import { decodeExport } from '../encoding.ts';
import { itemLimit, type Entries } from '../item.ts';
import { Refused, Unreadable } from '../refused.ts';
import { baseName, type ArchiveFormat } from './format.ts';

/** A zip of tables: Pocket's export in parts (`part_000000.csv` …). Each part is told by its columns. */
export const tableArchive: ArchiveFormat = {
  name: 'a Pocket export (CSV in parts)',
  is: (names) => names.some((name) => /^part_\d+\.csv$/i.test(baseName(name))),
  *entries(archive) {
    for (const name of archive.names.filter((each) => /\.csv$/i.test(each)).sort()) yield* partOf(archive, name);
  },
};

function* partOf(archive: Archive, name: string): Entries {
  try {
    const text = decodeExport(archive.read(name));
    const format = tableFormat(columnsOf(text) ?? []);
    if (!format) throw new Unreadable('it is a table without addresses');
    for (const entry of format.entries(readTable(text, itemLimit).rows))
      yield { ...entry, place: `${baseName(name)}, ${entry.place}` };
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Unreadable)) throw error;
    yield { place: name, title: null, why: error.message };
  }
}
