import type { Locale } from 'date-fns';
import { ar } from 'date-fns/locale/ar';
import { bg } from 'date-fns/locale/bg';
import { ca } from 'date-fns/locale/ca';
import { cs } from 'date-fns/locale/cs';
import { da } from 'date-fns/locale/da';
import { de } from 'date-fns/locale/de';
import { deAT } from 'date-fns/locale/de-AT';
import { el } from 'date-fns/locale/el';
import { enUS } from 'date-fns/locale/en-US';
import { es } from 'date-fns/locale/es';
import { faIR } from 'date-fns/locale/fa-IR';
import { fi } from 'date-fns/locale/fi';
import { fr } from 'date-fns/locale/fr';
import { he } from 'date-fns/locale/he';
import { hr } from 'date-fns/locale/hr';
import { hu } from 'date-fns/locale/hu';
import { id } from 'date-fns/locale/id';
import { it } from 'date-fns/locale/it';
import { nb } from 'date-fns/locale/nb';
import { nl } from 'date-fns/locale/nl';
import { pl } from 'date-fns/locale/pl';
import { pt } from 'date-fns/locale/pt';
import { ro } from 'date-fns/locale/ro';
import { ru } from 'date-fns/locale/ru';
import { sk } from 'date-fns/locale/sk';
import { sv } from 'date-fns/locale/sv';
import { tr } from 'date-fns/locale/tr';
import { uk } from 'date-fns/locale/uk';
import { vi } from 'date-fns/locale/vi';

/**
 * The names of months and weekdays in the languages of the press, from the locales of date-fns.
 * English comes first: where two languages give a name to different months, the first one keeps it.
 */
const locales: readonly Locale[] = [
  enUS, de, deAT, fr, es, it, pt, ca, nl, sv, da, nb, fi, pl, cs, sk, hr, hu, ro, ru, uk, bg, el, tr, id, vi, ar, he, faIR,
]; // prettier-ignore

/** Forms in print that no locale lists: the AP's "Sept.", Spain's "set", the months of the Levant. */
const alsoMonths: Readonly<Record<string, number>> = {
  sept: 8, juil: 6, janv: 0, févr: 1, avr: 3, déc: 11, märz: 2, mrz: 2, ene: 0, abr: 3, ago: 7, set: 8, dic: 11, mai: 4, juni: 5, juli: 6,
  'كانون الثاني': 0, شباط: 1, آذار: 2, نيسان: 3, أيار: 4, حزيران: 5, تموز: 6, آب: 7, أيلول: 8, 'تشرين الأول': 9, 'تشرين الثاني': 10, 'كانون الأول': 11,
}; // prettier-ignore
const alsoWeekdays: Readonly<Record<string, number>> = { tues: 2, weds: 3, thur: 4, thurs: 4 };

/** Lower case without a closing full stop: "SEPT." and "sept" are one name. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '');
}

function collect(count: number, say: (locale: Locale, index: number, form: object) => string): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales)
    for (const width of ['wide', 'abbreviated', 'short'] as const)
      for (const context of ['formatting', 'standalone'] as const)
        for (let index = 0; index < count; index++) {
          const name = foldName(say(locale, index, { width, context }) ?? '');
          // A number ("1月") is no name; of two letters ("on", Danish for Wednesday) too many are words as well.
          if (/^\p{L}[\p{L}\p{M} .'-]{2,}$/u.test(name) && !names.has(name)) names.set(name, index);
        }
  return names;
}

/** Month by folded name: `january` → 0. */
export const months: ReadonlyMap<string, number> = new Map([
  ...collect(12, (locale, index, form) => locale.localize.month(index as 0, form)),
  ...Object.entries(alsoMonths),
]);

/** Day of the week by folded name: `sunday` → 0. */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ...collect(7, (locale, index, form) => locale.localize.day(index as 0, form)),
  ...Object.entries(alsoWeekdays),
]);

/** The names as one alternation, the longest first, with an optional full stop after each. */
export function alternation(names: ReadonlyMap<string, number>): string {
  return [...names.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.]/g, '\\.').replace(/ /g, '\\s'))
    .join('|');
}
