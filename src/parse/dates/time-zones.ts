import { tzOffset } from '@date-fns/tz';

/**
 * What the press writes for a zone, and the place whose clock is meant. Newsrooms write "EST" all year, so an
 * abbreviation names the place, and the place's rules say whether summer time applies. Only GMT and UTC are fixed.
 */
const zones: Readonly<Record<string, string>> = {
  UTC: 'UTC', GMT: 'UTC', Z: 'UTC',
  ET: 'America/New_York', EST: 'America/New_York', EDT: 'America/New_York',
  CT: 'America/Chicago', CST: 'America/Chicago', CDT: 'America/Chicago',
  MT: 'America/Denver', MST: 'America/Denver', MDT: 'America/Denver',
  PT: 'America/Los_Angeles', PST: 'America/Los_Angeles', PDT: 'America/Los_Angeles',
  AKST: 'America/Anchorage', AKDT: 'America/Anchorage', HST: 'Pacific/Honolulu',
  AST: 'America/Halifax', ADT: 'America/Halifax', NST: 'America/St_Johns', NDT: 'America/St_Johns',
  BRT: 'America/Sao_Paulo', ART: 'America/Argentina/Buenos_Aires', CLT: 'America/Santiago', COT: 'America/Bogota',
  BST: 'Europe/London', WET: 'Europe/Lisbon', WEST: 'Europe/Lisbon', IDT: 'Asia/Jerusalem',
  CET: 'Europe/Paris', CEST: 'Europe/Paris', MEZ: 'Europe/Berlin', MESZ: 'Europe/Berlin',
  EET: 'Europe/Athens', EEST: 'Europe/Athens', MSK: 'Europe/Moscow', TRT: 'Europe/Istanbul',
  SAST: 'Africa/Johannesburg', EAT: 'Africa/Nairobi', WAT: 'Africa/Lagos', CAT: 'Africa/Maputo',
  GST: 'Asia/Dubai', PKT: 'Asia/Karachi', IST: 'Asia/Kolkata', NPT: 'Asia/Kathmandu', ICT: 'Asia/Bangkok',
  WIB: 'Asia/Jakarta', SGT: 'Asia/Singapore', PHT: 'Asia/Manila', HKT: 'Asia/Hong_Kong', JST: 'Asia/Tokyo', KST: 'Asia/Seoul',
  AWST: 'Australia/Perth', ACST: 'Australia/Adelaide', ACDT: 'Australia/Adelaide',
  AEST: 'Australia/Sydney', AEDT: 'Australia/Sydney', AET: 'Australia/Sydney', NZST: 'Pacific/Auckland', NZDT: 'Pacific/Auckland',
}; // prettier-ignore

/**
 * A zone as written after a time, as a pattern: an abbreviation, or an offset such as `+0200` or `UTC+2`. The next
 * label may run into it, as in "9:29 AM EDTUpdated".
 */
export const zonePattern =
  `(?:(?:UTC|GMT)\\s?[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}:?\\d{2}(?!\\d)|` +
  `(?:${Object.keys(zones).sort((a, b) => b.length - a.length).join('|')})(?:(?![\\p{L}\\p{N}])|(?=\\p{Lu}\\p{Ll})))`; // prettier-ignore

/** `EDT` → `America/New_York`, `UTC+2` → `+02:00`; null for what is no zone. */
export function zoneOf(written: string): string | null {
  const named = zones[written.toUpperCase()];
  if (named) return named;
  const offset = /([+-])(\d{1,2}):?(\d{2})?$/.exec(written);
  return offset ? `${offset[1]}${offset[2]!.padStart(2, '0')}:${offset[3] ?? '00'}` : null;
}

/** A time on a wall clock. `month` counts from 0. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Whether the calendar has that day and the clock that time: not 30 February, not 24:61. */
export function exists({ year, month, day, hour, minute, second }: WallTime): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

/**
 * The instant, in milliseconds since 1970, at which the clocks of a zone show a time. Where clocks are put back
 * and show it twice, the first. Null where they are put forward over it and never show it. Nothing here depends
 * on the machine's own zone or clock.
 *
 * @param zone an IANA name or `+02:00`
 */
export function instantOf(wall: WallTime, zone: string): number | null {
  const asUtc = Date.UTC(wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second);
  // The two offsets that can apply are those in force a day before and a day after.
  for (const probe of [asUtc - 86_400_000, asUtc + 86_400_000]) {
    const instant = asUtc - tzOffset(zone, new Date(probe)) * 60_000;
    if (instant + tzOffset(zone, new Date(instant)) * 60_000 === asUtc) return instant;
  }
  return null;
}
