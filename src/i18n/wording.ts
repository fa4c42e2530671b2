import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import type { Catalogue, Plural } from './catalogue.ts';
import { catalogues } from './catalogues.ts';
import { direction } from './direction.ts';
import { formsOf } from './forms.ts';
import type { Language } from './languages.ts';

/** What the interface says in the site's language, and how it writes dates and numbers. */
export interface Wording {
  text: Catalogue;
  /** BCP 47. */
  tag: string;
  dir: 'ltr' | 'rtl';
  number(value: number): string;
  /** The form of a text that goes with a number, with the number in it. */
  count(forms: Plural<'other'>, value: number): string;
  /** The date alone, in the site's zone. `instant` is ISO 8601 in UTC. */
  day(instant: string): string;
  shortDay(instant: string): string;
  /** Date and time with the zone named: "30 January 2024, 00:50 UTC". */
  moment(instant: string): string;
  /** `YYYY-MM-DD` of an instant in the site's zone. */
  calendarDay(instant: string): string;
  /** A calendar day, `YYYY-MM-DD`, which has no zone: "30 January 2024". */
  date(date: string): string;
  /** The same with its weekday. */
  edition(date: string): string;
  /** "January 2024"; months count from 1. */
  month(year: number, month: number): string;
  /** The name of a month alone, `short` for narrow places. */
  monthName(month: number, width: 'wide' | 'abbreviated'): string;
  /** Names of the weekdays in the order of the language's week, and the day that begins it (0 Sunday). */
  week: { first: number; names: { wide: string; narrow: string }[] };
  /** Parts of a list in running text: "A, B and C" as names and what stands between. */
  list(names: string[]): { name: boolean; value: string }[];
}

/** Fills the places in a text: `fill('Page {page}', { page: '2' })`. A place without a value stays as it is. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Building Intl's formatters costs far more than using them, and a site has one language and one zone. */
const compiled = new Map<string, Wording>();

/**
 * The wording of a site.
 * @param site its language and the IANA zone in which its dates are shown
 */
export function wording(site: { language: Language; timeZone: string }): Wording {
  const key = `${site.language} ${site.timeZone}`;
  let known = compiled.get(key);
  if (!known) compiled.set(key, (known = compile(site.language, site.timeZone)));
  return known;
}

/** Dates that are remembered as they were written: a few hundred kilobytes. */
const WRITTEN_AT_MOST = 4_000;

function compile(language: Language, timeZone: string): Wording {
  const { pages: text, dates: locale, tag } = catalogues[language];
  const forms = formsOf(tag);
  const numbers = new Intl.NumberFormat(forms);
  const plurals = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(forms, { style: 'long', type: 'conjunction' });
  // A zone has a short name where people use one: "CET" in British English, "EST" in American, "MEZ" in German.
  const zones = [tag, 'en-GB', 'en-US'].map(
    (speaker) => new Intl.DateTimeFormat(speaker, { timeZone, timeZoneName: 'short', year: 'numeric' }),
  );

  const write = (date: Date, pattern: string) => format(date, pattern, { locale });
  // An article's day stands on its page, on those beside it, and in lists and feeds.
  const written = new Map<string, string>();
  const there = (instant: string, pattern: string) => {
    const key = `${pattern} ${instant}`;
    let text = written.get(key);
    if (text === undefined) {
      text = write(new TZDate(instant, timeZone), pattern);
      if (written.size >= WRITTEN_AT_MOST) written.clear();
      written.set(key, text);
    }
    return text;
  };
  const zone = (instant: string) => {
    const names = zones.map(
      (one) => one.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value,
    );
    return names.find((name) => name && !/[+−-]\d/.test(name)) ?? names[0] ?? timeZone;
  };
  // A day of the calendar has no zone: noon in UTC is that day, whatever the machine's own zone.
  const plain = (year: number, month: number, day: number) => new TZDate(Date.UTC(year, month - 1, day, 12), 'UTC');
  const dayOf = (date: string) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    return plain(year, month, day);
  };
  const weekday = (day: number, width: 'wide' | 'narrow') =>
    locale.localize.day((day % 7) as 0, { width, context: 'standalone' });
  const first = locale.options?.weekStartsOn ?? 1;

  return {
    text,
    tag,
    dir: direction(tag),
    number: (value) => numbers.format(value),
    count: (forms, value) => {
      const form = (forms as Partial<Plural<Intl.LDMLPluralRule>>)[plurals.select(value)] ?? forms.other;
      return fill(form, { count: numbers.format(value) });
    },
    day: (instant) => there(instant, text.dates.day),
    shortDay: (instant) => there(instant, text.dates.shortDay),
    moment: (instant) =>
      fill(text.dates.moment, {
        day: there(instant, text.dates.day),
        time: there(instant, text.dates.time),
        zone: zone(instant),
      }),
    calendarDay: (instant) => there(instant, 'yyyy-MM-dd'),
    date: (date) => write(dayOf(date), text.dates.day),
    edition: (date) => write(dayOf(date), text.dates.edition),
    month: (year, month) => write(plain(year, month, 1), text.dates.month),
    monthName: (month, width) => locale.localize.month((month - 1) as 0, { width, context: 'standalone' }),
    week: {
      first,
      names: [0, 1, 2, 3, 4, 5, 6].map((day) => ({
        wide: weekday(first + day, 'wide'),
        narrow: weekday(first + day, 'narrow'),
      })),
    },
    list: (names) => lists.formatToParts(names).map((part) => ({ name: part.type === 'element', value: part.value })),
  };
}
