import * as z from 'zod';
import { languages } from '../i18n/languages.ts';
import { accentFault } from './colour.ts';

/** What each setting may be. `src/site.ts` has the values; one that is left out there is as it stands here. */

const name = z.string('write a name').trim().min(1, 'write a name');
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'give an address with https://, such as "https://example.org"',
});
const host = z
  .string()
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/, 'give a host alone, such as "images.example.org"');
const either = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `use one of: ${values.join(', ')}`);
const yesOrNo = z.boolean('use true or false');

const target = z
  .string('give a path of this site, such as "/contact/", or an address with https://')
  .regex(
    /^(?:\/(?!\/)|https?:\/\/|mailto:)[^\s\\]*$/,
    'give a path of this site, such as "/contact/", or an address with https://',
  );
const elsewhere = z
  .string('give an address with https://, or with mailto:')
  .regex(/^(?:https?:\/\/|mailto:)[^\s\\]+$/, 'give an address with https://, or with mailto:');
const party = z.strictObject({ name, url: webAddress.nullable().default(null) }).nullable();

const ownComponent = z
  .string('name a component below src, such as "src/own/Footer.astro"')
  .regex(/^src\/\S+\.astro$/, 'name a component below src, such as "src/own/Footer.astro"');

/** Forms in which a reader can take an article along; `epub` is the book of the newest. */
const forms = ['md', 'txt', 'json', 'html', 'epub'] as const;
/** Where something of another service stands: in the head of every page, at the foot of every page, below each article. */
const places = ['head', 'foot', 'article'] as const;

const siteSchema = z.strictObject({
  title: z.string().trim().min(1, 'give the newspaper a name, such as "Broadsheet"'),
  tagline: z.string(),
  url: webAddress
    .refine(
      (address) => (URL.parse(address)?.pathname ?? '/') === '/',
      'give the address without a path; the path goes into "base"',
    )
    .transform((address) => address.replace(/\/+$/, '')),
  base: z.string().regex(/^\/(?:[A-Za-z0-9._~-]+\/)*$/, 'begin and end it with "/", such as "/" or "/news/"'),
  language: either(languages),
  timeZone: z.string().refine(isTimeZone, 'use a name from the IANA list, such as "UTC" or "Europe/Berlin"'),
  pageSize: z.int('use a whole number').min(1, 'use 1 or more').max(200, 'use 200 or fewer'),
  sections: z.array(name),
  restricted: either(['headline', 'hidden']),
  drafts: either(['hidden', 'shown']).default('hidden'),
  future: either(['held', 'shown']).default('held'),
  navigation: z.array(z.strictObject({ name, to: target })).default([]),
  social: z.array(z.strictObject({ name, to: elsewhere })).default([]),
  footer: z.string().default(''),
  publisher: party.default(null),
  licence: party.default(null),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'give a colour as "#" and six digits, such as "#981b1e"')
    .superRefine((accent, context) => {
      const fault = /^#[0-9a-f]{6}$/i.test(accent) ? accentFault(accent) : null;
      if (fault) context.addIssue({ code: 'custom', message: fault });
    })
    .default('#981b1e'),
  featured: z
    .int('use a whole number')
    .min(1, 'use 1 or more: the first story leads')
    .max(4, 'use 4 or fewer')
    .default(4),
  frontSections: z
    .union([z.literal('all'), z.array(name)], 'write "all", or a list of sections, such as ["World", "Sport"]')
    .default('all'),
  editLink: z
    .string()
    .regex(
      /^(?:|https?:\/\/\S*\{file\}\S*)$/,
      'write {file} where the path of the file goes, such as "https://github.com/you/paper/edit/main/content/{file}"',
    )
    .default(''),
  alternates: z.array(either(forms)).default([...forms]),
  cards: yesOrNo.default(true),
  offline: yesOrNo.default(true),
  desk: either(['dev', 'public', 'off']).default('dev'),
  repository: z
    .string()
    .regex(/^(?:|https:\/\/[^\s/]+\/\S+)$/, 'give its address, such as "https://github.com/you/paper"')
    .default(''),
  pictureHosts: z.array(host),
  components: z
    .record(
      z
        .string()
        .regex(
          /^(?:components|layouts)\/[\w/-]+$/,
          'name a component of ours by its path below src without its ending, such as "components/frame/Footer"',
        ),
      ownComponent,
    )
    .default({}),
  thirdParty: z
    .array(
      z.strictObject({
        component: ownComponent,
        place: either(places),
        hosts: z.array(host).min(1, 'name the hosts that it loads from, such as "giscus.app"'),
      }),
    )
    .default([]),
});

/** The validated settings. `url` has no slash at its end, `base` begins and ends with one. */
export type Site = z.infer<typeof siteSchema>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
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
