import sharp from 'sharp';
import { icon } from '../../cards/icon.ts';
import type { Work } from '../../edition/files/output-file.ts';
import type { GeneratorContext } from './generator.ts';
import { face } from './face.ts';

/** The site's icon in one of its sizes. */
export async function make(
  { size, maskable }: Extract<Work, { generator: 'icon' }>,
  { site }: GeneratorContext,
): Promise<string | Uint8Array> {
  const drawing = icon({ title: site.title, accent: site.accent, maskable }, face);
  return size === null
    ? drawing
    : sharp(Buffer.from(drawing)).resize(size).png({ palette: true, effort: 10 }).toBuffer();
}
