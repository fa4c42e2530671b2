const zone = '(?:Z|[+-]\\d{2}:?\\d{2}|GMT|UTC?|[ECMP][SD]T)';
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?)$/i;
/** RFC 822 as feeds write it: `Tue, 02 Jan 2018 15:04:05 GMT`. */
const mailDate = new RegExp(
  `^(?:[A-Za-z]{3,9},? +)?\\d{1,2} [A-Za-z]{3,9} \\d{2,4} \\d{1,2}:\\d{2}(?::\\d{2})? ${zone}$`,
  'i',
);
/** Evernote: `20240130T125000Z`. */
const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Nothing that anybody saved is older; what is, comes from a zero that was taken for a date. */
const earliest = Date.UTC(1000, 0, 1);
const latest = Date.UTC(9999, 0, 1);

/**
 * A date as an export writes it, as front matter takes it: an instant in UTC, or the day (and time) alone where no zone
 * is named. Numbers count from 1970, in seconds, milliseconds or microseconds by their size.
 *
 * @returns null for what is no date, and for the zeros that databases write for none
 */
export function dateOf(value: unknown): string | null {
  if (typeof value === 'number' || (typeof value === 'string' && /^\s*\d{6,17}(?:\.\d+)?\s*$/.test(value)))
    return sinceEpoch(Number(value));
  if (typeof value !== 'string') return null;
  const written = value.trim();
  const plain = isoDate.exec(written);
  if (plain) return withoutZone(plain);
  if (isoInstant.test(written)) return instant(Date.parse(strictIso(written)));
  if (mailDate.test(written)) return instant(Date.parse(written.replace(/UT$/i, 'UTC')));
  const short = compact.exec(written);
  if (short) return instant(Date.parse(written.replace(compact, '$1-$2-$3T$4:$5:$6Z')));
  return null;
}

/** `2024-01-30 12:50:00 +0000` and `… UTC` as ISO 8601 itself has it. */
const strictIso = (written: string): string =>
  `${written.slice(0, 10)}T${written
    .slice(11)
    .replace(/ ?(?:GMT|UTC?)$/i, 'Z')
    .replace(' ', '')
    .toUpperCase()}`;

function sinceEpoch(number: number): string | null {
  if (!(number > 0)) return null;
  const milliseconds = number < 1e11 ? number * 1000 : number < 1e14 ? number : number / 1000;
  return instant(Math.floor(milliseconds));
}

function instant(milliseconds: number): string | null {
  return milliseconds >= earliest && milliseconds < latest ? new Date(milliseconds).toISOString() : null;
}

function withoutZone([written, year, month, day, hour]: RegExpExecArray): string | null {
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // The calendar's own opinion of 31 February.
  if (Number.isNaN(time) || time < earliest || new Date(time).getUTCDate() !== Number(day)) return null;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const minute = written.slice(14, 16);
  return Number(hour) < 24 && Number(minute) < 60 ? `${year}-${month}-${day} ${hour}:${minute}` : null;
}
