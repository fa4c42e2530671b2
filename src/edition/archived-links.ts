import type { Summary } from './summary.ts';

/** Parameters that say where a reader came from, not what is shown. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ocid|ref|ref_src|ref_url|smid|s_cid|partner|guccounter|guce_\w+|__twitter_impression|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|bbc_team|format))$/i;

/**
 * An address by which two links to one page are told to be the same: without scheme, `www.`, fragment,
 * tracking parameters and closing slash; the other parameters in order.
 *
 * @returns null for what is no http(s) address
 */
export function normalAddress(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.host.replace(/^www\./, '');
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  return `${host}${url.pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`;
}

/**
 * Finds the copy that is kept here of a page elsewhere, or the article here that an absolute address names.
 * Where several articles name one source, the oldest in `articles` is it.
 *
 * @param articles   oldest first
 * @param ownAddress the absolute address of a path of this site
 */
export function cachedAt(
  articles: readonly Summary[],
  ownAddress: (path: string) => string,
): (link: string) => Summary | null {
  const kept = new Map<string, Summary>();
  for (const article of articles) {
    for (const address of [ownAddress(article.path), article.source?.url ?? '']) {
      const normal = normalAddress(address);
      // The address of a publisher's front page is nobody's story.
      if (normal !== null && normal.includes('/') && !kept.has(normal)) kept.set(normal, article);
    }
  }
  return (link) => {
    const normal = normalAddress(link);
    return normal === null ? null : (kept.get(normal) ?? null);
  };
}

/**
 * The links of an article that lead to something kept here.
 * @returns paths below the base, by the link as the body has it
 */
export function archivedLinksOf(article: Summary, kept: (link: string) => Summary | null): Record<string, string> {
  return Object.fromEntries(
    article.links.flatMap((link) => {
      const target = kept(link);
      return target && target.id !== article.id ? [[link, target.path]] : [];
    }),
  );
}
