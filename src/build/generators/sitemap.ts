import type { Work } from '../../edition/files/output-file.ts';
import { newsSitemap, robots, sitemap, sitemapIndex } from '../../feeds/sitemap.ts';
import type { GeneratorContext } from './generator.ts';

/** What tells crawlers of the site: sitemaps, their index, the news sitemap and robots.txt. */
export function make(
  work: Extract<Work, { generator: `sitemap${string}` | 'robots' }>,
  { site }: GeneratorContext,
): string {
  switch (work.generator) {
    case 'sitemap':
      return sitemap(work.entries, site);
    case 'sitemap-index':
      return sitemapIndex(work.sitemaps, site);
    case 'sitemap-news':
      return newsSitemap(work.entries, site);
    case 'robots':
      return robots(work.sitemaps, site);
    default:
      return work satisfies never;
  }
}
