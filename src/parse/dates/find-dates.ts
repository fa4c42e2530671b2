import { alternation, foldName, months, weekdays } from './month-names.ts';
import { exists, zoneOf, zonePattern, type WallTime } from './time-zones.ts';

/** A full date (year, month and day) found in a text. */
export interface DateMatch {
  /** Where it stands: UTF-16 code units from the beginning of the text. */
  start: number;
  end: number;
  wall: WallTime;
  /** `day` where no time of day stands beside it. */
  precision: 'day' | 'minute';
  /** IANA name or `+02:00`; null where the text names none. */
  zone: string | null;
  /** False for a date that the calendar does not have: 30 February. */
  possible: boolean;
  /** True where the year has two digits or day and month could be exchanged. */
  vague: boolean;
}

const M = `(?:${alternation(months)})(?![\\p{L}\\p{M}])\\.?`;
const W = `(?:(?:(?:${alternation(weekdays)})(?![\\p{L}\\p{M}])\\.?|(?:Mo|Di|Mi|Do|Fr|Sa|So)[.,]),?\\s*)?`;
/** Day of the month: "30", "1st", "23.", "1er", "20 de". */
const D = '\\d{1,2}(?:st|nd|rd|th|er|º|ª|:e|-го)?';
/** A year may run into the time that follows it, as in "Mar 18 20199:29 AM". */
const Y = '(?:19|20)\\d\\d(?!\\d(?!\\d?[:.]\\d\\d))';
const OF = "[\\s.,/-]*(?:(?:de|del|of|d'|ב-?)[\\s.]*)?";

/** Letters of the scripts that have capitals: after any other, as in "송고시간2022-03-16", a number begins a word. */
const CASED = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';

/** Dates without a time. Named groups: y, m (a name), n (a month's number), d, a and b (either order). */
const dateForms = [
  `(?:(?<!\\p{L})${W})?(?<m>${M})[\\s.,/-]*(?<d>${D})(?:[\\s,./-]+|\\s*de\\s*)(?<y>${Y})`,
  `(?<!\\d|\\d[.,/])${W}(?<d>${D})${OF}(?<m>${M})(?:\\s*/\\s*${M})?${OF}(?<y>${Y}|’\\d\\d|'\\d\\d|(?<=-)\\d\\d(?!\\d))`,
  `(?<!\\d)(?<y>${Y})[\\s.,-]+(?<m>${M})\\s*(?<d>\\d{1,2})\\.?(?!\\d)`,
  `(?<!\\d)(?<y>\\d{4})\\s*[年년]\\s*(?<n>\\d{1,2})\\s*[月월]\\s*(?<d>\\d{1,2})\\s*[日일]?(?:\\s*[（(][^）)]{1,4}[）)])?`,
  `(?<![${CASED}\\d]|\\d[./-])${W}(?<y>(?:19|20)\\d\\d)(?<s>[-/.])\\s?(?<n>\\d{1,2})\\k<s>\\s?(?<d>\\d{1,2})(?!\\d(?!\\d?:\\d\\d)|\\k<s>\\d)\\.?`,
  `(?<![\\p{L}\\d]|\\d[./-])${W}(?<a>\\d{1,2})(?<s>[-/.])\\s?(?<b>\\d{1,2})\\k<s>\\s?(?<y>${Y}|\\d\\d(?!\\d))(?!\\k<s>\\d|%)`,
];
const HALF = '(?:a\\.?m|p\\.?m|[صم])\\.?(?![\\p{L}])';
/** Times of day: "9:29 AM", "13.16", "12h50", "5 PM", "14 Uhr", "0339 GMT". */
const TIME =
  `(?:(?<half>上午|下午|午前|午後|오전|오후)\\s?)?(?<hour>\\d{1,2})(?:\\s?[:.：hH時时시]\\s?(?<minute>\\d{2})(?!\\d)(?:分|분)?(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<ap>${HALF}))?|\\s?(?<ap2>${HALF})|\\s?(?:Uhr|h|[時时시])(?![\\p{L}\\d]))` +
  `|(?<clock>[0-2]\\d[0-5]\\d)(?=\\s?(?:GMT|UTC|hrs|[A-Z]{2,4}T\\b))`;
