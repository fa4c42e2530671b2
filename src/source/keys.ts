import { z } from 'zod';

/**
 * The keys of front matter: what each may hold, what else it may be called, and what to say where it is wrong.
 * Every plain value arrives as a string.
 */

const words = z.string().transform((text) => text.trim());
const filled = words.pipe(z.string().min(1));
const wordList = z.union([z.array(filled), filled.transform((text) => text.split(/\s*,\s*/).filter(Boolean))]);
/** "By Ann Lee and Bo Berg" is two authors: the reader of bylines takes it apart. */
const authors = z.union([z.array(filled), filled]);
const webAddress = z.url({ protocol: /^https?$/ });
/** Loose enough for every tag in use, strict enough to catch "English". */
const languageTag = words.pipe(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
const flag = z
  .string()
  .regex(/^(true|false)$/i)
  .transform((text) => text.toLowerCase() === 'true');
const source = z.union([
  webAddress.transform((url) => ({ name: null, url })),
  filled.transform((name) => ({ name, url: null })),
  z
    .object({ name: filled.nullish(), url: webAddress.nullish() })
    .strict()
    .transform(({ name, url }) => ({ name: name ?? null, url: url ?? null })),
]);
const image = z.union([
  filled.transform((src) => ({ src, alt: '' })),
  z
    .object({ src: filled, alt: words.nullish() })
    .strict()
    .transform(({ src, alt }) => ({ src, alt: alt ?? '' })),
]);
const sitePath = filled.pipe(z.string().regex(/^\/(?!\/)[^\s\\?#]*$/));
const lineNumber = z.string().regex(/^\d+$/).transform(Number);
const repairs = z.array(
  z.object({ rule: filled, lines: z.tuple([lineNumber, lineNumber]), removed: z.string() }).strict(),
);

/** Each key: its schema, other names for it, what is wrong when the schema refuses, and how to mend it. */
export const valueSchemas = {
  headline: { schema: filled, also: ['title'], wrong: 'is not a line of text', hint: 'Write the headline as one line of text.' },
  published: { schema: filled, also: ['date', 'pubDate', 'pubDatetime'], wrong: 'is not a date', hint: 'Write one date, such as 2024-01-30T12:50:00Z.' },
  publishedText: { schema: filled, also: [], wrong: 'is not a line of text', hint: 'Write the words that the original prints for its date.' },
  updated: { schema: filled, also: [], wrong: 'is not a date', hint: 'Write one date, such as 2024-01-30T12:50:00Z.' },
  section: { schema: filled, also: [], wrong: 'is not one name', hint: 'Write the name of one section, such as World.' },
  topics: { schema: wordList, also: ['tags'], wrong: 'is not a list of names', hint: 'Write a list, such as [Harbour, Trade].' },
  authors: { schema: authors, also: ['author'], wrong: 'is not a list of names', hint: 'Write a list, such as [Ann Lee, Bo Berg].' },
  source: { schema: source, also: [], wrong: 'is not a publication', hint: 'Write its name, its http(s) address, or both: {name: The Harbour Post, url: https://example.com/article}.' },
  language: { schema: languageTag, also: ['lang'], wrong: 'is not a language tag', hint: 'Write a BCP 47 tag, such as en, pt-BR or ar.' },
  draft: { schema: flag, also: [], wrong: 'is neither true nor false', hint: 'Write true to hide the article, or leave the key out.' },
  description: { schema: filled, also: ['standfirst'], wrong: 'is not a line of text', hint: 'Write one or two sentences.' },
  image: { schema: image, also: [], wrong: 'is not a picture', hint: 'Write a path beside the article, or {src: harbour.jpg, alt: The harbour at dawn}.' },
  dateline: { schema: filled, also: [], wrong: 'is not a line of text', hint: 'Write the place as the text does, such as KYIV, Ukraine (AP).' },
  rights: { schema: z.enum(['open', 'quoted', 'restricted']), also: [], wrong: 'is not one of open, quoted, restricted', hint: 'Write "quoted" for somebody else\'s text, "restricted" for what is kept for you alone.' },
  aliases: { schema: z.union([z.array(sitePath), sitePath.transform((path) => [path])]), also: [], wrong: 'is not a list of paths', hint: 'Write old addresses below the site, such as [/2019/old-name/].' },
  repairs: { schema: repairs, also: [], wrong: 'is not a list of repairs', hint: 'Leave it as the import wrote it: {rule, lines: [from, to], removed}.' },
} as const satisfies Record<string, { schema: z.ZodType; also: readonly string[]; wrong: string; hint: string }>; // prettier-ignore

export type FrontMatterKey = keyof typeof valueSchemas;
export type FrontMatterValues = { [Key in FrontMatterKey]: z.infer<(typeof valueSchemas)[Key]['schema']> };

/** The keys by their own names, in the order in which an import writes them. */
export const keys = Object.keys(valueSchemas) as FrontMatterKey[];

/** Every name that a key may have, and the key. */
export const keyAliases: ReadonlyMap<string, FrontMatterKey> = new Map(
  keys.flatMap((key) => [key, ...valueSchemas[key].also].map((name) => [name, key] as const)),
);
