import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { SourceError } from '../../source/error.ts';
import { sha256 } from '../cache/digest.ts';
import { animated } from './animated.ts';
import { readAnimation } from './apng.ts';
import { pictureBytes } from './picture-bytes.ts';

/** A rendition of a picture that the site needs. */
export interface Rendition {
  /** Path below the output folder. */
  path: string;
  key: string;
  /** The picture, below `articles/`. */
  file: string;
  width: number;
  /** The articles that name it. */
  articles: string[];
}

/** WebP's own scale; 78 shows no difference on photographs at these widths. */
const QUALITY = 78;
/** A larger one would take minutes and gigabytes to decode: a picture's header alone can claim any size. */
export const MOST_PIXELS = 100_000_000;

/**
 * Makes one rendition of a picture: WebP of the wanted width.
 *
 * @param file the picture on disk
 * @throws SourceError where the picture can't be decoded, or is another one than the article was read with
 */
export async function makeRendition(file: string, rendition: Rendition): Promise<Uint8Array> {
  const { path, width, file: name } = rendition;
  const bytes = pictureBytes(readFileSync(file), name);
  if (bytes === null) throw unusable(rendition, 'the page does not hold it any more');
  if (!path.includes(`/${sha256(bytes).slice(0, 16)}-`))
    throw unusable(rendition, 'it changed while the site was built');
  try {
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
    const animation = readAnimation(bytes);
    if (animation && animation.width * animation.height * animation.frames.length <= MOST_PIXELS / 4) {
      const { loop, frames } = animation;
      const moving = (await animated(animation)).resize(width);
      return await moving.webp({ quality: QUALITY, loop, delay: frames.map(({ delay }) => delay) }).toBuffer();
    }
    const { pages = 1, width: wide, height: high } = await sharp(bytes, options).metadata();
    // An animation moves on, where all of its pictures together are within the limit.
    const moves = pages > 1 && pages * wide * high <= MOST_PIXELS;
    const picture = moves ? sharp(bytes, { ...options, animated: true }) : sharp(bytes, options).autoOrient();
    return await picture.resize(width).webp({ quality: QUALITY }).toBuffer();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw unusable(rendition, `it can't be decoded (${reason})`);
  }
}

/** A picture that can't be used, as a mistake in the first article that names it. */
export const unusable = ({ file, articles: [article = ''] }: Rendition, reason: string): SourceError =>
  new SourceError({
    path: article,
    line: 1,
    column: 1,
    rule: 'picture',
    message: `the picture "${file}" can't be used: ${reason}`,
    hint: 'Save the picture again as JPEG, PNG or WebP.',
  });