const JOIN =
  '(?:T|:?(?:\\s?(?:г\\.|года|р\\.))?[\\s,•·|/–—@-]*(?:(?:at|à|um|kl|klo|alle(?:\\sore)?|ore|a\\slas|às|om|o|в|о|u|lúc|pada|pukul|saat|godz)(?![\\p{L}])[.\\s:]*)?)';
const ZONE = `(?:\\s*\\(?(?<zone>${zonePattern})\\)?)?`;
const TAIL = '(?:\\s*(?:Uhr|hrs?\\.?|h)(?![\\p{L}]))?';

const beforeTime = dateForms.map((form) => new RegExp(`${form}(?:${JOIN}(?:${TIME})${TAIL}${ZONE})?`, 'giu'));
/** "10:48, Tue, Nov 19, 2019", "22:00, 11 July 2021 BST", "0339 GMT (1139 HKT) November 19, 2019". */
const leadingTime = new RegExp(
  `(?<![\\d:.])(?:${TIME})${TAIL}${ZONE}(?:\\s*\\(\\d{4}\\s[A-Z]{2,4}\\))?\\s*(?:[,·•|–—-]\\s*|on\\s+)?(?:on\\s+)?$`,
  'iu',
);
const trailingZone = new RegExp(`^\\s*\\(?(?<zone>${zonePattern})\\)?`, 'u');

