import type { Element } from '../tree/dom.ts';
import { plain } from './json-ld.ts';
import { attribute, findAll } from '../tree/tree.ts';

/** The `<meta>` of a page by name, property or itemprop in small letters, in the order of the page. */
export type Metas = ReadonlyMap<string, readonly string[]>;

export function readMetas(page: Element): Metas {
  const metas = new Map<string, string[]>();
  for (const meta of findAll(page, ({ tag }) => tag === 'meta')) {
    const content = plain(attribute(meta, 'content') || attribute(meta, 'value'));
    if (content === '') continue;
    const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap((key) => attribute(meta, key).toLowerCase().split(/\s+/)); // prettier-ignore
    for (const name of new Set(names.filter(Boolean))) {
      const values = metas.get(name) ?? [];
      values.push(content);
      metas.set(name, values);
    }
  }
  return metas;
}

/** The first value that the page gives under one of the names, which stand in the order of their worth. */
export function metaOf(metas: Metas, ...names: string[]): string | null {
  for (const name of names) {
    const [value] = metas.get(name) ?? [];
    if (value) return value;
  }
  return null;
}

/** All values under the first of the names that has any. */
export function metasOf(metas: Metas, ...names: string[]): readonly string[] {
  for (const name of names) {
    const values = metas.get(name);
    if (values) return values;
  }
  return [];
}

/** Every value under any of the names. */
export function allMetas(metas: Metas, ...names: string[]): string[] {
  return names.flatMap((name) => metas.get(name) ?? []);
}
