import { webAddress } from './addresses.ts';
import { openZip, type Archive } from './archive.ts';
import { archiveFormats } from './archives/formats.ts';
import { columnsOf, readTable, type Row } from './csv/table.ts';
import { tableFormat } from './csv/formats.ts';
import { addressColumns } from './csv/links.ts';
import { decodeExport } from './encoding.ts';
import { pageFormats } from './html/formats.ts';
import { itemLimit, type Entries } from './item.ts';
import { jsonFormats } from './json/formats.ts';
import { binaryKind, isZip, zipKind } from './kinds.ts';
import { Refused, Unreadable } from './refused.ts';
import { shortcutEntries, shortcutIn } from './shortcut.ts';
import { xmlFormats } from './xml/formats.ts';
import { readXml, type XmlTree } from './xml/tree.ts';

/** What a file is, by its content. */
export type Told =
  | { kind: 'export'; name: string; entries: Entries }
  /** A page of the web, saved; a `fragment` is some HTML without a page around it, as Markdown may begin too. */
  | { kind: 'page'; form: 'html' | 'fragment' | 'mhtml' }
  /** Markdown, or a pasted text. */
  | { kind: 'text' };

/** What import does read, for the end of a refusal. */
const readable = 'import reads texts, saved pages and the exports that --help lists';

/**
 * Tells what a file is from its bytes, never from its name.
 *
 * @throws Refused where it is nothing that can be read: one line that says what it is
 */
export function tell(bytes: Uint8Array): Told {
  if (isZip(bytes)) return tellArchive(openZip(bytes));
  const binary = binaryKind(bytes);
  if (binary !== null) throw new Refused(`it is ${binary}: ${readable}`);
  const text = decodeExport(bytes);
  const shortcut = shortcutIn(text);
  if (shortcut !== null) return { kind: 'export', name: 'a shortcut to a page', entries: shortcutEntries(shortcut) };
  const beginning = text.slice(0, 4096);
  const start = beginning.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return tellJson(text) ?? { kind: 'text' };
  if (
    /^(?:From:|MIME-Version:|Content-Type:|Snapshot-Content-Location:)/im.test(beginning) &&
    /^Content-Type:\s*multipart\/related/im.test(beginning)
  )
    // prettier-ignore
    return { kind: 'page', form: 'mhtml' };
  if (start.startsWith('<')) return tellMarkup(text, beginning);
  return tellTable(text) ?? { kind: 'text' };
}

/** The same for several files in a zip or a folder. */
export function tellArchive(archive: Archive): Told {
  const format = archiveFormats.find(({ is }) => is(archive.names));
  if (format) return { kind: 'export', name: format.name, entries: format.entries(archive) };
  const inside = archive.names.length <= mostInside ? exportsIn(archive) : [];
  const names = [...new Set(inside.flatMap(({ told }) => told?.name ?? []))];
  if (names.length === 0) throw new Refused(`it is ${zipKind(archive.names)}: ${readable}`);
  return { kind: 'export', name: archive.names.length === 1 ? names[0]! : `a zip with ${names.join(' and ')}`, entries: chained(inside) }; // prettier-ignore
}

/** Files in an archive of which each is looked at. */
const mostInside = 100;

interface Inside {
  file: string;
  /** Null for what is no export. */
  told: (Told & { kind: 'export' }) | null;
}

function exportsIn(archive: Archive): Inside[] {
  return archive.names.map((file) => {
    try {
      const bytes = archive.read(file);
      const told = isZip(bytes) ? null : tell(bytes);
      return { file, told: told?.kind === 'export' ? told : null };
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreadable) return { file, told: null };
      throw error;
    }
  });
}

function* chained(inside: readonly Inside[]): Entries {
  for (const { file, told } of inside) {
    if (told === null) yield { place: file, title: null, why: 'it is no export that is known' };
    else
      for (const entry of told.entries)
        yield inside.length === 1 ? entry : { ...entry, place: `${file}, ${entry.place}` };
  }
}

