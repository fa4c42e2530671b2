import sharp from 'sharp';
import type { Work } from '../../edition/files/output-file.ts';
import { book } from '../../downloads/epub.ts';
import { cover } from '../../cards/cover.ts';
import type { GeneratorContext } from './generator.ts';
import { face } from './face.ts';

/** Articles as an EPUB. Its pictures are those that '../images/image-cache.ts' makes, as JPEG. */
export function make(
  { name }: Extract<Work, { generator: 'book' }>,
  { records, site, picture }: GeneratorContext,
): Promise<Uint8Array> {
  return book(records, {
    name,
    site,
    picture: (path) => sharp(picture(path)).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(),
    cover: (words) => cover(words, face),
  });
}
