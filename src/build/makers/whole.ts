import { wholeArticle } from '../../feeds/whole.ts';
import type { Bench } from '../makers.ts';

/** An article as one HTML file with its pictures inside. These are as '../renditions.ts' makes them. */
export function make(_work: unknown, { path, records: [record], site, picture }: Bench): string {
  if (!record) throw new Error(`${path} has no article`);
  return wholeArticle(record, site, picture);
}