/** @returns null for a text that merely begins as JSON does */
function tellJson(text: string): Told | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Markdown may begin with a link, and its front matter may be JSON.
    if (!/^\s*(?:\{\s*"|\[\s*\{\s*")/.test(text) || /^\s*\{[^]*?\n\}\s*\n/.test(text)) return null;
    throw new Refused(`it is JSON that is broken or cut off (${oneLine(error)}): export it again`);
  }
  const format = jsonFormats.find(({ is }) => is(value));
  if (format) return { kind: 'export', name: format.name, entries: format.entries(value) };
  if (Array.isArray(value) && value.length === 0)
    throw new Refused('it is an empty list (JSON): there is nothing to import');
  throw new Refused(`it is JSON of an unknown form: ${readable}`);
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 120);

function tellMarkup(text: string, beginning: string): Told {
  const page = pageFormats.find(({ is }) => is(beginning));
  if (page) return { kind: 'export', name: page.name, entries: page.entries(text) };
  if (!isXml(beginning))
    return { kind: 'page', form: /<(?:!DOCTYPE\s+html|html|head|body)[\s>]/i.test(beginning) ? 'html' : 'fragment' };
  const tree = readXml(text);
  if (/^html$/i.test(tree.root.name)) return { kind: 'page', form: 'html' };
  const format = xmlFormats.find(({ is }) => is(tree.root));
  if (format) return { kind: 'export', name: format.name, entries: whole(format.entries(tree.root), tree) };
  if (/^opml$/i.test(tree.root.name))
    throw new Refused('it is a list of feeds (OPML), no articles: import a feed by its address');
  throw new Refused(`it is XML of an unknown form (<${tree.root.name.slice(0, 40)}>): ${readable}`);
}

/** What was read, and a word on what was lost where the file is broken. */
function* whole(entries: Entries, { broken }: XmlTree): Entries {
  yield* entries;
  if (broken !== null) yield { place: 'the file', title: null, why: `its XML is broken at ${broken}` };
}

const roots = /<(?:rss|(?:\w+:)?feed|(?:rdf:)?RDF|en-export|opml)[\s>]/i;

/** XML by its declaration or by a root that no page has; XHTML is a page. */
const isXml = (beginning: string): boolean =>
  (/^\s*<\?xml\b/.test(beginning) && !/<!DOCTYPE\s+html\b|<html[\s>]/i.test(beginning)) ||
  (roots.test(beginning) &&
    !/<!DOCTYPE\s+html\b|<(?:html|body|p|div)[\s>]/i.test(beginning.slice(0, beginning.search(roots) + 1)));

/** @returns null for a text whose first line is no row of column names */
function tellTable(text: string): Told | null {
  const columns = columnsOf(text);
  if (columns === null) return null;
  const format = tableFormat(columns);
  const { rows } = format ? readTable(text, itemLimit) : { rows: [] };
  if (format && (format.columns.length > 0 || namesAddresses(rows)))
    return { kind: 'export', name: format.name, entries: format.entries(rows) };
  if (looksLikeTable(text, columns.length))
    throw new Refused(`it is a table whose columns (${columns.slice(0, 6).join(', ')}) name no address: ${readable}`);
  return null;
}

/** A pasted text may begin with a line such as "Link, tags": in a table of links the next row has an address. */
function namesAddresses(rows: readonly Row[]): boolean {
  return addressColumns.some((name) => webAddress(rows[0]?.cell(name) ?? null) !== null);
}

/** Several lines that have as many cells as the first. */
function looksLikeTable(text: string, columns: number): boolean {
  const lines = text.split(/\r?\n/, 12).filter((line) => line.trim() !== '');
  return columns >= 3 && lines.length >= 3 && lines.every((line) => (columnsOf(line)?.length ?? 1) === columns);
}
