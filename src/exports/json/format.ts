import type { Fields } from '../fields.ts';
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

/** Whether a value is a list whose first entry has all of these keys. An empty list is nobody's. */
export function isListOf(value: unknown, ...keys: string[]): value is Fields[] {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return typeof first === 'object' && first !== null && keys.every((key) => Object.hasOwn(first, key));
}

/** Where an entry stands in its list, for messages; `index` counts from 0. */
export const placeOf = (index: number): string => `entry ${index + 1}`;

/** What is told of an entry that is no object. */
export const noEntry = (index: number) => ({ place: placeOf(index), title: null, why: 'it is no entry' });
