import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isRecognised, type Block } from '../article/blocks/registry.ts';
import { dayIn } from '../edition/day.ts';
import { contentFolder } from '../build/articles/content-folder.ts';
import { parseArticle } from '../parse/parse.ts';
import { toFaithfulMarkdown } from '../render/faithful-markdown.ts';
import { site } from '../site.ts';
import { SourceErrors } from '../source/error.ts';
import { command, WrongUse } from './command.ts';
import { counted } from './explain.ts';
import { importPictures } from './import-pictures.ts';
import { placeOf, writeNew } from './place.ts';

const usage = 'usage: npm run import -- [--dry-run] [--force] FILE… (or - for standard input)';
const reading = { timeZone: site.timeZone, language: site.language };

/** The bytes of a file or of standard input, and the name under which messages speak of them. */
async function read(file: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  if (file === '-') return { name: 'standard-input.txt', bytes: await buffer(process.stdin) };
  try {
    // What does not call itself Markdown is pasted text.
    const name = /\.(?:md|txt)$/i.test(file) ? basename(file) : `${basename(file)}.txt`;
    return { name, bytes: await readFile(file) };
  } catch (error) {
    console.error(`${file} can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
    return null;
  }
}

async function importFile(file: string, { dryRun, force }: { dryRun: boolean; force: boolean }): Promise<boolean> {
  const source = await read(file);
  if (source === null) return false;
  try {
    const parsed = parseArticle(source.name, source.bytes, reading);
    for (const warning of parsed.warnings) console.error(String(warning));
    const markdown = toFaithfulMarkdown(parsed, reading);
    const place = placeOf(parsed.headline, parsed.published && dayIn(parsed.published.instant, site.timeZone));
    if (dryRun) {
      process.stdout.write(markdown);
      return true;
    }
    const content = contentFolder();
    if (!(await writeNew(content, place, markdown, force))) {
      console.error(`${place} is there already: --force writes over it`);
      return false;
    }
    console.log(`${place}  “${parsed.headline}”, ${counted(entryBlocks(parsed.root.children))}`);
    const left = await importPictures(parsed, { name: source.name, from: dirname(file), content, place, force });
    for (const problem of left) console.error(String(problem));
    return left.length === 0;
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    for (const problem of error.problems) console.error(String(problem));
    return false;
  }
}

/** As many blocks of each type as the entry will have. */
function entryBlocks(nodes: readonly { type: string }[]): { type: Block['type'] }[] {
  return nodes.map((node) => ({ type: isRecognised(node) ? node.type : 'prose' }));
}

const options = {
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const;

await command({ usage, options, names: Infinity }, async ({ values, positionals: files }) => {
  if (files.length === 0) throw new WrongUse('no file was named');
  let failed = 0;
  for (const file of files) {
    if (!(await importFile(file, { dryRun: values['dry-run'], force: values.force }))) failed++;
  }
  return failed > 0 ? 1 : 0;
});
