/**
 * An address of a page made absolute.
 *
 * @param base the page's own address, where it is known
 * @returns null for what leads nowhere from elsewhere: scripts, parts of the page, files of a disk
 */
export function addressIn(written: string, base: string | null): string | null {
  const trimmed = written.replace(/[\t\r\n]/g, '').trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  try {
    const url =
      base === null ? new URL(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed) : new URL(trimmed, base);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
