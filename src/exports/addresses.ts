/** Longer than this is no address that somebody saved: a page written into a link. */
const longest = 4000;

/**
 * The web address that a text is.
 *
 * @param base what a relative address is taken from
 * @returns null where it is none: another scheme, a path of a disk, no address at all
 */
export function webAddress(written: string | null, base?: string): string | null {
  if (written === null || written.length > longest) return null;
  // "example.com/page", as some services write it.
  const named = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]|$)/i.test(written) && base === undefined;
  const url = URL.parse(named ? `https://${written}` : written, base);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' && url.username === '' ? url.href : null;
}

/** The host of an address as people say it, without `www.`. */
export function hostOf(address: string): string {
  return (URL.parse(address)?.hostname ?? address).replace(/^www\./, '');
}
