import { SourceError } from '../../source/error.ts';
import type { FrontMatter } from '../../source/front-matter.ts';
import type { FrontMatterKey } from '../../source/keys.ts';
import { dateExamples, readDate } from './read-date.ts';
import type { ParseOptions, StatedDate } from '../parsed-article.ts';

/**
 * The date that front matter states under a key; null where it states none. A date that can't be read, that the
 * calendar does not have, or that the clocks of its zone skip is put among the problems.
 */
export function statedDate(
  frontMatter: FrontMatter,
  key: FrontMatterKey & ('published' | 'updated'),
  path: string,
  language: string,
  options: ParseOptions,
): StatedDate | null {
  // The words that the original prints are a date too, where no other is stated.
  const from = key === 'published' && !frontMatter.positions.published ? 'publishedText' : key;
  const written = frontMatter.values[from];
  if (written === undefined) return null;
  const reading = readDate(written, options.timeZone, language);
  if (reading.ok) return { ...reading.date, text: written };
  const { line, column } = frontMatter.positions[from] ?? { line: 1, column: 1 };
  frontMatter.problems.push(dateError(path, line, column, written, reading.reason));
  return null;
}

/** What to say of a date that is stated and is none, with what was tried. */
export function dateError(
  path: string,
  line: number,
  column: number,
  written: string,
  reason: 'impossible' | 'skipped' | 'unreadable',
): SourceError {
  const quoted = `"${written.length > 80 ? `${written.slice(0, 80)}…` : written}"`;
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
  });
}
