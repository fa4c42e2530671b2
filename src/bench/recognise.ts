import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { blockLabels } from '../i18n/block-labels.ts';
import { parseArticle } from '../parse/parse.ts';
import type { PasteWeights } from '../parse/parsed-article.ts';
import { toEntry } from '../render/entry.ts';
import { site } from '../site.ts';
import { command, WrongUse } from '../cli/terminal/command.ts';
import { fitAll, readCorpus, readFixtures, readPages } from './lines/fit.ts';
import { foldOf } from './lines/labelled-text.ts';

const usage = `usage: npm run bench:recognise -- [--verbose] [--fit [--pages FOLDER]] [FOLDER with score.mjs, dev/ and more/]
Each text is read with weights that were fitted on other texts; --fit fits them anew, and those of the house with them.
--pages adds saved pages to the fit: NAME.html, NAME.story.html (the story alone), NAME.json (title, byline).`;
/** The texts lie outside the project: they belong to their publishers. */
const usualFolder = '../shared/corpora/pasted';
/** Each a folder of `<id>.txt` and `<id>.gold.json`. */
const corpora = ['dev', 'more'];
/** The weights by folds: made by a fit, and of no use to anything but this measurement. */
const foldFile = 'node_modules/.cache/broadsheet/recognise-folds.json';
/** Pages of our own, with their right answers. */
const fixtures = ['src/parse/paste/fixtures', 'src/parse/head/fixtures'];
const house = {
  lines: 'src/parse/lines/line-weights.json',
  headline: 'src/parse/head/headline-weights.json',
  posts: 'src/parse/post-text/post-weights.json',
};

/** Fits the weights and writes those of the house and those by folds. */
async function fit(folders: readonly string[], pages: string | undefined): Promise<void> {
  const corpus = [
    ...(await Promise.all(folders.map(readCorpus))).flat(),
    ...(await Promise.all(fixtures.map(readFixtures))).flat(),
  ];
  const saved = pages === undefined ? [] : await readPages(pages);
  console.log(`${corpus.length} texts and ${saved.length} saved pages`);
  const { all, folds } = fitAll(corpus, saved, (text) => console.log(text));
  await mkdir(join(foldFile, '..'), { recursive: true });
  await writeFile(foldFile, JSON.stringify(folds));
  await writeFile(house.lines, compact(all.lines.evidence, all.lines.steps));
  await writeFile(house.headline, `${JSON.stringify(all.headline, null, 2)}\n`);
  await writeFile(house.posts, `${JSON.stringify(all.posts, null, 2)}\n`);
}

/** One piece of evidence in a line: small, and what a fit changes can be read in a diff. */
function compact(evidence: PasteWeights['lines']['evidence'], steps: PasteWeights['lines']['steps']): string {
  const rows = Object.entries(evidence).map(
    ([piece, weights]) => `${JSON.stringify(piece)}:${JSON.stringify(weights)}`,
  );
  return `{"steps":${JSON.stringify(steps)},"evidence":{\n${rows.sort().join(',\n')}}}\n`;
}

/** Reads every text of the corpora, writes its entry, and lets the corpora's own scorers judge them together. */
async function run(folder: string, verbose: boolean, fitting: boolean, pages: string | undefined): Promise<number> {
  const scorers = [join(folder, 'score.mjs'), join(folder, 'score-extra.mjs')].filter(existsSync);
  const folders = corpora.map((name) => join(folder, name)).filter(existsSync);
  if (folders.length === 0 || scorers.length === 0)
    throw new WrongUse(`there is no corpus in ${resolve(folder)}: dev/ and score.mjs are missing`);
  if (fitting) await fit(folders, pages);
  if (!existsSync(foldFile)) throw new WrongUse('no weights by folds are there yet: run it with --fit');
  const weights = JSON.parse(await readFile(foldFile, 'utf8')) as PasteWeights[];
  const work = await mkdtemp(join(tmpdir(), 'broadsheet-recognise-'));
  const [gold, out] = [join(work, 'gold'), join(work, 'out')];
  await Promise.all([mkdir(gold), mkdir(out)]);
  try {
    const times: number[] = [];
    for (const source of folders) {
      for (const file of await readdir(source)) {
        await symlink(resolve(source, file), join(gold, file));
        if (!file.endsWith('.txt')) continue;
        const bytes = await readFile(join(source, file));
        const id = file.slice(0, -4);
        const before = performance.now();
        const article = read(file, bytes, weights[foldOf(id)]!);
        times.push(performance.now() - before);
        await writeFile(join(out, `${id}.json`), JSON.stringify(article));
      }
    }
    times.sort((one, other) => one - other);
    const median = times[times.length >> 1]!;
    console.log(`${times.length} texts, ${median.toFixed(1)} ms in the median, ${times.at(-1)!.toFixed(1)} ms at most`);
    const flags = verbose ? ['--verbose'] : [];
    const results = scorers.map((scorer) =>
      spawnSync(process.execPath, [scorer, gold, out, '--bar', ...flags], { stdio: 'inherit' }),
    );
    return Math.max(...results.map(({ status }) => status ?? 1));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const settings = { url: site.url, base: site.base, pictureHosts: [], labels: blockLabels(site), pictures: new Map() };

/** The published entry. A corpus is read as a site in UTC and English would read it, whatever this one's settings are. */
function read(file: string, bytes: Uint8Array, weights: PasteWeights) {
  const parsed = parseArticle(file, bytes, { timeZone: 'UTC', language: 'en', weights });
  return toEntry(parsed, { path: file, ...settings }).article;
}

const options = {
  verbose: { type: 'boolean', default: false },
  fit: { type: 'boolean', default: false },
  pages: { type: 'string' },
} as const;

await command(
  { usage, options, names: 1 },
  ({ values: { verbose, fit, pages }, positionals: [folder = usualFolder] }) => run(folder, verbose, fit, pages),
);
