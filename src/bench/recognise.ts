import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { blockLabels } from '../i18n/block-labels.ts';
import { parseArticle } from '../parse/parse.ts';
import { toEntry } from '../render/entry.ts';
import { site } from '../site.ts';
import { command, WrongUse } from '../cli/command.ts';

const usage = 'usage: npm run bench:recognise -- [--verbose] [FOLDER with score.mjs and dev/]';
/** The texts lie outside the project: they belong to their publishers. */
const usualFolder = '../shared/corpora/pasted';

/** Reads every text of a corpus, writes its entry, and lets the corpus's own scorer judge them. */
async function run(folder: string, verbose: boolean): Promise<number> {
  const texts = join(folder, 'dev');
  const scorer = join(folder, 'score.mjs');
  if (!existsSync(texts) || !existsSync(scorer))
    throw new WrongUse(`there is no corpus in ${resolve(folder)}: dev/ and score.mjs are missing`);
  const out = await mkdtemp(join(tmpdir(), 'broadsheet-recognise-'));
  const settings = { url: site.url, base: site.base, pictureHosts: [], labels: blockLabels(site), pictures: new Map() };
  try {
    let spent = 0;
    const files = (await readdir(texts)).filter((file) => file.endsWith('.txt'));
    for (const file of files) {
      const bytes = await readFile(join(texts, file));
      const before = performance.now();
      // A corpus is read as a site in UTC and English would read it, whatever this one's settings are.
      const parsed = parseArticle(file, bytes, { timeZone: 'UTC', language: 'en' });
      const { article } = toEntry(parsed, { path: file, ...settings });
      spent += performance.now() - before;
      await writeFile(join(out, file.replace(/\.txt$/, '.json')), JSON.stringify(article));
    }
    console.log(`${files.length} texts in ${Math.round(spent)} ms`);
    const flags = ['--bar', ...(verbose ? ['--verbose'] : [])];
    const score = spawnSync(process.execPath, [scorer, texts, out, ...flags], { stdio: 'inherit' });
    return score.status ?? 1;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

const options = { verbose: { type: 'boolean', default: false } } as const;

await command({ usage, options, names: 1 }, ({ values: { verbose }, positionals: [folder = usualFolder] }) =>
  run(folder, verbose),
);
