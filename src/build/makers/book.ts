import sharp from 'sharp';
import type { Work } from '../../edition/leaf.ts';
import { book } from '../../feeds/book/book.ts';
import { cover } from '../../feeds/card/cover.ts';
import type { Bench } from '../makers.ts';
import { face } from './face.ts';

/** Articles as an EPUB. Its pictures are those that '../renditions.ts' makes, as JPEG. */
export function make(
  { name }: Extract<Work, { maker: 'book' }>,
  { records, site, picture }: Bench,
): Promise<Uint8Array> {
  return book(records, {
    name,
    site,
    picture: (path) => sharp(picture(path)).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(),
    cover: (words) => cover(words, face),
  });
}
