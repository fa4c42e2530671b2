/**
 * Values of an export, whatever they turn out to be: nothing in a file from elsewhere is of the type that its service
 * documents. Keys are asked for by name and never copied, so that `__proto__` is a key like any other.
 */

/** An object of JSON, as `JSON.parse` gives it. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of the keys that holds a text or a number; trimmed, null where none does or it is blank. */
export function text(fields: Fields, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(fields, key) ? fields[key] : null;
    const written = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    if (written !== '') return written;
  }
  return null;
}

/** The list under a key; empty where it is none. */
export function list(fields: Fields, key: string): readonly unknown[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  return Array.isArray(value) ? value : [];
}

/** The objects in the list under a key. */
export const objects = (fields: Fields, key: string): readonly Fields[] => list(fields, key).filter(isFields);

/** Whether a key holds yes in one of the forms that services write it in. */
export function flag(fields: Fields, key: string): boolean {
  return Object.hasOwn(fields, key) && isYes(fields[key]);
}

export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || /^(?:true|yes|1)$/i.test(String(value));

/** Names from a list of texts or of objects that have one under `label`, `name` or `title`. */
export function names(values: readonly unknown[]): string[] {
  return distinct(
    values.map((value) =>
      typeof value === 'string' ? value : isFields(value) ? text(value, 'label', 'name', 'title') : null,
    ),
  );
}

/** The names that say something, each once, white space collapsed, in their order. */
export function distinct(values: readonly (string | null | undefined)[]): string[] {
  const found = new Map<string, string>();
  for (const value of values) {
    const name = (value ?? '').replace(/\s+/g, ' ').trim();
    if (name !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  }
  return [...found.values()];
}
