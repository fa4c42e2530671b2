import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { contentFolder } from '../build/articles/content-folder.ts';
import { Refused } from '../exports/refused.ts';
import { tell, tellArchive, type Told } from '../exports/tell.ts';
import { command, WrongUse } from './terminal/command.ts';
import { fetcher } from './import/fetch.ts';
import { importLibrary } from './import/library.ts';
import { failureLines, outcomeText } from './import/outcome.ts';
import { bytesOf, unpackedExport } from './import/sources.ts';
import { importPage, loadPage, pageSource } from './import/page.ts';
import { pagesIn } from './import/pages-in.ts';
import { importText } from './import/text.ts';
import { progress } from '../build/report/progress.ts';

const usage = `usage: npm run import -- [options] FILE|FOLDER|https://… (or - for standard input)

Writes articles into content/articles/YYYY/MM/, from files told by their content, not their names:
  a text             pasted or Markdown: one article; the pictures beside it come along
  a saved page       HTML, SingleFile, MHTML, a clipboard, or an address of the web: one article,
                     its pictures beside it; of a folder, all saved pages in it
  an export with     wallabag (JSON, CSV), Omnivore (zip, or its unpacked folder), WordPress (WXR),
  whole articles     Ghost (JSON), Evernote (ENEX), feeds (RSS, Atom, JSON Feed)
  an export of       Pocket (CSV, zip, HTML), Instapaper, Readwise, Raindrop, Matter (CSV),
  addresses          Karakeep, Linkwarden, Pinboard (JSON), bookmarks (HTML), tables of links (CSV)
Where an export has the address alone, the article is a card that links to it. An article that is
here already is known by its address and left as it is.

  --dry-run          only tell what would be written
  --since DATE       of an export: what was saved (or published) on that day or later, 2024-01-30
  --section NAME     put every article into this section
  --fetch            of an export of addresses: load the pages and make articles of them; with --update
                     those that are cards so far
  --update           bring articles that were imported before up to date, but for those changed by hand
  --force            write over files that are there, changed by hand or not`;

const options = {
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  since: { type: 'string' },
  section: { type: 'string' },
  fetch: { type: 'boolean', default: false },
} as const;

interface Options {
  content: string;
  dryRun: boolean;
  force: boolean;
  update: boolean;
  since: string | null;
  section: string | null;
  fetch: boolean;
}

await command({ usage, options, names: Infinity }, async ({ values, positionals: files }) => {
  if (files.length === 0) throw new WrongUse('no file was named');
  const since = values.since ?? null;
  if (since !== null && (!/^\d{4}-\d{2}-\d{2}$/.test(since) || Number.isNaN(Date.parse(since))))
    throw new WrongUse(`--since takes a day, such as 2024-01-30, not "${since}"`);
  const given: Options = {
    content: contentFolder(),
    dryRun: values['dry-run'],
    force: values.force,
    update: values.update || values.force,
    since,
    section: values.section?.trim() || null,
    fetch: values.fetch,
  };
  let worst = 0;
  for (const file of files) worst = Math.max(worst, await importFile(file, given));
  return worst;
});

/** @returns 0 where all of it came in, 1 where some did not, 2 where it is nothing that can be read */
async function importFile(file: string, given: Options): Promise<number> {
  try {
    if (file !== '-' && statSync(file, { throwIfNoEntry: false })?.isDirectory() && !unpackedExport(file))
      return await importFolder(file, given);
    const address = /^https?:\/\//i.test(file) ? file : null;
    const { told, bytes } = await lookAt(file);
    if (told.kind === 'export') return await importExport(file, told, given);
    if (told.kind === 'page' && !(told.form === 'fragment' && /\.(?:md|txt)$/i.test(file)))
      return (await importPage(pageSource(file, bytes, address), given)) ? 0 : 1;
    if (address !== null) throw new Refused('it is no page of the web');
    return (await importText(file, bytes, given)) ? 0 : 1;
  } catch (error) {
    if (error instanceof Refused) {
      console.error(`${file === '-' ? 'standard input' : file}: ${error.message}`);
      return 2;
    }
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
    console.error(`${file} can't be read (${code})`);
    return 1;
  }
}

/** The saved pages in a folder, each an article. */
async function importFolder(folder: string, given: Options): Promise<number> {
  const pages = pagesIn(folder);
  if (pages.length === 0) throw new Refused('it is a folder that holds no export and no saved pages: name the files in it'); // prettier-ignore
  let worst = 0;
  for (const page of pages) worst = Math.max(worst, await importFile(page, given));
  return worst;
}

async function lookAt(file: string): Promise<{ told: Told; bytes: Uint8Array }> {
  if (/^https?:\/\//i.test(file)) {
    const loaded = await loadPage(file);
    if (typeof loaded === 'string') throw new Refused(`it was not loaded: ${loaded}`);
    return { told: tell(loaded), bytes: loaded };
  }
  if (file !== '-' && statSync(file).isDirectory()) {
    const archive = unpackedExport(file);
    if (!archive) throw new Refused('it is a folder that holds no export: name the files in it');
    return { told: tellArchive(archive), bytes: new Uint8Array() };
  }
  const bytes = await bytesOf(file);
  return { told: tell(bytes), bytes };
}

async function importExport(file: string, told: Told & { kind: 'export' }, given: Options): Promise<number> {
  const name = file === '-' ? 'standard input' : file;
  console.log(`${name} is ${told.name}.`);
  const shown = process.stderr.isTTY ? progress(process.stderr, () => performance.now()) : null;
  shown?.stage('importing');
  const outcome = await importLibrary(told.entries, {
    ...given,
    step: (done, of) => shown?.step(done, of),
    tell: (line) => given.dryRun && console.log(line),
    fetch: given.fetch && !given.dryRun ? fetcher() : null,
  });
  shown?.end();
  console.log(outcomeText(outcome, given.dryRun));
  for (const line of failureLines([...outcome.failures, ...outcome.lost], !process.stderr.isTTY)) console.error(`${basename(name)}: ${line}`); // prettier-ignore
  for (const path of outcome.touched)
    console.error(`${basename(name)}: ${path} was changed by hand since it was imported: --force writes over it`);
  return outcome.failures.length + outcome.lost.length + outcome.touched.length > 0 ? 1 : 0;
}
