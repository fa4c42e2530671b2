import type { Archive } from '../archive.ts';
import { webAddress } from '../addresses.ts';
import { columnsOf, readTable } from '../csv/table.ts';
import { tableFormat } from '../csv/formats.ts';
import { decodeExport } from '../encoding.ts';
import { isFields, objects, text } from '../fields.ts';
import { isFailure, itemLimit, type Entries, type Failure, type Highlight } from '../item.ts';
import { Refused, Unreadable } from '../refused.ts';
import { baseName, type ArchiveFormat } from './format.ts';

/**
 * Pocket's export in parts: tables `part_000000.csv` …, and beside them `annotations/part_000000.json` … with what was
 * highlighted, by address.
 */
export const tableArchive: ArchiveFormat = {
  name: 'a Pocket export (CSV in parts)',
  is: (names) => names.some((name) => /^part_\d+\.csv$/i.test(baseName(name))),
  *entries(archive) {
    const failures: Failure[] = [];
    const highlights = annotations(archive, failures);
    yield* failures;
    for (const name of archive.names.filter((each) => /\.csv$/i.test(each)).sort()) {
      for (const entry of partOf(archive, name)) {
        const marked = isFailure(entry) || entry.address === null ? undefined : highlights.get(entry.address);
        yield marked && !isFailure(entry) ? { ...entry, highlights: marked } : entry;
      }
    }
  },
};

function annotations(archive: Archive, failures: Failure[]): Map<string, Highlight[]> {
  const found = new Map<string, Highlight[]>();
  for (const name of archive.names.filter((each) => /(?:^|\/)annotations\/[^/]+\.json$/i.test(each))) {
    try {
      const list: unknown = JSON.parse(decodeExport(archive.read(name)));
      for (const entry of Array.isArray(list) ? list.filter(isFields) : []) {
        const address = webAddress(text(entry, 'url'));
        const marked = objects(entry, 'highlights').map((each) => ({ quote: text(each, 'quote'), note: text(each, 'note', 'annotation') })); // prettier-ignore
        if (address !== null)
          found.set(
            address,
            marked.filter(({ quote, note }) => quote !== null || note !== null),
          );
      }
    } catch (error) {
      failures.push(failureOf(name, error));
    }
  }
  return found;
}

function* partOf(archive: Archive, name: string): Entries {
  try {
    const words = decodeExport(archive.read(name));
    const format = tableFormat(columnsOf(words) ?? []);
    if (!format) throw new Unreadable('it is a table without addresses');
    for (const entry of format.entries(readTable(words, itemLimit).rows))
      yield { ...entry, place: `${baseName(name)}, ${entry.place}` };
  } catch (error) {
    yield failureOf(name, error);
  }
}

function failureOf(place: string, error: unknown): Failure {
  if (error instanceof SyntaxError) return { place, title: null, why: 'it is no JSON' };
  if (!(error instanceof Refused) && !(error instanceof Unreadable)) throw error;
  return { place, title: null, why: error.message };
}
