import { wordCount } from '../text/lines.ts';

/** An entry of a live blog: its time as written, and where its words begin in its first paragraph. */
export interface Timed {
  index: number;
  time: string;
  /** 0 where the time has a line of its own. */
  from: number;
}

const clock = String.raw`\d{1,2}(?:[:.h]\d{2})(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?`;
const zone = String.raw`(?:\s(?:GMT|UTC|BST|CES?T|MES?Z|[ECMP][SD]?T|AE[SD]T|IST|JST|KST|HKT|MSK|WIB)|\sUhr)?`;
/** A time of day alone, or at the beginning of a paragraph behind which a dash, a bar or words stand. */
const alone = new RegExp(`^(?:${clock})${zone}$`, 'iu');
const opening = new RegExp(`^(?<time>(?:${clock})${zone})(?:\\s*[-–—|:]\\s+|\\s+)(?=[\\p{Lu}\\p{Lo}"“«„‘'#@])`, 'iu');

/** Fewer entries than these are no live blog. */
const least = 4;

/** The minute of the day that a time names; null for a number that is none, such as the length of a film. */
function minuteOf(time: string): number | null {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:.h](\d{2}))?/iu.exec(time) ?? [];
  const isPm = /p\.?m/iu.test(time);
  const hours = (Number(hour) % (/[ap]\.?m/iu.test(time) ? 12 : 24)) + (isPm ? 12 : 0);
  return Number(hour) > 24 || Number(minute) > 59 ? null : hours * 60 + Number(minute);
}

/**
 * The entries of a live blog among the paragraphs of a text: four times and more that follow one another, forward or
 * backward, most of them with a paragraph below. The lengths of films follow no order, and no paragraph follows them.
 *
 * @param texts the paragraphs in order; null for what is none
 */
export function timedEntries(texts: readonly (string | null)[]): Timed[] {
  const lines = texts.flatMap((text, index): Timed[] => {
    if (text === null || text.length > 4000) return [];
    if (text.length <= 24 && alone.test(text)) return [{ index, time: text, from: 0 }];
    const found = opening.exec(text.slice(0, 40));
    return found ? [{ index, time: found.groups!['time']!, from: found[0].length }] : [];
  });
  const apart = [lines.filter(({ from }) => from === 0), lines.filter(({ from }) => from > 0)];
  return apart.find((entries) => isBlog(entries, texts)) ?? [];
}

function isBlog(entries: readonly Timed[], texts: readonly (string | null)[]): boolean {
  if (entries.length < least) return false;
  const minutes = entries.map(({ time }) => minuteOf(time));
  const pairs = minutes.slice(1).map((minute, at) => (minute ?? 0) - (minutes[at] ?? 0));
  const ordered = Math.max(pairs.filter((step) => step >= 0).length, pairs.filter((step) => step <= 0).length);
  if (minutes.includes(null) || ordered < pairs.length * 0.8) return false;
  const told = entries.filter(({ index, from }, at) => {
    const end = entries[at + 1]?.index ?? texts.length;
    return texts.slice(from > 0 ? index : index + 1, end).some((text) => text !== null && wordCount(text) >= 15);
  });
  return told.length >= entries.length * 0.7;
}
