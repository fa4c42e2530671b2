import { isFields, type Fields } from '../fields.ts';
import type { Entries } from '../item.ts';

/** A service's JSON. */
export interface JsonFormat {
  /** As it is told: "a wallabag export (JSON)". */
  name: string;
  /** Whether a value of JSON is such an export. Told by its outer form and its first entry. */
  is(value: unknown): boolean;
  /** @param value one of which `is` was true */
  entries(value: unknown): Entries;
}

/**
 * Whether a value is a list of entries that have all of these keys, and one of `any` where some are named. The first
 * entries decide: one of them may be damaged. An empty list is nobody's.
 */
export function isListOf(value: unknown, keys: readonly string[], any: readonly string[] = keys): boolean {
  const first: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [];
  const has = (entry: Fields, key: string) => Object.hasOwn(entry, key);
  return first.some((entry) => isFields(entry) && keys.every((key) => has(entry, key)) && any.some((key) => has(entry, key))); // prettier-ignore
}

/** Where an entry stands in its list, for messages; `index` counts from 0. */
export const placeOf = (index: number): string => `entry ${index + 1}`;

/** What is told of an entry that is no object. */
export const noEntry = (index: number) => ({ place: placeOf(index), title: null, why: 'it is no entry' });
