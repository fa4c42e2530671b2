import { SourceError } from '../../source/error.ts';
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import { findDates } from './find-dates.ts';
import { dateExamples, readDate, stateDate, type DateReading } from './read-date.ts';
import type { ParseOptions, StatedDate } from '../parsed-article.ts';
import { cut } from '../../source/cut.ts';

/** Keys that hold a date. */
type DateKey = 'published' | 'publishedText' | 'created' | 'updated';

/**
 * The date that front matter states under a key; null where it states none. A date that can't be read, that the
 * calendar does not have, or that the clocks of its zone skip is put among the warnings.
 */
export function statedDate(
  frontMatter: FrontMatter,
  key: DateKey,
  path: string,
  language: string,
  options: ParseOptions,
): StatedDate | null {
  const written = frontMatter.values[key];
  if (written === undefined) return null;
  const plain = plainDate(written);
  const reading = readWords(plain, options.timeZone, language);
  if (reading.ok) return { ...reading.date, text: /^[\d.]+$/.test(written) ? plain : written };
  const { line, column } = frontMatter.positions[key] ?? { line: 1, column: 1 };
  frontMatter.warnings.push(dateWarning(path, line, column, written, reading.reason));
  return null;
}

/** A date and nothing else, or the one date among words: "on 20 November 2024". */
function readWords(text: string, timeZone: string, language: string): DateReading {
  const reading = readDate(text, timeZone, language);
  if (reading.ok || reading.reason !== 'unreadable' || text.length > 200) return reading;
  const [match, ...others] = findDates(text, language);
  const around = match ? text.slice(0, match.start) + text.slice(match.end) : text;
  return match && others.length === 0 && !/\d/.test(around) ? stateDate(match, text, timeZone) : reading;
}

const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?)?(Z)?$/;
/** YAML's own short offsets, "08:00:00 -4", and those without minutes. */
const shortOffset = /(\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*([+-])(\d{1,2})$/;

/** Forms that programs write and people don't: seconds or milliseconds since 1970, `20241120`, a short offset. */
function plainDate(written: string): string {
  const text = written.trim();
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString();
  if (/^\d{12,13}$/.test(text) && !compact.test(text)) return new Date(Number(text)).toISOString();
  return text
    .replace(
      compact,
      (_, year: string, month: string, day: string, hour?: string, minute?: string, second?: string, zone = '') =>
        hour === undefined
          ? `${year}-${month}-${day}`
          : `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${zone}`,
    )
    .replace(/\[[A-Za-z_/+-]+\]$/, '')
    .replace(/ \([A-Z][A-Za-z ]+\)$/, '')
    .replace(
      shortOffset,
      (_, time: string, sign: string, hours: string) => `${time}${sign}${hours.padStart(2, '0')}:00`,
    )
    .replace(/(\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*([+-])(\d):?(\d\d)$/, '$1$20$3:$4');
}

/** What to say of a date that is stated and is none, with what was tried. The article appears without it. */
export function dateWarning(
  path: string,
  line: number,
  column: number,
  written: string,
  reason: 'impossible' | 'skipped' | 'unreadable',
): SourceError {
  const quoted = `"${written.length > 80 ? `${cut(written, 80)}…` : written}"`;
  const messages = {
    impossible: `The date ${quoted} does not exist: the calendar has no such day, or the clock no such time.`,
    skipped: `The time ${quoted} does not exist: the clocks of that zone were put forward over it.`,
    unreadable: `The date ${quoted} can't be read. Tried: ISO 8601, day month year, month day year, with a time and a zone, month names in 29 languages.`,
  };
  return new SourceError({
    path,
    line,
    column,
    rule: reason === 'unreadable' ? 'unreadable-date' : 'impossible-date',
    message: messages[reason],
    hint: `Write it as one of: ${dateExamples.join('; ')}.`,
    severity: 'warning',
  });
}
