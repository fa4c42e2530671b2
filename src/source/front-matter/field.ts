import type { SourceError } from '../error.ts';

/** Lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What a key holds: every scalar as its text, null for what is empty. */
export type Value = string | null | Value[] | { [name: string]: Value };
/** The same as it was written: numbers and truth values where nothing is lost by it. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A key of front matter with what it holds. */
export interface Field {
  /** As it is written. */
  name: string;
  value: Value;
  asWritten: Json;
  at: Position;
  valueAt: Position;
  /** What YAML takes for a comment behind a plain value, though no space follows its `#`: "#1 at chess". */
  cut?: string;
  /** A comment behind a plain value. */
  comment?: string;
}

/** The keys of a file, and what there is to tell of how they are written: with a mistake, there are no fields. */
export interface Fields {
  fields: Field[];
  told: SourceError[];
}

/** Deeper than any front matter is nested. */
const DEEPEST = 60;
/** More values than any front matter has. */
export const MOST = 5_000;

/** More than front matter can have use of. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * Values of any reader (YAML, TOML, JSON) as ours.
 *
 * @param scalar what a text is, where quoted and plain ones can't be told apart any more
 * @throws TooMuch where parts are repeated by aliases beyond all need, or nested so
 */
export function valuesOf(raw: unknown, scalar: (text: string) => string | null = (text) => text): Value {
  let count = 0;
  const of = (value: unknown, depth: number): Value => {
    if (depth > DEEPEST || ++count > MOST) throw new TooMuch();
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map((each) => of(each, depth + 1));
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (typeof value !== 'object') return scalar(String(value));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, of(each, depth + 1)]));
  };
  return of(raw, 0);
}

/** What YAML means by nothing. */
export const emptied = (text: string): string | null => (/^(?:~|null|)$/i.test(text.trim()) ? null : text);

/** A plain scalar as the number or the truth value that it is, where that says the same. */
export function typed(text: string): Json {
  if (/^(?:true|false)$/.test(text)) return text === 'true';
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** Scalars of a tree of strings as what they say. */
export function typedAll(value: Value): Json {
  if (value === null) return null;
  if (typeof value === 'string') return typed(value);
  if (Array.isArray(value)) return value.map(typedAll);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typedAll(each)]));
}
