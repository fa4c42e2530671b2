import { webAddress } from '../addresses.ts';
import { dateOf } from '../dates.ts';
import { isYes } from '../fields.ts';
import type { Highlight } from '../item.ts';
import { withAddress } from '../with-address.ts';
import { placeOf, type TableFormat } from './format.ts';
import { namesIn } from './names.ts';

/** Raindrop.io: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`; folders as `Outer/Inner`. */
export const raindrop: TableFormat = {
  name: 'a Raindrop.io export (CSV)',
  columns: ['title', 'note', 'excerpt', 'url', 'folder', 'tags', 'created'],
  *entries(rows) {
    for (const row of rows) {
      const [outer = null, ...inner] = foldersIn(row.cell('folder'));
      yield withAddress(row.cell('url'), {
        place: placeOf(row),
        headline: row.cell('title'),
        description: row.cell('excerpt'),
        saved: dateOf(row.cell('created')),
        section: outer,
        topics: [...inner, ...namesIn(row.cell('tags'))],
        starred: isYes(row.cell('favorite')),
        picture: webAddress(row.cell('cover')),
        highlights: highlightsIn(row.cell('highlights')),
        note: row.cell('note'),
      });
    }
  },
};

function foldersIn(cell: string | null): string[] {
  if (cell === null || /^(?:unsorted|trash)$/i.test(cell)) return [];
  return cell.split(/\s*\/\s*/).filter((name) => name !== '');
}

/** One highlight a line, as `Highlight:…` and, where there is one, `Note:…` on the next, or bare. */
function highlightsIn(cell: string | null): Highlight[] {
  const found: Highlight[] = [];
  for (const line of (cell ?? '').split(/\r?\n/)) {
    const [, label = '', words = ''] = /^(highlight|note)?:?\s*(.*)$/i.exec(line.trim()) ?? [];
    const last = found.at(-1);
    if (words === '') continue;
    if (label.toLowerCase() === 'note' && last?.note === null) last.note = words;
    else found.push({ quote: label === '' ? line.trim() : words, note: null });
  }
  return found;
}
