/** The absolute address that a page's file answers to. */
export function pageAddress(path: string, site: { url: string; base: string }): string {
  const below = path.replace(/(^|\/)index\.html$/, '$1').replace(/^404\.html$/, '404/');
  return site.url + site.base + below.split('/').map(encodeURIComponent).join('/');
}
