import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { bookArticles, IN_A_BOOK } from '../edition/book.ts';
import { openEdition } from '../edition/edition.ts';
import type { Summary } from '../edition/summary.ts';
import { face } from '../build/generators/face.ts';
import { book, bookIdentifier } from '../downloads/epub.ts';
import { cover } from '../cards/cover.ts';
import { contentFolder, findArticles } from '../build/articles/content-folder.ts';
import { readArticle } from '../build/articles/read-article.ts';
import { site } from '../site.ts';
import { SourceError, SourceErrors } from '../source/error.ts';
import { command, WrongUse } from './terminal/command.ts';
import { written } from './terminal/place.ts';

const usage = `usage: npm run epub -- [--section NAME] [--newest N] [--out FILE] [--force]
  --section NAME  only articles of this section
  --newest N      how many (${IN_A_BOOK})
  --out FILE      where the book is written (edition.epub)
  --force         write over whatever stands there; without it only over an earlier edition of the same book`;

const options = {
  section: { type: 'string' },
  newest: { type: 'string', default: String(IN_A_BOOK) },
  out: { type: 'string', default: 'edition.epub' },
  force: { type: 'boolean', default: false },
} as const;

await command({ usage, options }, async ({ values }) => {
  if (!/^[1-9]\d{0,3}$/.test(values.newest)) throw new WrongUse('--newest takes a number from 1 to 9999');
  if (values.out === '') throw new WrongUse('--out takes a file');
  const content = contentFolder();
  const read = async (path: string) => readArticle(content, path, await readFile(join(content, path)), site);
  const { found, problems } = findArticles(content);
  const summaries: Summary[] = [];
  const files = new Map<string, string>();
  for (const { path } of found) {
    try {
      const { summary, draft } = await read(path);
      if (draft) continue;
      summaries.push(summary);
      files.set(summary.id, path);
    } catch (error) {
      if (error instanceof SourceErrors) problems.push(...error.problems);
      else if (error instanceof SourceError) problems.push(error);
      else throw new Error(`reading ${path} failed`, { cause: error });
    }
  }
  for (const problem of problems) console.error(String(problem));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  const edition = openEdition(summaries, site);
  const chosen = bookArticles(edition, values.section ?? null, Number(values.newest));
  if (!chosen)
    throw new WrongUse(
      `there is no section "${values.section}"; there are: ${edition.lists.section.map(({ name }) => name).join(', ') || 'none'}`,
    );
  const records = [];
  for (const { id } of chosen.articles) records.push((await read(files.get(id) ?? '')).record);
  // Pictures are made from the originals: no build is needed before.
  const originals = new Map(
    records.flatMap((record) =>
      record.pictures.flatMap(({ file, image }) =>
        image.renditions.map(({ src, width }) => [src, { file, width }] as const),
      ),
    ),
  );
  const picture = async (path: string) => {
    const original = originals.get(path);
    if (!original) throw new Error(`no picture ${path}`);
    return sharp(join(content, original.file))
      .autoOrient()
      .resize(original.width)
      .flatten({ background: '#fff' })
      .jpeg({ quality: 80 })
      .toBuffer();
  };
  const bytes = await book(records, {
    name: chosen.name,
    site,
    picture,
    cover: (words) => cover(words, face),
  });
  const earlier = await readFile(values.out).catch(() => null);
  const same = earlier !== null && isEdition(earlier, bookIdentifier(site, chosen.name));
  if (!(await written(resolve(values.out), values.force || same, (to) => writeFile(to, bytes, { flag: 'wx' })))) {
    console.error(`${values.out} is there already and is no earlier edition of this book: --force writes over it`);
    return 2;
  }
  console.log(`${records.length} articles, ${(bytes.length / 1e6).toFixed(1)} MB in ${values.out}`);
  return 0;
});

/** Whether a file is an edition of the book that has this identifier. */
function isEdition(bytes: Uint8Array, identifier: string): boolean {
  try {
    const { 'book/package.opf': opf } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'book/package.opf' && originalSize < 1e7,
    });
    return opf !== undefined && new TextDecoder().decode(opf).includes(`>${identifier}</dc:identifier>`);
  } catch {
    return false;
  }
}
