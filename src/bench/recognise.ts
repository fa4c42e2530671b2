import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { blockLabels } from '../i18n/block-labels.ts';
import { parseArticle } from '../parse/parse.ts';
import { toEntry } from '../render/entry.ts';
import { site } from '../site.ts';
import { command, WrongUse } from '../cli/command.ts';

const usage = 'usage: npm run bench:recognise -- [--verbose] [FOLDER with score.mjs, dev/ and more/]';
/** The texts lie outside the project: they belong to their publishers. */
const usualFolder = '../shared/corpora/pasted';
/** Each a folder of `<id>.txt` and `<id>.gold.json`. */
const corpora = ['dev', 'more'];

/** Reads every text of the corpora, writes its entry, and lets the corpora's own scorers judge them together. */
async function run(folder: string, verbose: boolean): Promise<number> {
  const scorers = [join(folder, 'score.mjs'), join(folder, 'score-extra.mjs')].filter(existsSync);
  const folders = corpora.map((name) => join(folder, name)).filter(existsSync);
  if (folders.length === 0 || scorers.length === 0)
    throw new WrongUse(`there is no corpus in ${resolve(folder)}: dev/ and score.mjs are missing`);
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
        const before = performance.now();
        const article = read(file, bytes);
        times.push(performance.now() - before);
        await writeFile(join(out, file.replace(/\.txt$/, '.json')), JSON.stringify(article));
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
function read(file: string, bytes: Uint8Array) {
  return toEntry(parseArticle(file, bytes, { timeZone: 'UTC', language: 'en' }), { path: file, ...settings }).article;
}

const options = { verbose: { type: 'boolean', default: false } } as const;

await command({ usage, options, names: 1 }, ({ values: { verbose }, positionals: [folder = usualFolder] }) =>
  run(folder, verbose),
);
