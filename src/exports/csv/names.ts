import { distinct, names } from '../fields.ts';

/** Names in one cell: a list of JSON (`["a","b"]`), of Python (`['a', 'b']`), or names between commas. */
export function namesIn(cell: string | null): string[] {
  const written = (cell ?? '').trim();
  if (!/^\[.*\]$/s.test(written)) return distinct(written.split(/[,;|]/));
  try {
    const list: unknown = JSON.parse(written);
    if (Array.isArray(list)) return names(list);
  } catch {
    // Python's own way of writing a list.
  }
  return distinct([...written.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'))); // prettier-ignore
}
