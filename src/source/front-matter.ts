import { isAlias, isMap, isScalar, LineCounter, parseDocument, type Node, type ParsedNode, type YAMLMap } from 'yaml';
import { SourceError } from './error.ts';
import { keyAliases, keys, valueSchemas, type FrontMatterKey, type FrontMatterValues } from './keys.ts';
import { nearest } from './nearest.ts';
import type { SplitSource } from './split.ts';

export interface Position {
  line: number;
  column: number;
}

/** What a file's front matter states, checked, with the place of each value. */
export interface FrontMatter {
  values: Partial<FrontMatterValues>;
  /** Where each value stands in the file. */
  positions: Partial<Record<FrontMatterKey, Position>>;
  /** Every mistake in it. A value that is wrong is not among `values`. */
  problems: SourceError[];
}

/** More aliases than any article has need of; a "billion laughs" has more. */
const aliasLimit = 20;

/** Failsafe YAML makes every plain value a string: `headline: 1984` is a headline, and no date is read by the way. */
function plain(node: unknown): unknown {
  if (isScalar(node)) {
    const empty = node.type === 'PLAIN' && ['', '~', 'null'].includes(String(node.value));
    return empty ? null : node.value;
  }
  return null;
}

/** A YAML tree as plain values: strings, lists, maps, and null for what is empty. */
function toValue(node: unknown): unknown {
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [String(plain(pair.key)), toValue(pair.value)]));
  if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) return node.items.map(toValue);
  return plain(node);
}

function hasAlias(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (isMap(node)) return node.items.some((pair) => hasAlias(pair.key) || hasAlias(pair.value));
  return (
    !!node && typeof node === 'object' && 'items' in node && Array.isArray(node.items) && node.items.some(hasAlias)
  );
}

/**
 * Reads the front matter of a file.
 *
 * @returns the values and every problem; where the YAML itself can't be read there are only problems
 */
export function readFrontMatter(path: string, source: SplitSource): FrontMatter {
  const result: FrontMatter = { values: {}, positions: {}, problems: [] };
  if (source.frontMatter === null) return result;
  const lineCounter = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line) + source.frontMatterLine - 1, column: Math.max(1, col) };
  };
  const problem = (position: Position, rule: string, message: string, hint: string) =>
    result.problems.push(new SourceError({ path, ...position, rule, message, hint }));

  const document = parseDocument(source.frontMatter, { schema: 'failsafe', lineCounter, prettyErrors: false });
  for (const error of document.errors) {
    const duplicate = error.code === 'DUPLICATE_KEY';
    problem(
      at(error.pos[0]),
      duplicate ? 'duplicate-key' : 'unreadable-front-matter',
      duplicate ? 'The front matter names a key twice.' : `The front matter is not YAML: ${oneLine(error.message)}.`,
      duplicate
        ? 'Keep one of the two.'
        : 'Write one "key: value" a line, and put quotes around a value that holds a colon.',
    );
  }
  if (result.problems.length > 0) return result;
  const root: ParsedNode | null = document.contents;
  if (root === null || (isScalar(root) && plain(root) === null)) return result;
  if (!isMap(root)) {
    problem(
      at(root.range?.[0] ?? 0),
      'front-matter-not-a-map',
      'The front matter is not a list of keys with values.',
      'Write one "key: value" a line, such as "headline: The harbour opens".',
    );
    return result;
  }
  if (hasAlias(root)) return readAliased(document, root, result, at, problem);
  readMap(root as YAMLMap<Node, Node>, result, at, problem);
  return result;
}

type At = (offset: number) => Position;
type Tell = (position: Position, rule: string, message: string, hint: string) => unknown;

/** Anchors and aliases are YAML too, as long as they do not multiply: they are written out, then read as usual. */
function readAliased(
  document: ReturnType<typeof parseDocument>,
  root: Node,
  result: FrontMatter,
  at: At,
  problem: Tell,
) {
  try {
    const plainValues: unknown = document.toJS({ maxAliasCount: aliasLimit });
    const written = document.createNode(plainValues);
    // The places of the keys are those of the file.
    if (isMap(written) && isMap(root))
      written.items.forEach((pair, index) => {
        const original = root.items[index];
        if (isScalar(pair.key) && isScalar(original?.key)) pair.key.range = original.key.range ?? null;
      });
    readMap(written as YAMLMap<Node, Node>, result, at, problem);
  } catch {
    problem(
      at(root.range?.[0] ?? 0),
      'alias-bomb',
      'The front matter repeats parts of itself by aliases, more often than an article needs.',
      'Write the values out instead of using & and *.',
    );
  }
  return result;
}

function readMap(root: YAMLMap<Node, Node>, result: FrontMatter, at: At, problem: Tell) {
  for (const pair of root.items) {
    const written = isScalar(pair.key) ? String(pair.key.value) : '';
    const keyAt = at((pair.key as Node | null)?.range?.[0] ?? 0);
    const key = keyAliases.get(written);
    if (!key) {
      const known = nearest(written, [...keyAliases.keys()]);
      problem(keyAt, 'unknown-key', `The front matter has no key "${shorten(written)}".`, `Did you mean "${known}"?`);
      continue;
    }
    const value = toValue(pair.value);
    if (value === null) continue;
    const valueAt = pair.value?.range ? at(pair.value.range[0]) : keyAt;
    if (key in result.positions) {
      problem(
        keyAt,
        'duplicate-key',
        `"${written}" states the ${key} a second time.`,
        `Keep one of the two, as "${key}".`,
      );
      continue;
    }
    result.positions[key] = valueAt;
    const { schema, hint } = valueSchemas[key];
    const checked = schema.safeParse(value);
    if (checked.success) Object.assign(result.values, { [key]: checked.data });
    else problem(valueAt, 'wrong-value', `"${written}" ${valueSchemas[key].wrong}.`, hint);
  }
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/[.:]\s*$/, '');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The names of the keys, in the order in which they are written. */
export { keys };
