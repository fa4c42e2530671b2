import type { Archive } from '../archive.ts';
import { decodeExport } from '../encoding.ts';
import { isFields, text, type Fields } from '../fields.ts';
import type { Entries, Highlight } from '../item.ts';
import { omnivoreItem } from '../json/omnivore.ts';
import { Refused, Unreadable } from '../refused.ts';
import { baseName, htmlIn, type ArchiveFormat } from './format.ts';

const metadata = /(?:^|\/)metadata_\d+_to_\d+\.json$/;

/** Omnivore: `metadata_0_to_20.json` …, `content/SLUG.html`, `highlights/SLUG.md`. */
export const omnivoreArchive: ArchiveFormat = {
  name: 'an Omnivore export',
  is: (names) => names.some((name) => metadata.test(name)),
  *entries(archive) {
    const lists = archive.names.filter((name) => metadata.test(name)).sort((a, b) => firstNumber(a) - firstNumber(b));
    for (const name of lists) {
      const folder = name.slice(0, name.length - baseName(name).length);
      yield* entriesOf(archive, name, folder);
    }
  },
};

const firstNumber = (name: string): number => Number(/metadata_(\d+)/.exec(baseName(name))?.[1] ?? 0);

function* entriesOf(archive: Archive, name: string, folder: string): Entries {
  const all = new Set(archive.names);
  let values: unknown;
  try {
    values = JSON.parse(decodeExport(archive.read(name)));
  } catch (error) {
    const why = error instanceof Refused || error instanceof Unreadable ? error.message : 'it is no JSON';
    yield { place: name, title: null, why };
    return;
  }
  for (const [index, value] of (Array.isArray(values) ? values : []).entries()) {
    const place = `${baseName(name)}, entry ${index + 1}`;
    if (!isFields(value)) {
      yield { place, title: null, why: 'it is no entry' };
      continue;
    }
    const slug = text(value, 'slug');
    const content = `${folder}content/${slug}.html`;
    const notes = `${folder}highlights/${slug}.md`;
    yield omnivoreItem(value as Fields, place, {
      text: slug !== null && all.has(content) ? htmlIn(archive, content) : null,
      highlights: slug !== null && all.has(notes) ? highlightsIn(decodeExport(archive.read(notes))) : [],
    });
  }
}

/**
 * The highlights as Omnivore writes them: `> quotation`, its labels (`#tag`) and a note below; a note on the article
 * has no quotation above it.
 */
function highlightsIn(markdown: string): Highlight[] {
  const found: Highlight[] = [];
  for (const part of markdown.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const words = part.trim();
    if (words === '' || /^#{1,6} /.test(words)) continue;
    const last = found.at(-1);
    if (words.startsWith('>')) found.push({ quote: words.replace(/^>[ \t]?/gm, '').trim(), note: null });
    else if (last?.quote != null) last.note = last.note === null ? words : `${last.note}\n\n${words}`;
    else found.push({ quote: null, note: words });
  }
  return found.filter(({ quote, note }) => quote !== '' || note !== null);
}
