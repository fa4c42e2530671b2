import type { Work } from '../../edition/leaf.ts';
import { headersFile, redirectPage, redirectsFile } from '../../feeds/hosting.ts';
import type { Bench } from '../makers.ts';

/** What hosts are told: old addresses and headers. */
export function make(
  work: Extract<Work, { maker: 'redirect' | 'redirects' | 'headers' | 'nojekyll' }>,
  { site }: Bench,
): string {
  switch (work.maker) {
    case 'redirect':
      return redirectPage(work, site);
    case 'redirects':
      return redirectsFile(work.pairs, site);
    case 'headers':
      return headersFile(site);
    case 'nojekyll':
      // GitHub Pages leaves out folders such as `_astro` unless this file is there.
      return '';
    default:
      return work satisfies never;
  }
}