/** Digits of other scripts and odd spaces, one for one, so that positions hold. */
export function plainDigits(text: string): string {
  if (!/[\u00a0\u0660-\u06f9\u2007\u2009\u202f\u3000\uff10-\uff19]/.test(text)) return text;
  return text
    .replace(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** Every form has one of these: most lines have none. */
const mayHaveDate = /(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d|[-’']\d\d|\d[年년]/;

type Groups = Record<string, string | undefined>;

/** Two digits mean 1970–2069, whatever the clock says today. */
function fullYear(written: string): number {
  const year = Number(written.replace(/^[’']/, ''));
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function hourOf(groups: Groups): number {
  if (groups.clock) return Number(groups.clock.slice(0, 2));
  const hour = Number(groups.hour);
  const half = (groups.ap ?? groups.ap2 ?? groups.half ?? '').toLowerCase();
  if (/^a|ص|上午|午前|오전/.test(half)) return hour === 12 ? 0 : hour;
  // "13:16pm" is met in print: the first number is right.
  if (/^p|م|下午|午後|오후/.test(half)) return hour < 12 ? hour + 12 : hour;
  return hour;
}

/**
 * Whether `a/b` is month and day. With full stops and a whole year, or in any language but English, the day comes first; English takes
 * the American order unless a British or Irish zone stands beside it or the first number is no month.
 */
function monthFirst(
  a: number,
  b: number,
  separator: string,
  short: boolean,
  language: string,
  zone: string | null,
): boolean {
  if (a > 12) return false;
  if (b > 12) return true;
  // American magazines write "12.16.16"; with the whole year full stops are European.
  if (separator === '.' && !short) return false;
  if (!/^en\b/i.test(language) || /^en-(GB|IE|AU|NZ|IN|ZA)\b/i.test(language)) return false;
  return zone === null || !/^(Europe|Africa|Asia|Australia)\//.test(zone);
}

/** What a time ends with, where the next date runs into it: "4:23 PM EDTJUN 24, 2024". */
const endOfTime = /\d\s?[AP]M(?:\s(?:GMT|UTC|[A-Z]{1,3}T))?$/;

/** Whether a match begins inside a word. "ColumnistOctober" has lost a space; "dismay 3, 2020" has not. */
function isTorn(text: string, at: number): boolean {
  return (
    !endOfTime.test(text.slice(Math.max(0, at - 12), at)) &&
    /\p{L}/u.test(text.charAt(at)) &&
    /\p{L}/u.test(text.charAt(at - 1)) &&
    !/^\p{Ll}\p{Lu}/u.test(text.slice(at - 1, at + 1))
  );
}

/** The time of day that stands before a date, and how much further the match reaches then. */
function timeBefore(text: string, start: number, end: number) {
  const lead = leadingTime.exec(text.slice(Math.max(0, start - 40), start));
  if (!lead) return null;
  const timed = lead.groups as Groups;
  const after = timed.zone ? null : trailingZone.exec(text.slice(end, end + 12));
  return {
    timed,
    zone: timed.zone ?? after?.groups?.['zone'],
    start: start - lead[0].length,
    end: end + (after?.[0].length ?? 0),
  };
}

/** The month, from 1, and the day of a date, and whether they could be exchanged. */
function monthAndDay(groups: Groups, language: string, zone: string | null) {
  if (groups.a === undefined) {
    const month = groups.m === undefined ? Number(groups.n) : months.get(foldName(groups.m))! + 1;
    return { month, day: Number.parseInt(groups.d!, 10), vague: false };
  }
  const [a, b] = [Number(groups.a), Number(groups.b)];
  const isFirst = monthFirst(a, b, groups.s!, groups.y!.length < 4, language, zone);
  const vague = a <= 12 && b <= 12 && a !== b && groups.s !== '.';
  return isFirst ? { month: a, day: b, vague } : { month: b, day: a, vague };
}

/** The time of day that groups name; midnight where they name none. */
function timeOf(timed: Groups | null): Pick<WallTime, 'hour' | 'minute' | 'second'> {
  if (!timed) return { hour: 0, minute: 0, second: 0 };
  const minute = Number(timed.minute ?? timed.clock?.slice(2) ?? 0);
  return { hour: hourOf(timed), minute, second: Number(timed.second ?? 0) };
}

function read(match: RegExpExecArray, text: string, language: string): DateMatch | null {
  const groups = match.groups as Groups;
  if (isTorn(text, match.index)) return null;
  const [first, last] = [match.index, match.index + match[0].length];
  const own = groups.hour !== undefined || groups.clock !== undefined;
  const before = own ? null : timeBefore(text, first, last);
  const timed = own ? groups : (before?.timed ?? null);
  const zoneText = before ? before.zone : groups.zone;
  const zone = zoneText ? zoneOf(zoneText) : null;
  const isShort = groups.y!.length < 4;
  const { month, day, vague } = monthAndDay(groups, language, zone);
  const wall: WallTime = { year: fullYear(groups.y!), month: month - 1, day, ...timeOf(timed) };
  const possible = exists(wall) && month >= 1;
  // A version number or a score with two-digit parts is no impossible date: it is no date.
  if (!possible && isShort) return null;
  const { start, end } = before ?? { start: first, end: last };
  return { start, end, wall, precision: timed ? 'minute' : 'day', zone, possible, vague: vague || isShort };
}

/**
 * Every full date in a text, with the time of day and zone beside it, from left to right, in the languages of
 * {@link months}. What names no year or no day ("Updated Nov 19, 6:55 AM", "1 day ago") is not found.
 *
 * @param language BCP 47, for the order of `3/4/2024`
 */
export function findDates(text: string, language = 'en'): DateMatch[] {
  const plain = plainDigits(text);
  if (!mayHaveDate.test(plain)) return [];
  const found: DateMatch[] = [];
  for (const pattern of beforeTime)
    for (const match of plain.matchAll(pattern)) {
      const date = read(match, plain, language);
      if (date) found.push(date);
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter((date) => {
    if (date.start < last) return false;
    last = date.end;
    return true;
  });
}
