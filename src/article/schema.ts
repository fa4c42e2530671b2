import * as z from 'zod';
import { imageSchema } from './blocks/picture.ts';
import { blockSchema } from './blocks/registry.ts';

/**
 * The typed entry: what is published at `/articles/<id>.json` and what every page, feed and alternate
 * is made from. Types are inferred from these schemas; the schemas are the documentation.
 */

/** An instant: ISO 8601 in UTC with milliseconds. */
const instant = z.iso.datetime({ precision: 3 });

export const repairSchema = z.object({
  rule: z.string(),
  /** First and last line of the file, counted from 1. */
  lines: z.tuple([z.int(), z.int()]),
  /** Text of the file that is not in the blocks. */
  removed: z.string(),
});

export const articleSchema = z.object({
  /** The file's path below the content folder, without `articles/` and its ending, slugged: `2024/02/harbour`. */
  id: z.string(),
  /** Absolute address of the article's page. */
  url: z.url(),
  headline: z.string().min(1),
  /** The line above the headline, and the sentence below it, where front matter tells them. */
  kicker: z.string().optional(),
  standfirst: z.string().optional(),
  /** A sentence or two that say what it is about: the standfirst where nothing else does. */
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
  image: imageSchema.extend({ caption: z.string().optional() }).nullable(),
  /** Its place on the front page, 1 the first, where front matter gives it one. */
  featured: z.int().positive().optional(),
  /** What front matter states beside all these, as it was. */
  extra: z.record(z.string(), z.json()).optional(),
  blocks: z.array(blockSchema),
  repairs: z.array(repairSchema),
});

export type Article = z.infer<typeof articleSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type { FigureBlock } from './blocks/figure.ts';
export type { NoticeBlock } from './blocks/notice.ts';
export type { Image } from './blocks/picture.ts';
export type { Prose } from './blocks/prose.ts';
export type { Block } from './blocks/registry.ts';
export type { TweetBlock } from './blocks/posts/tweet.ts';
