import { findDates, type DateMatch } from './find-dates.ts';
import { instantOf } from './time-zones.ts';
import type { StatedDate } from '../parsed-article.ts';

/** How a stated date was read, or why it could not be. */
export type DateReading =
  | { ok: true; date: StatedDate; match: DateMatch }
  /** `impossible`: the calendar has no such day. `skipped`: clocks were put forward over that time. `unreadable`: no full date. */
  | { ok: false; reason: 'impossible' | 'skipped' | 'unreadable' };

/** Forms that a message can offer, all of which are read. */
export const dateExamples = ['2024-01-30T12:50:00Z', '2024-01-30 12:50', '30 January 2024, 12:50 GMT', 'Jan 30, 2024'];

/** The instant of a date that was found in a text, with its words. A day alone is its midnight in the zone. */
export function stateDate(match: DateMatch, text: string, timeZone: string): DateReading {
  if (!match.possible) return { ok: false, reason: 'impossible' };
  let instant = instantOf(match.wall, match.zone ?? timeZone);
  // Where midnight itself is skipped, the day begins an hour later.
  if (instant === null && match.precision === 'day')
    instant = instantOf({ ...match.wall, hour: 1 }, match.zone ?? timeZone);
  if (instant === null) return { ok: false, reason: 'skipped' };
  const words = text.slice(match.start, match.end).trim();
  return {
    ok: true,
    match,
    date: { instant: new Date(instant).toISOString(), precision: match.precision, text: words },
  };
}

/**
 * Reads a text that is a date and nothing else: a value of front matter, a tweet's date.
 *
 * @param timeZone IANA zone for a date that names none
 * @param language BCP 47, for the order of `3/4/2024`
 */
export function readDate(text: string, timeZone: string, language: string): DateReading {
  const trimmed = text.trim();
  if (trimmed.length > 200) return { ok: false, reason: 'unreadable' };
  const [match] = findDates(trimmed, language);
  if (!match || match.start > 0 || /[\p{L}\p{N}]/u.test(trimmed.slice(match.end)))
    return { ok: false, reason: 'unreadable' };
  return stateDate({ ...match, end: trimmed.length }, trimmed, timeZone);
}

/**
 * The day of a date that names no time, as `YYYY-MM-DD`: read from its words, which say it in the zone in which they
 * were written; else the day whose midnight lies nearest to the instant.
 */
export function statedDay(date: StatedDate, language: string): string {
  const wall = date.text.length > 200 ? undefined : findDates(date.text, language)[0]?.wall;
  const day = wall ? Date.UTC(wall.year, wall.month, wall.day) : Date.parse(date.instant) + 43_200_000;
  return new Date(day).toISOString().slice(0, 10);
}
