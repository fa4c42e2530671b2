import type { Work } from '../../edition/output-file.ts';
import { makeFeed } from '../../feeds/feed.ts';
import type { Bench } from './generators.ts';

/** A feed, or one month of its archive. */
export function make({ format, feed }: Extract<Work, { maker: 'feed' }>, { records, site }: Bench): string {
  return makeFeed(format, feed, records, site);
}
