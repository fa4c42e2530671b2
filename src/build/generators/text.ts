import type { Bench } from './generators.ts';

/** An article as plain text. */
export function make(_work: unknown, { path, records: [record] }: Bench): string {
  if (!record) throw new Error(`${path} has no article`);
  return record.text;
}
