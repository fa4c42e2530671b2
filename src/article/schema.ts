import { z } from 'zod';
import { noticeKinds } from '../parse/nodes.ts';

/**
 * The typed entry: what is published at `/articles/<id>.json` and what every page, feed and alternate
 * is made from. Types are inferred from these schemas; the schemas are the documentation.
 */

/** An instant: ISO 8601 in UTC with milliseconds. */
const instant = z.iso.datetime({ precision: 3 });
/** Markup that has passed the gate of `render/`. */
const safeHtml = z.string();

/** A passage of the story: one paragraph, heading, list, table, quotation, code block or rule. */
export const proseSchema = z.object({ type: z.literal('prose'), html: safeHtml });

/** A post on X, kept as text (schema.org `SocialMediaPosting`, microformats `h-cite`). */
export const tweetSchema = z.object({
  type: z.literal('tweet'),
  author: z.object({ name: z.string(), handle: z.string() }),
  /** `YYYY-MM-DD`, as the page wrote it. */
  date: z.iso.date().nullable(),
  /** Empty where only the address was kept. */
  html: safeHtml,
  url: z.url({ protocol: /^https?$/ }).nullable(),
});

/** A picture that is published with the article, or stays where it is elsewhere (schema.org `ImageObject`). */
export const imageSchema = z.object({
  /** Path of the largest rendition with the site's base, `/pictures/…`; an http(s) address for one that is elsewhere. */
  src: z.string(),
  alt: z.string(),
  /** Pixels of the largest rendition; null for a picture that is elsewhere. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** Every rendition, smallest first, for `srcset`: path with the base, and pixels. Empty for one elsewhere. */
  renditions: z.array(z.object({ src: z.string(), width: z.int().positive() })),
});

/** Picture or pictures with caption and credit (IPTC `Description`, `Creator`, `Credit Line`). */
export const figureSchema = z.object({
  type: z.literal('figure'),
  /** The first picture; null where only the caption was kept. */
  image: imageSchema.nullable(),
  /** The pictures after the first, in order. */
  more: z.array(imageSchema).optional(),
  /** Plain text. */
  caption: z.string(),
  /** The caption's markup, where it has any beyond plain text. */
  captionHtml: safeHtml.optional(),
  /** The person first, agencies after. */
  credit: z.array(z.string()),
});

/** A text about the article or its publisher: shown apart from the story. */
export const noticeSchema = z.object({
  type: z.literal('notice'),
  kind: z.enum(noticeKinds),
  html: safeHtml,
});

export const blockSchema = z.discriminatedUnion('type', [proseSchema, tweetSchema, figureSchema, noticeSchema]);

export const repairSchema = z.object({
  rule: z.string(),
  /** First and last line of the file, counted from 1. */
  lines: z.tuple([z.int(), z.int()]),
  /** Text of the file that is not in the blocks. */
  removed: z.string(),
});

export const articleSchema = z.object({
  /** The file's path below `content/articles`, without its ending, slugged: `2024/02/harbour`. */
  id: z.string(),
  /** Absolute address of the article's page. */
  url: z.url(),
  headline: z.string().min(1),
  /** Standfirst. */
  description: z.string().nullable(),
  section: z.string().nullable(),
  topics: z.array(z.string()),
  authors: z.array(z.string()),
  /** BCP 47. */
  language: z.string(),
  published: instant.nullable(),
  /** `day` where no time of day was stated: the page then shows the day alone. */
  publishedPrecision: z.enum(['day', 'minute']).nullable(),
  /** The words of the file. */
  publishedText: z.string().nullable(),
  updated: instant.nullable(),
  dateline: z.string().nullable(),
  source: z.object({ name: z.string().nullable(), url: z.string().nullable() }).nullable(),
  rights: z.enum(['open', 'quoted', 'restricted']),
  /** The lead picture, where front matter names one. */
  image: imageSchema.nullable(),
  blocks: z.array(blockSchema),
  repairs: z.array(repairSchema),
});

export type Article = z.infer<typeof articleSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Prose = z.infer<typeof proseSchema>;
export type TweetBlock = z.infer<typeof tweetSchema>;
export type FigureBlock = z.infer<typeof figureSchema>;
export type NoticeBlock = z.infer<typeof noticeSchema>;
export type Image = z.infer<typeof imageSchema>;
export type Repair = z.infer<typeof repairSchema>;
