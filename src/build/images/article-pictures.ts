import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import type { Image } from '../../article/schema.ts';
import { readEmbeddedName } from '../../html/files/embedded.ts';
import { picturesNamed } from '../../parse/figures/pictures-named.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { decoded, isElsewhere, joined } from '../../render/links/links.ts';
import type { Site } from '../../site.ts';
import { SourceError } from '../../source/error.ts';
import { digestOfPicture, PictureFinder } from '../articles/picture-finder.ts';
import { sha256 } from '../cache/digest.ts';
import { pictureBytes } from './picture-bytes.ts';
import { MOST_PIXELS } from './rendition.ts';

/** Widths of the renditions of a picture, in pixels: a phone, a phone's doubled pixels, a desk. */
const WIDTHS = [480, 960, 1600] as const;
/** The same for its file. */
const MOST_BYTES = 100_000_000;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif', 'heif', 'gif', 'tiff']);

/** A picture that an article appears without: what is told of it, and what its file was. */
export interface Missing {
  told: SourceError;
  digest: string;
}

/**
 * The kept pictures that an article names, by their address as it writes it, percent signs decoded, and a warning for
 * each that isn't there or can't be used: a picture less is no reason to keep back an article.
 */
export async function readPictures(
  content: string,
  path: string,
  parsed: Parsed,
  site: Site,
): Promise<{ pictures: Map<string, { file: string; image: Image }>; missing: Map<string, Missing> }> {
  const pictures = new Map<string, { file: string; image: Image }>();
  const missing = new Map<string, Missing>();
  const finder = new PictureFinder(content);
  for (const { src, line, column } of picturesNamed(parsed)) {
    const name = decoded(src);
    if (isElsewhere(name) || pictures.has(name) || missing.has(name)) continue;
    const file = readEmbeddedName(name) ? joined(path, name) : finder.find(path, name);
    // A link that leads nowhere is listed too; out of the folder nothing is ever looked for.
    const outside = file === null && !name.startsWith('/') && joined(path, name) === null;
    const picture = outside
      ? 'it stands outside the content folder'
      : file === null
        ? null
        : await readPicture(content, file, site);
    if (picture !== null && typeof picture !== 'string') pictures.set(name, picture);
    else
      missing.set(name, {
        told: new SourceError({ path, line, column, severity: 'warning', ...saidOf(name, picture) }),
        digest: outside || file === null ? '' : digestOfPicture(content, file),
      });
  }
  return { pictures, missing };
}

/** Where an address names a folder, as those of other programs do, all pictures in it come along with that. */
function orFolder(name: string): string {
  const [folder = '', ...rest] = name.replace(/^(?:@?\/+|\.{1,2}\/)+/, '').split('/');
  return rest.length === 0 ? '' : `, or copy the folder "${folder}" into the content folder: addresses may stay`;
}

/** What is told of a picture that an article appears without; `why` is null where it isn't there. */
const saidOf = (name: string, why: string | null): Pick<SourceError, 'rule' | 'message' | 'hint'> =>
  why === null
    ? {
        rule: 'missing-picture',
        message: `The picture "${name}" is not there: the article appears without it.`,
        hint: `Put the picture beside the article, and write its name as it is${orFolder(name)}.`,
      }
    : {
        rule: 'picture',
        message: `The picture "${name}" can't be used: ${why}.`,
        hint: 'The article appears without it. Put it beside the article as JPEG, PNG, WebP, AVIF, GIF or TIFF, and write its name as it is.',
      };

/** Pictures looked at, by path, size and time of writing: many articles share one, such as a map or a portrait. */
const seen = new Map<string, Promise<{ file: string; image: Image } | string>>();
const SEEN_AT_MOST = 1_000;

/** @returns the picture, or why it can't be used */
async function readPicture(
  content: string,
  file: string,
  site: Site,
): Promise<{ file: string; image: Image } | string> {
  const top = await realpath(content);
  const held = readEmbeddedName(file);
  const absolute = join(top, held?.file ?? file);
  const real = await realpath(absolute).catch(() => null);
  if (real === null) return 'it is a link that leads nowhere';
  if (!real.startsWith(top + sep)) return 'it is a link that leads out of the content folder';
  const about = await stat(real);
  const { size, mtimeMs } = about;
  if (!about.isFile()) return 'it is no file but a folder, a pipe or a device';
  if (size > MOST_BYTES) return `it has ${size} bytes, more than ${MOST_BYTES / 1e6} million`;
  const key = JSON.stringify([file, real, size, mtimeMs, site.base]);
  const known = seen.get(key);
  if (known) return known;
  if (seen.size >= SEEN_AT_MOST) seen.clear();
  const looked = lookAt(real, file, site);
  seen.set(key, looked);
  return looked;
}

async function lookAt(real: string, file: string, site: Site): Promise<{ file: string; image: Image } | string> {
  const bytes = pictureBytes(await readFile(real), file);
  if (bytes === null) return 'the page does not hold it';
  try {
    // The header alone is read here: the limit is told below, in our words.
    const { format, width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!FORMATS.has(format)) return `its format (${format}) is not one that pages use`;
    if (width * height > MOST_PIXELS)
      return `it has ${width} × ${height} pixels, more than ${MOST_PIXELS / 1e6} million`;
    return {
      file,
      image: renditions(sha256(bytes).slice(0, 16), autoOrient?.width ?? width, autoOrient?.height ?? height, site),
    };
  } catch (error) {
    return `it can't be decoded (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`;
  }
}

/** Renditions are named by the picture's content, so that a host may keep them for ever. Never larger than the picture. */
function renditions(name: string, width: number, height: number, site: Site): Image {
  const widths = [...WIDTHS.filter((each) => each < width), Math.min(width, WIDTHS[WIDTHS.length - 1] ?? width)];
  const made = [...new Set(widths)].map((each) => ({ src: `${site.base}pictures/${name}-${each}.webp`, width: each }));
  const largest = made.at(-1) ?? { src: '', width };
  return {
    src: largest.src,
    alt: '',
    width: largest.width,
    height: Math.max(1, Math.round((height * largest.width) / width)),
    renditions: made,
  };
}
