/** Paths go into links and stores: only an article of this site, never an address elsewhere or a script. */
export function isArticlePath(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 500 && /^\/articles\/(?:(?!\.\.?\/)[^/\\?#\s\p{Cc}]+\/)+$/u.test(value)
  );
}

/** A page of this site, an article's or another. */
export function isPagePath(value: string): boolean {
  return value.length <= 500 && /^\/(?:(?!\.\.?\/)[^/\\?#\s\p{Cc}]+\/)*$/u.test(value);
}
