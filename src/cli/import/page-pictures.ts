import { readFile, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { readEmbeddedName } from '../../html/files/embedded.ts';
import { pictureBytes } from '../../build/images/picture-bytes.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { decoded, isElsewhere } from '../../render/links/links.ts';
import { load } from './network.ts';

/** A picture that is written beside an imported page. */
interface PagePictureFile {
  name: string;
  bytes: Uint8Array;
}

export interface PagePictures {
  parsed: Parsed;
  files: PagePictureFile[];
  /** What was not brought along, and why. */
  left: string[];
}

/** Pictures of one page that are loaded at most, and bytes of each. */
const most = 60;
const MOST_BYTES = 20_000_000;

/**
 * Brings a page's pictures along: those that the page's file holds, those of the folder beside it, and, for a page
 * whose address the user typed, those of the network. The article names them by their new names.
 *
 * @param stem how their names begin: the article's own name without its ending
 */
export async function takePictures(
  parsed: Parsed,
  {
    bytes,
    folder,
    stem,
    fromNetwork,
  }: { bytes: Uint8Array; folder: string | null; stem: string; fromNetwork: boolean },
): Promise<PagePictures> {
  const names = new Map<string, string>();
  const files: PagePictureFile[] = [];
  const left: string[] = [];
  for (const src of sources(parsed)) {
    if (names.has(src) || files.length >= most) continue;
    const found = await bytesOf(src, { bytes, folder, fromNetwork });
    if (found === null) continue;
    if (typeof found === 'string') {
      left.push(`${src}: ${found}`);
      continue;
    }
    const ending = endingOf(found);
    if (ending === null) {
      left.push(`${src}: it is no picture that pages use`);
      continue;
    }
    const name = `${stem}-${files.length + 1}.${ending}`;
    names.set(src, name);
    files.push({ name, bytes: found });
  }
  return { parsed: renamed(parsed, names), files, left };
}

function sources(parsed: Parsed): string[] {
  const found: string[] = parsed.image ? [parsed.image.src] : [];
  visit(parsed.root, (node) => {
    if (node.type === 'figure') found.push(...node.images.map(({ src }) => src));
    else if (node.type === 'image') found.push(node.url);
  });
  return [...new Set(found)];
}

/** @returns the bytes, why there are none, or null where the picture stays where it is */
async function bytesOf(src: string, from: { bytes: Uint8Array; folder: string | null; fromNetwork: boolean }) {
  if (readEmbeddedName(src)) return pictureBytes(from.bytes, src) ?? 'the page does not hold it';
  if (/^https?:/i.test(src))
    return from.fromNetwork ? await load(src, { bytes: MOST_BYTES, milliseconds: 20_000 }) : null;
  if (isElsewhere(src) || from.folder === null) return null;
  const top = await realpath(from.folder);
  const real = await realpath(resolve(top, decoded(src).replace(/[?#].*$/, ''))).catch(() => null);
  if (real === null) return 'there is no such file beside the page';
  if (!real.startsWith(top + sep)) return 'only what stands beside the page or below is brought along';
  return new Uint8Array(await readFile(real));
}

/** The ending of a picture's name, by its first bytes. */
function endingOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('\x89PNG')) return 'png';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^....ftyp(?:avif|avis|mif1)/s.test(head)) return 'avif';
  return /^(?:II\*\0|MM\0\*)/.test(head) ? 'tiff' : null;
}

function renamed(parsed: Parsed, names: ReadonlyMap<string, string>): Parsed {
  const root = structuredClone(parsed.root) as Root;
  visit(root, (node) => {
    if (node.type === 'figure')
      node.images = node.images.map((image) => ({ ...image, src: names.get(image.src) ?? image.src }));
    else if (node.type === 'image') node.url = names.get(node.url) ?? node.url;
  });
  const { image } = parsed;
  return { ...parsed, root, image: image && { ...image, src: names.get(image.src) ?? image.src } };
}
