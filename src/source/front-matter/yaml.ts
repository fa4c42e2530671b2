import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { SourceError } from '../error.ts';
import {
  emptied,
  MOST,
  TooMuch,
  typed,
  typedAll,
  valuesOf,
  type Field,
  type Fields,
  type Json,
  type Position,
  type Value,
} from './field.ts';
import { mendYaml } from './mend-yaml.ts';

/** More aliases than any article has need of; a "billion laughs" has more. */
const aliasLimit = 20;

/** Failsafe YAML makes every plain value a string: `headline: 1984` is a headline, and no date is read by the way. */
const parse = (text: string, lineCounter: LineCounter) =>
  parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false, uniqueKeys: false });

/**
 * Reads front matter in YAML, or in JSON, which is YAML too. What the strict reader refuses is read as most programs that
 * write front matter read it (js-yaml), else with plain words put into quotes.
 *
 * @param firstLine the number of the front matter's first line in its file
 */
export function readYaml(path: string, text: string, firstLine: number): Fields {
  const lineCounter = new LineCounter();
  const document = parse(text, lineCounter);
  if (document.errors.length === 0) return fieldsOf(path, document, text, firstLine, lineCounter);
  const lenient = readLeniently(path, text, firstLine);
  if (lenient) return lenient;
  const mended = mendYaml(path, text, firstLine, (attempt) => firstError(attempt));
  if (mended) {
    const counter = new LineCounter();
    const { fields, told } = fieldsOf(path, parse(mended.text, counter), mended.text, firstLine, counter);
    return { fields, told: [...told, ...mended.told] };
  }
  const at = placeIn(lineCounter, firstLine);
  return { fields: [], told: [notYaml(path, at(document.errors[0]!.pos[0]), document.errors[0]!, text)] };
}

/** Where an attempt at YAML fails, as an offset; null where it is well. */
function firstError(text: string): number | null {
  const { errors } = parse(text, new LineCounter());
  return errors[0]?.pos[0] ?? null;
}

const placeIn =
  (lineCounter: LineCounter, firstLine: number) =>
  (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };

function fieldsOf(
  path: string,
  document: Document.Parsed,
  text: string,
  firstLine: number,
  lines: LineCounter,
): Fields {
  const at = placeIn(lines, firstLine);
  const root = document.contents;
  if (root === null || (isScalar(root) && plain(root) === null)) return { fields: [], told: [] };
  if (!isMap(root)) return { fields: [], told: [notAMap(path, at(root.range?.[0] ?? 0))] };
  const map = root as YAMLMap<Node, Node | null>;
  try {
    const written = hasAlias(map) ? (document.toJS({ maxAliasCount: aliasLimit }) as Record<string, unknown>) : null;
    return { fields: map.items.map((pair) => fieldOf(pair, text, at, written)), told: [] };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { fields: [], told: [bomb(path, at(root.range?.[0] ?? 0), text)] };
  }
}

function fieldOf(
  { key, value }: Pair<Node, Node | null>,
  text: string,
  at: (offset: number) => Position,
  written: Record<string, unknown> | null,
): Field {
  const name = isScalar(key) ? String(key.value) : '';
  const keyAt = at(key.range?.[0] ?? 0);
  const known: Value = written ? valuesOf(written[name], emptied) : valuesOf(toValue(value));
  return {
    name,
    value: known,
    asWritten: written ? typedAll(known) : toJson(value),
    at: keyAt,
    valueAt: value?.range ? at(value.range[0]) : keyAt,
    ...commentOf(value, text),
  };
}

/** What stands behind a plain value of one line: a comment, or words with a `#` that YAML takes for one. */
function commentOf(value: Node | null, text: string): Pick<Field, 'cut' | 'comment'> {
  if (!isScalar(value) || value.type !== 'PLAIN' || !value.comment || !value.range) return {};
  const end = text.indexOf('\n', value.range[1]);
  const behind = text.slice(value.range[1], end < 0 ? undefined : end);
  if (!behind.trimStart().startsWith('#')) return {};
  return /^\s*#[\p{L}\p{N}]/u.test(behind) ? { cut: behind.trimEnd() } : { comment: behind.trim() };
}

/** A scalar as text; null for what is empty. */
function plain(node: unknown): string | null {
  if (!isScalar(node)) return null;
  const text = String(node.value ?? '');
  return node.type === 'PLAIN' ? emptied(text) : text;
}

/** A YAML tree as plain values: strings, lists, maps, and null for what is empty. */
function toValue(node: unknown): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map((pair) => [String(plain(pair.key) ?? ''), toValue(pair.value)]));
  if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) return node.items.map(toValue);
  return plain(node);
}

