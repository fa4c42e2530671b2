import { begun, bounds, readMarks, readSavedList, readStops, type ReadMark, type Saved, type Stop } from './ledger.ts';
import { mergeHighlights, readHighlights, type Highlight } from '../notes/highlights.ts';
import { readSettings, type Settings } from '../display/settings.ts';

/** Everything of a reader's that this browser keeps: what export writes and import reads. */
export interface OwnData {
  settings: Settings;
  stops: Stop[];
  read: ReadMark[];
  saved: Saved[];
  highlights: Highlight[];
}

/** The form of the file. A later form that this one can't read has a higher number. */
const form = 1;

/** No export is larger: a bigger file is something else. In characters. */
export const mostCharacters = 4_000_000;

/** @returns the text of the export file: JSON that a person can read */
export function packOwnData(data: OwnData, when: Date): string {
  return `${JSON.stringify({ broadsheet: form, exported: when.toISOString(), ...data }, null, 2)}\n`;
}

/**
 * Reads an export file. Whatever is in it that is not what it should be is left out: entries are built
 * anew from their checked fields, paths lead to articles of this site alone, lists are bounded.
 * @returns null for a file that is not an export
 */
export function unpackOwnData(text: string): OwnData | null {
  if (text.length > mostCharacters) return null;
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return null;
  const from = file as Record<string, unknown>;
  if (from['broadsheet'] !== form) return null;
  return {
    settings: readSettings(from['settings']),
    stops: readStops(from['stops']),
    read: readMarks(from['read']),
    saved: readSavedList(from['saved']),
    // Files of former versions have none.
    highlights: readHighlights(from['highlights']),
  };
}

/** Of two entries for one article the later stays. */
function merge<T extends { id: string; at: number }>(here: T[], there: T[], most: number): T[] {
  const byId = new Map<string, T>();
  for (const entry of [...here, ...there]) {
    const other = byId.get(entry.id);
    if (!other || entry.at > other.at) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => b.at - a.at).slice(0, most);
}

/** What is here and what was imported, together; settings are the imported ones. An import takes nothing away. */
export function mergeOwnData(here: OwnData, imported: OwnData): OwnData {
  return {
    settings: imported.settings,
    stops: merge(here.stops, imported.stops.filter(begun), bounds.stops),
    read: merge(here.read, imported.read, bounds.read),
    saved: merge(here.saved, imported.saved, bounds.saved),
    highlights: mergeHighlights(here.highlights, imported.highlights),
  };
}
