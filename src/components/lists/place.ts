import type { Paging, SettledPaging } from '../../edition/pages.ts';
import { fill, type Wording } from '../../i18n/wording.ts';

/** Where in its list a page is: "Page 1 of 12", or the days that it is of. */
export function placeOf(paging: Paging | SettledPaging, { text, number, shortDay }: Wording): string {
  if ('page' in paging) return fill(text.list.page, { page: number(paging.page), pages: number(paging.pages) });
  if (!paging.dates) return number(paging.fromOldest);
  const [oldest, newest] = [shortDay(paging.dates.oldest), shortDay(paging.dates.newest)];
  return oldest === newest ? newest : `${oldest} – ${newest}`;
}
