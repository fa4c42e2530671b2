import type { Site } from '../../site.ts';

/**
 * Which settings enter what. A result is made again when a setting that enters it changes, and only
 * then; code that reads another one is told so at once, in place of showing an old value later.
 */

/** What an article's cached record may depend on. */
export const recordSettings = ['url', 'base', 'language', 'timeZone', 'pictureHosts'] as const satisfies (keyof Site)[];

/** What a page may show. The others shape the plan of the edition, and so the pages' values. */
export const pageSettings = [
  'title',
  'tagline',
  'url',
  'base',
  'language',
  'timeZone',
  'pictureHosts',
  'accent',
  'navigation',
  'social',
  'footer',
  'publisher',
  'licence',
  'editLink',
  'alternates',
  'cards',
  'offline',
  'thirdParty',
  'desk',
  'repository',
] as const satisfies (keyof Site)[];

/**
 * The settings without those that may not be read.
 *
 * @param site  the site's settings
 * @param names those that may be read
 * @returns settings whose other members throw when they are read
 */
export function only(site: Site, names: readonly (keyof Site)[]): Site {
  const view = {} as Site;
  for (const name of Object.keys(site) as (keyof Site)[]) {
    const allowed = names.includes(name);
    Object.defineProperty(view, name, {
      enumerable: allowed,
      get: () => {
        if (allowed) return site[name];
        throw new Error(
          `the setting "${name}" is not among those that this result is made from: see src/build/cache/settings.ts`,
        );
      },
    });
  }
  return view;
}

/** The values of these settings, as part of a key. */
export const settingsKey = (site: Site, names: readonly (keyof Site)[]): string =>
  JSON.stringify(names.map((name) => [name, site[name]]));
