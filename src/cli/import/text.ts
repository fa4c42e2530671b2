import { basename, dirname } from 'node:path';
import { isRecognised, type Block } from '../../article/blocks/registry.ts';
import { dayIn } from '../../edition/day.ts';
import { parseArticle } from '../../parse/parse.ts';
import { toFaithfulMarkdown } from '../../render/markdown/faithful-markdown.ts';
import { site } from '../../site.ts';
import { SourceErrors } from '../../source/error.ts';
import { counted } from '../explain.ts';
import { placeOf, writeNew } from '../terminal/place.ts';
import { importPictures } from './pictures.ts';

const reading = { timeZone: site.timeZone, language: site.language };

export interface TextOptions {
  content: string;
  dryRun: boolean;
  force: boolean;
  section: string | null;
}

/**
 * Writes a text, pasted or Markdown, as canonical Markdown into the content folder, with its pictures.
 *
 * @param file `-` for standard input
 * @returns whether all went well; what did not was told
 */
export async function importText(
  file: string,
  bytes: Uint8Array,
  { content, dryRun, force, section }: TextOptions,
): Promise<boolean> {
  const name = nameOf(file);
  try {
    const read = parseArticle(name, bytes, reading);
    const parsed = section === null ? read : { ...read, section };
    for (const warning of parsed.warnings) console.error(String(warning));
    const markdown = toFaithfulMarkdown(parsed, reading);
    const place = placeOf(parsed.headline, parsed.published && dayIn(parsed.published.instant, site.timeZone));
    if (dryRun) {
      process.stdout.write(markdown);
      return true;
    }
    if (!(await writeNew(content, place, markdown, force))) {
      console.error(`${place} is there already: --force writes over it`);
      return false;
    }
    console.log(`${place}  “${parsed.headline}”, ${counted(entryBlocks(parsed.root.children))}`);
    const left = await importPictures(parsed, { name, from: dirname(file), content, place, force });
    for (const problem of left) console.error(String(problem));
    return left.length === 0;
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    for (const problem of error.problems) console.error(String(problem));
    return false;
  }
}

/** The name under which messages speak of a text. What does not call itself Markdown is pasted. */
function nameOf(file: string): string {
  if (file === '-') return 'standard-input.txt';
  return /\.(?:md|txt)$/i.test(file) ? basename(file) : `${basename(file)}.txt`;
}

/** As many blocks of each type as the entry will have. */
function entryBlocks(nodes: readonly { type: string }[]): { type: Block['type'] }[] {
  return nodes.map((node) => ({ type: isRecognised(node) ? node.type : 'prose' }));
}
