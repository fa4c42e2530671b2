import { wholeArticle } from '../../downloads/one-file.ts';
import type { GeneratorContext } from './generator.ts';

/** An article as one HTML file with its pictures inside. These are as '../images/image-cache.ts' makes them. */
export function make(_work: unknown, { path, records: [record], site, picture }: GeneratorContext): string {
  if (!record) throw new Error(`${path} has no article`);
  return wholeArticle(record, site, picture);
}
