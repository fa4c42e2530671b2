import type { GeneratorContext } from './generator.ts';

/** An article as plain text. */
export function make(_work: unknown, { path, records: [record] }: GeneratorContext): string {
  if (!record) throw new Error(`${path} has no article`);
  return record.text;
}
