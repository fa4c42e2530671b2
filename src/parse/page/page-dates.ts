import type { Said } from '../../html/facts/page-dates.ts';
import { findDates } from '../dates/find-dates.ts';
import { readDate, stateDate, type DateReading } from '../dates/read-date.ts';
import type { ParseOptions, StatedDate } from '../parsed-article.ts';

/** "Fri Apr 28 19:20:36 CEST 2023", as Java writes dates: the year stands last. */
const java = /^\w{3} (\w{3} \d{1,2}) (\d\d:\d\d)(?::\d\d)? (\w{2,5}) (\d{4})$/;

/** The first of the dates that a page states which is one; a time of day is worth more than a day alone. */
export function firstDate(said: readonly Said[], language: string, { timeZone }: ParseOptions): StatedDate | null {
  let day: StatedDate | null = null;
  for (const { text } of said) {
    const written = text.replace(java, '$1, $4 $2 $3').trim();
    const reading = readDate(written, timeZone, language);
    if (!reading.ok || !isLikely(reading.date)) continue;
    if (reading.date.precision === 'minute') return day && !sameDay(day, reading.date) ? day : zonedOf(reading, said, language, timeZone); // prettier-ignore
    day ??= reading.date;
  }
  return day;
}

/** Where one voice of the page says the time without its zone, and another the same time with it, the zone holds. */
function zonedOf({ date, match }: ReadDate, said: readonly Said[], language: string, timeZone: string): StatedDate {
  if (match.zone !== null) return date;
  const { year, month, day, hour, minute } = match.wall;
  for (const { text } of said) {
    const reading = readDate(text, timeZone, language);
    if (!reading.ok || reading.match.zone === null || reading.date.precision !== 'minute') continue;
    const { wall } = reading.match;
    if (wall.year === year && wall.month === month && wall.day === day && wall.hour === hour && wall.minute === minute) return reading.date; // prettier-ignore
  }
  return date;
}

type ReadDate = Extract<DateReading, { ok: true }>;

/** The first date in texts that hold more than a date. */
export function dateWithin(texts: readonly string[], language: string, { timeZone }: ParseOptions): StatedDate | null {
  for (const text of texts) {
    for (const match of findDates(text.slice(0, 400), language)) {
      const reading = stateDate(match, text, timeZone);
      if (reading.ok && isLikely(reading.date)) return reading.date;
    }
  }
  return null;
}

/** The day that an address names, `/2024/08/27/` or `2024-08-27`. */
export function dateInAddress(address: string | null, { timeZone }: ParseOptions): StatedDate | null {
  const found = /[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(address ?? '');
  const reading = found ? readDate(`${found[1]}-${found[2]}-${found[3]}`, timeZone, 'en') : null;
  return reading?.ok ? reading.date : null;
}

/** Templates state the year 1 and 1970. */
const isLikely = ({ instant }: StatedDate): boolean => instant > '1975' && instant < '2200';

/** Whether an instant is on a day, whichever of the world's zones it was meant in. */
const sameDay = (day: StatedDate, moment: StatedDate): boolean =>
  Math.abs(Date.parse(moment.instant) - Date.parse(day.instant) - 43_200_000) <= 38 * 3_600_000;
