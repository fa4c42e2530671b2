/**
 * The address of a page or file on this site, for links: with the site's base.
 * @param site its base begins and ends with a slash
 * @param path below the base, with its leading slash: `/articles/harbour/`
 */
export function at(site: { base: string }, path: string): string {
  return site.base + path.replace(/^\//, '');
}

/** The same with scheme and host, for what leaves the page: canonical links, prints. */
export function absolute(site: { base: string; url: string }, path: string): string {
  return site.url + at(site, path);
}

/** A link that the settings name: a path of this site, or an address elsewhere. */
export function linkTo(site: { base: string }, to: string): { href: string; rel?: string } {
  return to.startsWith('/') ? { href: at(site, to) } : { href: to, rel: 'external noreferrer' };
}
