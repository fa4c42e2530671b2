import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { dayIn } from '../../edition/day.ts';
import { decodePage } from '../../html/files/decode-page.ts';
import { isArchive, readArchive } from '../../html/files/mhtml.ts';
import { parsePage } from '../../parse/parse.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { toFaithfulMarkdown } from '../../render/markdown/faithful-markdown.ts';
import { site } from '../../site.ts';
import { SourceErrors } from '../../source/error.ts';
import { placeOf, writeNew } from '../terminal/place.ts';
import { load } from './network.ts';
import { takePictures } from './page-pictures.ts';

/** A page to import, from a file, from standard input or from its address. */
export interface PageSource {
  /** The name under which messages speak of it. */
  name: string;
  bytes: Uint8Array;
  /** The folder in which it stands; null where it stands in none. */
  folder: string | null;
  /** Where it was loaded from, for an address that the user typed. */
  address: string | null;
}

export interface PageImport {
  content: string;
  dryRun: boolean;
  force: boolean;
  section: string | null;
}

const reading = { timeZone: site.timeZone, language: site.language, home: site.url + site.base.slice(0, -1) };
/** A page is some hundred kilobytes; one with its pictures in it some megabytes. */
const MOST_BYTES = 50_000_000;

/** Loads an address of the web. @returns what went wrong, in words, where it did */
export const loadPage = (address: string): Promise<Uint8Array | string> =>
  load(address, { bytes: MOST_BYTES, milliseconds: 30_000 }, true);

/** A page by the file that it stands in, by `-`, or by its address. */
export function pageSource(file: string, bytes: Uint8Array, address: string | null): PageSource {
  if (address !== null) {
    const path = new URL(address).pathname;
    return { name: `${basename(path).replace(/\.\w+$/, '') || 'page'}.html`, bytes, folder: null, address };
  }
  return file === '-' ? { name: 'clipboard.html', bytes, folder: null, address } : { name: basename(file), bytes, folder: dirname(file), address }; // prettier-ignore
}

/** Imports one page as canonical Markdown with its pictures beside it. @returns whether all of it came in */
export async function importPage(
  source: PageSource,
  { content, dryRun, force, section }: PageImport,
): Promise<boolean> {
  const read = parsedPage(source);
  if (read === null) return false;
  const parsed = section === null ? read : { ...read, section };
  for (const warning of parsed.warnings) console.error(String(warning));
  const place = placeOf(parsed.headline, parsed.published && dayIn(parsed.published.instant, site.timeZone));
  const stem = basename(place, '.md');
  const taken = await takePictures(parsed, { bytes: source.bytes, folder: source.folder, stem, fromNetwork: source.address !== null && !dryRun }); // prettier-ignore
  const markdown = toFaithfulMarkdown(taken.parsed, reading);
  if (dryRun) {
    process.stdout.write(markdown);
    return true;
  }
  if (!(await writeNew(content, place, markdown, force))) {
    console.error(`${place} is there already: --force writes over it`);
    return false;
  }
  const folder = join(content, 'articles', dirname(place));
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of taken.files) await writeFile(join(folder, name), bytes);
  const pictures = taken.files.length === 1 ? '1 picture' : `${taken.files.length} pictures`;
  console.log(`${place}  “${parsed.headline}”, ${parsed.root.children.length} blocks, ${pictures}`);
  for (const line of taken.left) console.error(`${source.name}: the picture ${line}`);
  return taken.left.length === 0;
}

function parsedPage({ name, bytes, address }: PageSource): Parsed | null {
  try {
    const archive = isArchive(name) || /^(?:MIME-Version:|From: <Saved by)/i.test(decodePage(bytes.subarray(0, 200))) ? readArchive(bytes) : null; // prettier-ignore
    return parsePage(name, archive?.html ?? decodePage(bytes), reading, archive, { address });
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    for (const problem of error.problems) console.error(String(problem));
    return null;
  }
}
