import { fileURLToPath } from 'node:url';
import * as dateFns from 'date-fns/locale';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { localeNames } from './locale-names.ts';

type Locale = typeof dateFns.enUS;
const locales = new Map(
  Object.values(dateFns)
    .filter((value): value is Locale => typeof value === 'object' && 'localize' in value)
    .map((locale) => [locale.code, locale]),
);
const contexts = ['formatting', 'standalone'] as const;

/** The forms of each name, each form once. */
function forms(count: number, widths: readonly string[], say: (index: number, form: object) => string | undefined) {
  return Array.from({ length: count }, (_, index) => [
    ...new Set(widths.flatMap((width) => contexts.map((context) => say(index, { width, context }) ?? ''))),
  ]);
}

// The locales of date-fns are three hundred modules: commands start in half the time with what is needed of them.
// `npm test -- --project rooms src/parse/dates -u` writes the file anew.
it('has the names of date-fns', async () => {
  const names = Object.keys(localeNames).map((code) => {
    const { localize } = locales.get(code)!;
    return [
      code,
      {
        months: forms(12, ['wide', 'abbreviated'], (index, form) => localize.month(index as 0, form)),
        days: forms(7, ['wide', 'abbreviated', 'short'], (index, form) => localize.day(index as 0, form)),
      },
    ];
  });
  const path = fileURLToPath(new URL('locale-names.ts', import.meta.url));
  const text = `// Written by locale-names.test.ts from the locales of date-fns (MIT): edit nothing here.

/** Names in one language: the forms of each month from January, of each day from Sunday. */
export interface LocaleNames {
  months: readonly (readonly string[])[];
  days: readonly (readonly string[])[];
}

/** Names of months and weekdays by language tag. */
export const localeNames = ${JSON.stringify(Object.fromEntries(names))} satisfies Record<string, LocaleNames>;
`;
  await expect(await format(text, { ...(await resolveConfig(path)), filepath: path })).toMatchFileSnapshot(path);
});
