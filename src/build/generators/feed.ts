import type { Work } from '../../edition/files/output-file.ts';
import { makeFeed } from '../../feeds/feed.ts';
import type { GeneratorContext } from './generator.ts';

/** A feed, or one month of its archive. */
export function make(
  { format, feed }: Extract<Work, { generator: 'feed' }>,
  { records, site }: GeneratorContext,
): string {
  return makeFeed(format, feed, records, site);
}
