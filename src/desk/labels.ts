import type { BlockLabels } from '../article/blocks/labels.ts';
import { formsOf } from '../i18n/forms.ts';

/** The words in the HTML of blocks as the catalogue has them, with `{name}` where something is to be filled in. */
export type LabelTexts = {
  readonly [Name in keyof BlockLabels as Name extends 'day' ? never : Name]: BlockLabels[Name] extends (
    ...values: never[]
  ) => string
    ? string
    : BlockLabels[Name];
};

/**
 * The same as what blocks ask for.
 *
 * @param language the site's, for days
 */
export function labelsOf(texts: LabelTexts, language: string): BlockLabels {
  const days = new Intl.DateTimeFormat(formsOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return {
    ...texts,
    backTo: (number) => texts.backTo.replace('{number}', String(number)),
    savedAsText: (network) => texts.savedAsText.replace('{network}', network),
    postOn: (network) => texts.postOn.replace('{network}', network),
    filmOn: (provider) => texts.filmOn.replace('{provider}', provider),
    recordingOn: (provider) => texts.recordingOn.replace('{provider}', provider),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
  };
}
