import { hash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import { standsApart } from '../../article/blocks/registry.ts';
import type { Image } from '../../article/schema.ts';
import type { ArticleRecord } from '../../edition/record.ts';
import { MOST_NAMES, summarise } from '../../edition/summarise.ts';
import type { Summary } from '../../edition/summary.ts';
import { blockLabels } from '../../i18n/block-labels.ts';
import { parseArticle } from '../../parse/parse.ts';
import { isPage } from '../../parse/page/parse-page.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { withheld } from '../../parse/withheld.ts';
import { withCodeColours } from './code-colours.ts';
import { digestOfPicture, PictureFinder, type MissingPicture } from './picture-finder.ts';
import { picturesNamed } from '../../parse/figures/pictures-named.ts';
import { renderBlock } from '../../render/block.ts';
import { toEntry } from '../../render/entry.ts';
import { decoded, isElsewhere, joined, type Leads } from '../../render/links/links.ts';
import { toMarkdown } from '../../render/markdown/markdown.ts';
import { articleText } from '../../render/plain.ts';
import type { Site } from '../../site.ts';
import { isPasted } from '../../source/content.ts';
import { hasHalf, wellFormed } from '../../source/cut.ts';
import { SourceError, SourceErrors } from '../../source/error.ts';
import type { ForeignKey } from '../../source/front-matter/front-matter.ts';
import { pictureBytes } from '../images/picture-bytes.ts';
import { readEmbeddedName } from '../../html/files/embedded.ts';

/** What reading one file gives. */
export interface Reading {
  record: ArticleRecord;
  /** The record as JSON, as it is kept: made once, its digest is its name. */
  json: string;
  /** SHA-256 of `json`, hex. */
  digest: string;
  summary: Summary;
  warnings: SourceError[];
  draft: boolean;
  /** Keys of its front matter that mean nothing here, told once for all articles. */
  foreign: readonly ForeignKey[];
  /** Links to other articles, as the file writes them, and where each was led. */
  asked: [written: string, led: string][];
  /** What others may call it beside its headline, and the parts of its page that they may link to. */
  names: string[];
  fragments: string[];
  /** Pictures that it names and appears without. */
  missing: readonly MissingPicture[];
}

/** Widths of the renditions of a picture, in pixels: a phone, a phone's doubled pixels, a desk. */
const WIDTHS = [480, 960, 1600] as const;
/** A larger one would take minutes and gigabytes to decode: a picture's header alone can claim any size. */
const MOST_PIXELS = 100_000_000;
/** The same for its file. */
const MOST_BYTES = 100_000_000;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif', 'heif', 'gif', 'tiff']);

/**
 * Reads one article, from its bytes to its cached record.
 *
 * @param content the content folder
 * @param articles where its links to other articles lead
 * @param colouring called before the first code of the article gets its colours
 * @throws SourceErrors with every mistake in the file
 */
export async function readArticle(
  content: string,
  path: string,
  bytes: Uint8Array,
  site: Site,
  articles?: Leads,
  colouring: () => void = () => undefined,
): Promise<Reading> {
  const parsed = withheld(
    parseArticle(path, bytes, {
      timeZone: site.timeZone,
      language: site.language,
      home: site.url + site.base.slice(0, -1),
    }),
  );
  const { pictures, missing } = await readPictures(content, path, parsed, site);
  const labels = blockLabels(site);
  const entry = toEntry(parsed, {
    path,
    url: site.url,
    base: site.base,
    pictureHosts: site.pictureHosts,
    labels,
    pictures: new Map([...pictures].map(([src, { image }]) => [src, image])),
    missing: new Set(missing.keys()),
    ...(articles && { articles }),
  });
  const { article, headings, warnings } = entry;
  refuseMany(path, { authors: article.authors, topics: article.topics, aliases: parsed.aliases });
  const options = { labels, pictureHosts: site.pictureHosts };
  const html = (notices: boolean) =>
    article.blocks
      .filter((block) => standsApart(block) === notices)
      .map((block) => renderBlock(block, options))
      .join('\n');
  const made: ArticleRecord = {
    article,
    story: await withCodeColours(html(false), colouring),
    notices: html(true),
    headings,
    markdown: toMarkdown(parsed),
    text: articleText(entry),
    trace: parsed.trace,
    provenance: {
      file: path,
      sha256: sha256(bytes),
      bytes: bytes.length,
      form: isPage(path) && parsed.shown === '' ? 'page' : isPasted(path) ? 'pasted' : 'markdown',
    },
    original: parsed.shown,
    pictures: [...pictures.values()],
  };
  // Half a character ends programs that read what is made of it.
  const written = JSON.stringify(made);
  const half = hasHalf(written);
  const record = half ? wellFormed(made) : made;
  const json = half ? JSON.stringify(record) : written;
  const digest = sha256(json);
  return {
    record,
    json,
    digest,
    summary: summarise(half ? wellFormed(entry) : entry, digest, parsed.aliases),
    warnings: [
      ...parsed.warnings,
      ...[...missing.values()].map(({ told }) => told),
      ...warnings,
      ...(half ? [halfCharacter(path)] : []),
    ],
    draft: parsed.draft,
    foreign: wellFormed(parsed.foreign),
    asked: wellFormed(entry.asked),
    names: wellFormed(otherNames(parsed.extra['aliases'] ?? parsed.extra['alias'])),
    fragments: wellFormed(entry.fragments),
    missing: [...missing].map(([name, { digest }]) => ({ name, digest })),
  };
}

/** @throws SourceErrors where a list of the front matter would make thousands of files */
function refuseMany(path: string, lists: Record<string, readonly string[]>): void {
  const problems = Object.entries(lists)
    .filter(([, names]) => names.length > MOST_NAMES)
    .map(
      ([key, names]) =>
        new SourceError({
          path,
          line: 1,
          column: 1,
          rule: 'too-many-names',
          message: `The front matter names ${names.length} ${key}, and an article may name ${MOST_NAMES}.`,
          hint: 'Name the few that readers would look for.',
        }),
    );
  if (problems.length > 0) throw new SourceErrors(problems);
}

const halfCharacter = (path: string): SourceError =>
  new SourceError({
    path,
    line: 1,
    column: 1,
    rule: 'half-character',
    severity: 'warning',
    message:
      'There is half a character in this file (a lone surrogate, such as "\\uD83D"), and it is shown as "\ufffd".',
    hint: 'Write the whole character, such as 😀, or take it out.',
  });

/** Other names of a note, as Obsidian has them. */
function otherNames(stated: unknown): string[] {
  return [stated].flat(2).filter((name) => typeof name === 'string');
}

const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** A picture that an article appears without: what is told of it, and what its file was. */
interface Missing {
  told: SourceError;
  digest: string;
}

/**
 * The kept pictures that an article names, by their address as it writes it, percent signs decoded, and a warning for
 * each that isn't there or can't be used: a picture less is no reason to keep back an article.
 */
async function readPictures(
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
