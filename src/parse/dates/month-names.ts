import { localeNames, type LocaleNames } from './locale-names.ts';

/**
 * The names of months and weekdays in the languages of the press.
 * English comes first: where two languages give a name to different months, the first one keeps it.
 */
const languages: readonly (keyof typeof localeNames)[] = [
  'en-US', 'de', 'de-AT', 'fr', 'es', 'it', 'pt', 'ca', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'hr', 'hu', 'ro', 'ru', 'uk', 'bg', 'el', 'tr', 'id', 'vi', 'ar', 'he', 'fa-IR',
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

function collect(kind: keyof LocaleNames): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages)
    for (const [index, forms] of localeNames[language][kind].entries())
      for (const name of forms.map(foldName))
        // A number ("1月") is no name; of two letters ("on", Danish for Wednesday) too many are words as well.
        if (/^\p{L}[\p{L}\p{M} .'-]{2,}$/u.test(name) && !names.has(name)) names.set(name, index);
  return names;
}

/** Month by folded name: `january` → 0. */
export const months: ReadonlyMap<string, number> = new Map([...collect('months'), ...Object.entries(alsoMonths)]);

/** Day of the week by folded name: `sunday` → 0. */
export const weekdays: ReadonlyMap<string, number> = new Map([...collect('days'), ...Object.entries(alsoWeekdays)]);

/** The names as one alternation, the longest first, with an optional full stop after each. */
export function alternation(names: ReadonlyMap<string, number>): string {
  return [...names.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.]/g, '\\.').replace(/ /g, '\\s'))
    .join('|');
}