/** The same with numbers and truth values. */
function toJson(node: unknown): Json {
  if (isMap(node))
    return Object.fromEntries(node.items.map((pair) => [String(plain(pair.key) ?? ''), toJson(pair.value)]));
  if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) return node.items.map(toJson);
  const text = plain(node);
  return text !== null && isScalar(node) && node.type === 'PLAIN' ? typed(text) : text;
}

function hasAlias(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (isMap(node)) return node.items.some((pair) => hasAlias(pair.key) || hasAlias(pair.value));
  return (
    !!node && typeof node === 'object' && 'items' in node && Array.isArray(node.items) && node.items.some(hasAlias)
  );
}

/** As js-yaml reads it, which takes values that go on at the margin; null where it refuses too. */
function readLeniently(path: string, text: string, firstLine: number): Fields | null {
  try {
    const raw: unknown = load(text, { schema: FAILSAFE_SCHEMA });
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
    return { fields: fieldsOfValues(raw as Record<string, unknown>, text, firstLine, ':'), told: [] };
  } catch (error) {
    if (error instanceof TooMuch) return { fields: [], told: [bomb(path, { line: firstLine, column: 1 }, text)] };
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

/**
 * Fields of a reader that tells no places: a key stands where a line opens with it.
 *
 * @param sign what stands between a key and its value
 * @throws TooMuch
 */
export function fieldsOfValues(
  raw: Record<string, unknown>,
  text: string,
  firstLine: number,
  sign: ':' | '=',
): Field[] {
  const lines = text.split('\n');
  const values = valuesOf(raw, sign === ':' ? emptied : undefined) as Record<string, Value>;
  return Object.entries(values).map(([name, value]) => {
    const index = lines.findIndex((line) => opens(line, name, sign));
    const line = firstLine + Math.max(0, index);
    const column = index < 0 ? 1 : lines[index]!.search(/\S/) + 1;
    const from = index < 0 ? 0 : lines[index]!.indexOf(sign) + 1;
    const inset = index < 0 ? 0 : Math.max(0, lines[index]!.slice(from).search(/\S/));
    return {
      name,
      value,
      asWritten: typedAll(value),
      at: { line, column },
      valueAt: { line, column: from + inset + 1 },
    };
  });
}

function opens(line: string, name: string, sign: string): boolean {
  const bare = line.trimStart().replace(/^["']/, '');
  if (!bare.startsWith(name)) return false;
  return bare.slice(name.length).replace(/^["']/, '').trimStart().startsWith(sign);
}

function bomb(path: string, at: Position, text: string): SourceError {
  if (!/[&*]\w/.test(text)) return tooManyValues(path, at);
  return new SourceError({
    path,
    ...at,
    rule: 'alias-bomb',
    message: 'The front matter repeats parts of itself by aliases, more often than an article needs.',
    hint: 'Write the values out instead of using & and *.',
  });
}

function tooManyValues(path: string, at: Position): SourceError {
  return new SourceError({
    path,
    ...at,
    rule: 'too-many-names',
    message: `The front matter holds more than ${MOST} values, or values in values in values.`,
    hint: 'Name the few authors and topics that readers would look for.',
  });
}

function notAMap(path: string, at: Position): SourceError {
  return new SourceError({
    path,
    ...at,
    rule: 'front-matter-not-a-map',
    message: 'The front matter is not a list of keys with values.',
    hint: 'Write one "key: value" a line, such as "headline: The harbour opens".',
  });
}

function notYaml(path: string, at: Position, error: YAMLError, text: string): SourceError {
  return new SourceError({
    path,
    ...at,
    rule: 'unreadable-front-matter',
    message: `The front matter is not YAML: ${error.message.replace(/\s+/g, ' ').replace(/[.:]\s*$/, '')}.`,
    hint: hintFor(error, text),
  });
}

/** How to mend what can't be read, by what is wrong with it. */
function hintFor({ code, message }: YAMLError, text: string): string {
  const open = /^[ \t]*([^\s:#][^:\n]*):[ \t]+(["'])(?!.*\2[ \t]*(?:#.*)?$)/m.exec(text);
  if (/quote/i.test(message) && open) return `Close the quotation mark that opens the value of "${open[1]}".`;
  if (/quote/i.test(message)) return 'Close the quotation mark, or take away the one that opens the value.';
  if (/\bflow\b|\]|\}/.test(message)) return 'Close the bracket, or put quotes around a value that opens with one.';
  if (code === 'BAD_INDENT' || /indent/i.test(message))
    return 'Begin each key at the margin, and what belongs to it two spaces further in.';
  if (code === 'BAD_ALIAS' || /alias|anchor/i.test(message)) return 'Put quotes around a value that opens with * or &.';
  return 'Write one "key: value" a line, and put quotes around a value that holds ": " or opens with a sign such as [ { @ & * ! % > |.';
}
