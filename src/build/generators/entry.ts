import type { GeneratorContext } from './generator.ts';

/** The typed entry of an article, as JSON. */
export function make(_work: unknown, { path, records: [record] }: GeneratorContext): string {
  if (!record) throw new Error(`${path} has no article`);
  return `${JSON.stringify(record.article, null, 2)}\n`;
}
