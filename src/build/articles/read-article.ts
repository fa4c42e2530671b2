import { standsApart } from '../../article/blocks/registry.ts';
import type { ArticleRecord } from '../../edition/record.ts';
import { MOST_NAMES, summarise } from '../../edition/summarise.ts';
import type { Summary } from '../../edition/summary.ts';
import { blockLabels } from '../../i18n/block-labels.ts';
import { parseArticle } from '../../parse/parse.ts';
import { isPage } from '../../parse/page/parse-page.ts';
import { withheld } from '../../parse/withheld.ts';
import { withCodeColours } from './code-colours.ts';
import { sha256 } from '../cache/digest.ts';
import type { MissingPicture } from './picture-finder.ts';
import { renderBlock } from '../../render/block.ts';
import { toEntry } from '../../render/entry.ts';
import type { Leads } from '../../render/links/links.ts';
import { toMarkdown } from '../../render/markdown/markdown.ts';
import { articleText } from '../../render/plain.ts';
import type { Site } from '../../site.ts';
import { isPasted } from '../../source/content.ts';
import { hasHalf, wellFormed } from '../../source/cut.ts';
import { SourceError, SourceErrors } from '../../source/error.ts';
import type { ForeignKey } from '../../source/front-matter/front-matter.ts';
import { readPictures } from '../images/article-pictures.ts';

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
