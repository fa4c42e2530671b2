import type { Rule } from '../rule.ts';
import { SourceError, type Severity } from '../error.ts';
import {
  facts,
  keys,
  meanings,
  plainKey,
  withoutMeaning,
  type Fact,
  type FrontMatterKey,
  type FrontMatterValues,
} from '../facts.ts';
import type { Field, Json, Position } from './field.ts';
import { cut } from '../cut.ts';
import { nearest } from './nearest.ts';
import type { SplitSource } from './split.ts';
import { statements, type Statement } from './statements.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** A key that no fact has: kept, and told once for the whole archive. */
export interface ForeignKey {
  name: string;
  line: number;
}

/** What a file's front matter states, checked, with the place of each value. */
export interface FrontMatter {
  values: Partial<FrontMatterValues>;
  /** Where each value stands in the file. */
  positions: Partial<Record<FrontMatterKey, Position>>;
  /** What stops the file. */
  problems: SourceError[];
  /** What is told: the article appears without it. */
  warnings: SourceError[];
  /** Whatever states no fact, as it was written. */
  extra: Record<string, Json>;
  foreign: ForeignKey[];
}

/** Facts of which several keys may each tell a part. */
const gathered = new Set<FrontMatterKey>(['topics', 'source', 'aliases', 'draft']);

/**
 * Reads the front matter of a file: YAML, TOML or JSON.
 *
 * @returns the values and what there is to tell; where it can't be read at all there are only problems
 */
export function readFrontMatter(path: string, source: SplitSource): FrontMatter {
  const result: FrontMatter = { values: {}, positions: {}, problems: [], warnings: [], extra: {}, foreign: [] };
  if (source.frontMatter === null) return result;
  const read = source.syntax === 'toml' ? readToml : readYaml;
  const { fields, told } = read(path, source.frontMatter, source.frontMatterLine);
  for (const each of told) (each.severity === 'warning' ? result.warnings : result.problems).push(each);
  if (result.problems.length > 0) return result;
  new Reader(path, result).read(fields);
  return result;
}

class Reader {
  readonly #path: string;
  readonly #result: FrontMatter;
  readonly #extra = new Map<string, Json>();

  constructor(path: string, result: FrontMatter) {
    this.#path = path;
    this.#result = result;
  }

  read(fields: readonly Field[]) {
    const stated = new Map<FrontMatterKey, Statement[]>();
    for (const field of onceEach(fields, (field) => this.#twice(field))) {
      const { said, rest } = statements(field);
      for (const each of said) stated.set(each.key, [...(stated.get(each.key) ?? []), each]);
      if (said.length === 0 || rest !== undefined) this.#keep(field, rest ?? field.asWritten, said.length > 0);
    }
    for (const key of keys)
      this.#choose(
        key,
        (stated.get(key) ?? []).sort((a, b) => a.rank - b.rank),
      );
    this.#result.extra = Object.fromEntries(this.#extra);
  }

