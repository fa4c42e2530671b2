/** One picture of a page: the rendition to keep, and the others that a browser might ask for. */
export interface Picked {
  pick: string;
  others: string[];
}

/** Wide enough for a phone held upright on a sharp screen, and for a column elsewhere. */
const wide = 1200;

const unescape = (text: string): string =>
  text.replace(/&amp;|&#38;|&#x26;/gi, '&').replace(/&quot;|&#34;|&#x22;/gi, '"');

/**
 * Pictures in an article's own part of its page, from the site alone. A worker has no parser of HTML; the
 * pages are our own and their tags regular.
 *
 * @param page the page's HTML
 * @param base the site's base: addresses that don't begin with it are not the site's
 */
export function pickPictures(page: string, base: string): Picked[] {
  const article = /<article class="h-entry[^]*?<\/article>/.exec(page)?.[0] ?? '';
  const picked: Picked[] = [];
  for (const [tag] of article.matchAll(/<img\b[^>]*>/g)) {
    const own = (url: string): boolean => url.startsWith(base) && !url.startsWith('//');
    const attribute = (name: string): string => unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    const src = attribute('src');
    const renditions = attribute('srcset')
      .split(/,\s+/)
      .map((candidate) => /^(\S+)\s+(\d+)w$/.exec(candidate.trim()))
      .flatMap((match) => (match && own(match[1]!) ? [{ url: match[1]!, width: Number(match[2]) }] : []))
      .sort((a, b) => a.width - b.width);
    const fits = renditions.find(({ width }) => width >= wide) ?? renditions[renditions.length - 1];
    const pick = fits?.url ?? (own(src) ? src : null);
    if (pick === null || picked.some((one) => one.pick === pick)) continue;
    const others = new Set([...renditions.map(({ url }) => url), ...(own(src) ? [src] : [])]);
    others.delete(pick);
    picked.push({ pick, others: [...others] });
  }
  return picked;
}
