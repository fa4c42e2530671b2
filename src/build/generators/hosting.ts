import type { Work } from '../../edition/files/output-file.ts';
import { redirectPage, redirectsFile } from '../../hosting/hosting.ts';
import type { GeneratorContext } from './generator.ts';

/** What hosts are told: old addresses, and that no folder is to be left out. */
export function make(
  work: Extract<Work, { generator: 'redirect' | 'redirects' | 'nojekyll' }>,
  { site }: GeneratorContext,
): string {
  switch (work.generator) {
    case 'redirect':
      return redirectPage(work, site);
    case 'redirects':
      return redirectsFile(work.pairs, site);
    case 'nojekyll':
      // GitHub Pages leaves out folders such as `_astro` unless this file is there.
      return '';
    default:
      return work satisfies never;
  }
}
