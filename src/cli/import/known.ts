import { readFileSync } from 'node:fs';
import { articleId } from '../../article/id.ts';
import { readDate } from '../../parse/dates/read-date.ts';
import { normalAddress } from '../../edition/archived-links.ts';
import { dayIn } from '../../edition/day.ts';
import { findArticles } from '../../build/articles/content-folder.ts';
import { site } from '../../site.ts';
import { readFrontMatter } from '../../source/front-matter/front-matter.ts';
import { splitSource } from '../../source/front-matter/split.ts';

/** By what an article is known when it is imported again: its address, or its headline and day where it has none. */
export function keyOf(address: string | null, headline: string, published: string | null): string {
  const normal = address === null ? null : normalAddress(address);
  // Some sites keep their routes in the fragment.
  if (normal !== null) return `${normal}${/#[!/].+$/.exec(address ?? '')?.[0] ?? ''}`;
  return `${headline}\n${published === null ? '' : dayOf(published)}`;
}

function dayOf(published: string): string {
  const reading = readDate(published, site.timeZone, site.language);
  return reading.ok ? dayIn(reading.date.instant, site.timeZone) : published;
}

/** What a content folder holds already. */
export interface Known {
  /** Paths below the content folder, by what their articles are known by. */
  places: Map<string, string>;
  /** The addresses that are taken. */
  ids: Set<string>;
}

/** Reads a content folder. A file whose front matter can't be read is known by nothing. */
export function knownArticles(content: string): Known {
  const known: Known = { places: new Map(), ids: new Set() };
  for (const { path, absolute } of findArticles(content).found) {
    known.ids.add(articleId(path));
    const key = keyOfFile(path, absolute);
    if (key !== null && !known.places.has(key)) known.places.set(key, path);
  }
  return known;
}

function keyOfFile(path: string, absolute: string): string | null {
  try {
    const text = readFileSync(absolute, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
    const { values } = readFrontMatter(path, splitSource(path, text));
    const { headline, source, published } = values;
    if (headline === undefined && source?.url == null) return null;
    return keyOf(source?.url ?? null, headline ?? '', published ?? null);
  } catch {
    return null;
  }
}
