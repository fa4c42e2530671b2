/**
 * The address that a request asks for, as it is: nothing in it is decoded.
 *
 * @param url the request's target (RFC 9112, section 3.2.1)
 * @returns null where it isn't a path that a file of a site can have
 */
export function asked(url: string): { path: string; search: string } | null {
  const [, path = '', search = ''] = /^(\/[^?#]*)(\?[^#]*)?$/.exec(url) ?? [];
  if (path === '' || path.startsWith('//')) return null;
  try {
    const decoded = decodeURIComponent(path);
    const wrong = /[\0-\x1f\x7f\\]/.test(decoded) || decoded.split('/').some((part) => part === '..' || part === '.');
    return wrong ? null : { path, search };
  } catch {
    return null;
  }
}
