import { z } from 'zod';
import { languages } from './i18n/languages.ts';

/**
 * The settings of your newspaper. Edit the values in `settings` below; everything else follows.
 * A value that cannot be used stops the build with a message that names it.
 */
const settings = {
  /** The newspaper's name, in the masthead and in every page's title. */
  title: 'Broadsheet',
  /** One line under the name on the front page. */
  tagline: 'News that was kept, set to be read',
  /** Public address, without a path. Feeds, canonical links and the sitemap need it. */
  url: 'https://broadsheet.example',
  /** Path below the address: `/` at the root, `/news/` for https://example.org/news/. */
  base: '/',
  /** Interface language: en, de, fr, es, ru, ar or zh. Articles may each have their own. */
  language: 'en',
  /** IANA time zone in which dates are shown, and read where a text names no zone. */
  timeZone: 'UTC',
  /** Articles on one page of a list. */
  pageSize: 24,
  /** Sections in the order of the navigation. Others that articles name follow these, by name. */
  sections: ['World', 'Politics', 'War', 'Town', 'Business', 'Science', 'Culture', 'Sport', 'Opinion'],
  /** Hosts whose pictures may be loaded by the reader's browser, such as `images.example.org`. None: no third party. */
  pictureHosts: [] as string[],
  /** What is published of articles with `rights: restricted`: `headline` with source and link, or nothing (`hidden`). */
  restricted: 'headline',
};

const siteSchema = z.strictObject({
  title: z.string().trim().min(1, 'give the newspaper a name, such as "Broadsheet"'),
  tagline: z.string(),
  url: z
    .url({ protocol: /^https?$/, error: 'give an address with https://, such as "https://example.org"' })
    .refine(
      (address) => (URL.parse(address)?.pathname ?? '/') === '/',
      'give the address without a path; the path goes into "base"',
    )
    .transform((address) => address.replace(/\/+$/, '')),
  base: z.string().regex(/^\/(?:[A-Za-z0-9._~-]+\/)*$/, 'begin and end it with "/", such as "/" or "/news/"'),
  language: z.enum(languages, `use one of: ${languages.join(', ')}`),
  timeZone: z.string().refine(isTimeZone, 'use a name from the IANA list, such as "UTC" or "Europe/Berlin"'),
  pageSize: z.int('use a whole number').min(1, 'use 1 or more').max(200, 'use 200 or fewer'),
  sections: z.array(z.string().trim().min(1)),
  restricted: z.enum(['headline', 'hidden'], 'use one of: headline, hidden'),
  pictureHosts: z.array(z.string().regex(/^[a-z0-9.-]+(?::\d+)?$/, 'give a host alone, such as "images.example.org"')),
});

/** The validated settings. `url` has no slash at its end, `base` begins and ends with one. */
export type Site = z.infer<typeof siteSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks settings.
 * @param values settings, as the owner wrote them
 * @throws Error that lists every setting that cannot be used, one a line, with how to mend it
 */
export function readSettings(values: unknown): Site {
  const result = siteSchema.safeParse(values);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'settings'}: ${issue.message}`);
  throw new Error(`src/site.ts has settings that cannot be used:\n${faults.join('\n')}`);
}

/**
 * Hosts that publish under another address than the owner's (a preview, a project page) set these
 * variables in place of an edit: BROADSHEET_URL and BROADSHEET_BASE.
 */
function fromEnvironment(): Partial<typeof settings> {
  const { BROADSHEET_URL: url, BROADSHEET_BASE: base } = process.env;
  return { ...(url ? { url } : {}), ...(base ? { base } : {}) };
}

/** The settings of this newspaper. */
export const site: Site = readSettings({ ...settings, ...fromEnvironment() });
