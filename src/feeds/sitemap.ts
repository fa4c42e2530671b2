import type { NewsEntry, SitemapEntry } from '../edition/feed-values.ts';
import { wording } from '../i18n/wording.ts';
import type { Site } from '../site.ts';
import { address } from './channel.ts';
import { toXml, x } from './xml.ts';

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (sitemaps.org). Most addresses are of articles, at 150 bytes each: 50,000 stay far below 50 MB. */
export function sitemap(entries: readonly SitemapEntry[], site: Site): string {
  return toXml(
    x(
      'urlset',
      { xmlns },
      entries.map(({ path, changed }) =>
        x('url', {}, x('loc', {}, address(site, path)), changed && x('lastmod', {}, changed)),
      ),
    ),
  );
}

/** The sitemap of sitemaps. */
export function sitemapIndex(sitemaps: readonly SitemapEntry[], site: Site): string {
  return toXml(
    x(
      'sitemapindex',
      { xmlns },
      sitemaps.map(({ path, changed }) =>
        x('sitemap', {}, x('loc', {}, address(site, path)), changed && x('lastmod', {}, changed)),
      ),
    ),
  );
}

/** A news sitemap (Google Search Central, "News sitemaps"). */
export function newsSitemap(entries: readonly NewsEntry[], site: Site): string {
  return toXml(
    x(
      'urlset',
      { xmlns, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      entries.map(({ path, headline, language, published, precision }) =>
        x(
          'url',
          {},
          x('loc', {}, address(site, path)),
          x(
            'news:news',
            {},
            x(
              'news:publication',
              {},
              x('news:name', {}, site.title),
              x('news:language', {}, newsLanguage(language, site.language)),
            ),
            x('news:publication_date', {}, precision === 'day' ? wording(site).calendarDay(published) : published),
            x('news:title', {}, headline),
          ),
        ),
      ),
    ),
  );
}

/** ISO 639, two or three letters; Chinese alone is told by its script. An article may name a language badly. */
function newsLanguage(tag: string, otherwise: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language !== 'zh') return language;
    return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  } catch {
    return otherwise;
  }
}

/** robots.txt (RFC 9309). A crawler asks for it at a host's root alone: below a base it is for the owner to copy. */
export function robots(sitemaps: readonly string[], site: Site): string {
  return ['User-agent: *', 'Allow: /', '', ...sitemaps.map((path) => `Sitemap: ${address(site, path)}`), ''].join('\n');
}
