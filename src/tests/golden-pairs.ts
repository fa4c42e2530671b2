import { readdirSync, readFileSync } from 'node:fs';

/** A text, and what the recognisers are to make of it. */
export interface GoldenPair {
  name: string;
  text: string;
  form: 'markdown' | 'pasted';
  expected: unknown;
}

/** The golden pairs in `src/parse/<folder>/fixtures`: `name.txt` or `name.md`, and beside it `name.json`. */
export function goldenPairs(folder: string): GoldenPair[] {
  const at = new URL(`../parse/${folder}/fixtures/`, import.meta.url);
  return readdirSync(at)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => ({
      name,
      text: readFileSync(new URL(name, at), 'utf8'),
      form: name.endsWith('.md') ? ('markdown' as const) : ('pasted' as const),
      expected: JSON.parse(readFileSync(new URL(name.replace(/\w+$/, 'json'), at), 'utf8')) as unknown,
    }));
}
