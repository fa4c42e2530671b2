import type { Properties } from 'hast';
import * as z from 'zod';
import type { Thing } from './thing.ts';

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
  /** Where the picture leads by its author's wish, an http(s) address; without it, to its largest rendition. */
  link: z.url({ protocol: /^https?$/ }).optional(),
});

export type Image = z.infer<typeof imageSchema>;

/** The attributes of a picture that nothing waits for and nothing shifts for. */
export function pictureProperties(image: Image): Properties {
  const { src, width, height, renditions } = image;
  return {
    src,
    ...(renditions.length > 1
      ? {
          srcSet: renditions.map((rendition) => `${rendition.src} ${rendition.width}w`).join(', '),
          sizes: '(min-width: 44rem) 42rem, 100vw',
        }
      : {}),
    ...(width && height ? { width, height } : {}),
    loading: 'lazy',
    decoding: 'async',
  };
}

/**
 * A picture as schema.org's `ImageObject`.
 *
 * @param siteUrl the site's public address, without a slash at its end
 */
export function imageObject({ src, width, height, alt }: Image, siteUrl: string): Thing {
  return {
    '@type': 'ImageObject',
    contentUrl: src.startsWith('/') ? siteUrl + src : src,
    width,
    height,
    caption: alt || null,
  };
}
