import type { Summary } from '../summary.ts';

/** Compares text by code point: the same on every machine and in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest first, undated last; articles of one instant by id, so that the order is always the same. */
export function newestFirst(a: Pick<Summary, 'published' | 'id'>, b: Pick<Summary, 'published' | 'id'>): number {
  if (a.published !== b.published) {
    if (a.published === null) return 1;
    if (b.published === null) return -1;
    return byText(b.published, a.published);
  }
  return byText(a.id, b.id);
}
