import type { Archive } from '../archive.ts';
import { matter } from '../csv/matter.ts';
import { readTable } from '../csv/table.ts';
import { decodeExport } from '../encoding.ts';
import { isFailure, itemLimit, type Entries } from '../item.ts';
import { baseName, htmlIn, type ArchiveFormat } from './format.ts';

const history = '_matter_history.csv';

/** Matter: `_matter_history.csv`, and beside it the articles under the names that its last column has. */
export const matterArchive: ArchiveFormat = {
  name: 'a Matter export',
  is: (names) => names.some((name) => baseName(name) === history),
  *entries(archive) {
    for (const name of archive.names.filter((each) => baseName(each) === history)) yield* entriesOf(archive, name);
  },
};

function* entriesOf(archive: Archive, name: string): Entries {
  const folder = name.slice(0, -history.length);
  const all = new Set(archive.names);
  const { rows } = readTable(decodeExport(archive.read(name)), itemLimit);
  for (const row of rows) {
    const file = [row.cell('file id'), `${row.cell('file id')}.html`].map((id) => `${folder}${id}`).find((each) => all.has(each)); // prettier-ignore
    for (const entry of matter.entries([row]))
      yield isFailure(entry) || file === undefined ? entry : { ...entry, text: htmlIn(archive, file) };
  }
}