  /** The best of what is stated of a key; the others are kept. */
  #choose(key: FrontMatterKey, said: readonly Statement[]) {
    let value: unknown;
    for (const statement of said) {
      const { field } = statement;
      if (value !== undefined && !gathered.has(key)) {
        if (JSON.stringify(value) !== JSON.stringify(this.#checked(statement)))
          this.#extra.set(field.name, field.asWritten);
        continue;
      }
      const one = this.#checked(statement);
      if (one === undefined) this.#wrong(statement);
      else {
        value = value === undefined ? one : joined(key, value, one);
        this.#result.positions[key] ??= field.valueAt;
        this.#noteComment(key, field);
      }
    }
    if (value !== undefined) Object.assign(this.#result.values, { [key]: value });
  }

  #checked({ key, value }: Statement): unknown {
    const checked = facts[key].schema.safeParse(value);
    return checked.success ? checked.data : undefined;
  }

  #wrong({ key, field }: Statement) {
    const { wrong, hint, strict }: Fact = facts[key];
    this.#tell(
      strict ? 'error' : 'warning',
      field.valueAt,
      'wrong-value',
      `"${shorten(field.name)}" ${wrong}${strict ? '' : ': the article appears without it'}.`,
      hint,
    );
    if (!strict) this.#extra.set(field.name, field.asWritten);
  }

  /** What states no fact: a slip of a key, a key of another program, or anything else. */
  #keep(field: Field, rest: Json, known: boolean) {
    const { name, at } = field;
    const plain = plainKey(name);
    if (plain === '' && (rest === null || rest === '')) return;
    if (isEmpty(rest)) return;
    this.#extra.set(name, rest);
    if (known || withoutMeaning.has(plain) || meanings.has(plain)) return;
    const near = nearest(plain, meanings.keys());
    const key = near === null ? undefined : meanings.get(near)?.[0]?.key;
    if (near === null || key === undefined) {
      this.#result.foreign.push({ name, line: at.line });
      return;
    }
    const meant =
      keys.find((each) => plainKey(each) === near) ?? facts[key].also.find((each) => plainKey(each) === near) ?? near;
    // A slip in the key by which an article is hidden would publish it.
    const hides = (facts[key] as Fact).strict && facts[key].schema.safeParse(facts[key].plain(field.value)).success;
    this.#tell(
      hides ? 'error' : 'warning',
      at,
      'misspelt-key',
      `The front matter has no key "${shorten(name)}"${hides ? '' : ': it is kept, and shown nowhere'}.`,
      `Did you mean "${meant}"?`,
    );
  }

  #twice({ name, at }: Field) {
    this.#tell(
      'warning',
      at,
      'duplicate-key',
      `The front matter names "${shorten(name)}" a second time: the first one counts.`,
      'Keep one of the two.',
    );
  }

  /** A headline that is cut short by its comment may have lost a part. */
  #noteComment(key: FrontMatterKey, { name, comment, valueAt }: Field) {
    if (key !== 'headline' || comment === undefined) return;
    this.#tell(
      'warning',
      valueAt,
      'comment-in-headline',
      `What follows # in "${name}" is a comment to YAML, and shown nowhere: ${shorten(comment)}`,
      'Put quotes around the whole headline if it belongs to it, else write the comment on a line of its own.',
    );
  }

  #tell(severity: Severity, at: Position, rule: Rule, message: string, hint: string) {
    const list = severity === 'error' ? this.#result.problems : this.#result.warnings;
    list.push(new SourceError({ path: this.#path, ...at, rule, message, hint, severity }));
  }
}

/** Each name once: the first with a value; the others are told, where they say something else. */
function onceEach(fields: readonly Field[], twice: (field: Field) => void): Field[] {
  const first = new Map<string, Field>();
  for (const field of fields) {
    const plain = plainKey(field.name);
    const known = first.get(plain);
    if (!known || known.value === null) first.set(plain, field);
    else if (field.value !== null && JSON.stringify(known.value) !== JSON.stringify(field.value)) {
      twice(field);
      // Whichever of the two hides the article counts.
      const hides = statements(field).said.some(({ key, value }) => key === 'draft' && value === 'true');
      if (hides) first.set(plain, field);
    }
  }
  return [...first.values()];
}

/** What two keys tell of one fact together. */
function joined(key: FrontMatterKey, one: unknown, other: unknown): unknown {
  if (key === 'draft') return one === true || other === true;
  if (Array.isArray(one) && Array.isArray(other)) return [...new Set([...(one as unknown[]), ...(other as unknown[])])];
  const [first, second] = [one, other] as { name: string | null; url: string | null }[];
  return { name: first!.name ?? second!.name, url: first!.url ?? second!.url };
}

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty));

const shorten = (text: string): string => (text.length > 60 ? `${cut(text, 60)}…` : text);
