import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseArticle } from '../parse/parse.ts';
import { SourceErrors } from '../source/error.ts';
import { sha256 } from '../build/cache/digest.ts';
import { balanced, scorePage, type PageGold, type PageScore } from './score-page.ts';

/**
 * Measures what is read from saved pages: `<id>.html` (or `.html.gz`, `.mhtml`), and beside it `<id>.gold.json` with
 * what a careful reader would take from it. Half of the pages (by a hash of the id) may be looked at while rules are
 * made; the figures that count are those of the other half.
 */

const [folder] = process.argv.slice(2);
const verbose = process.argv.includes('--verbose');
if (!folder || !existsSync(folder)) {
  console.error('bench:saved-pages needs a folder of saved pages: npm run bench:saved-pages -- FOLDER [--verbose]');
  process.exit(2);
}

const pages = readdirSync(folder).filter((name) => /\.(?:html?|mhtml)(?:\.gz)?$/i.test(name)).sort(); // prettier-ignore
if (pages.length === 0) {
  console.error(`${folder} holds no saved pages (.html, .html.gz, .mhtml)`);
  process.exit(2);
}

interface Row {
  half: 'seen' | 'unseen';
  milliseconds: number;
  score: PageScore | null;
}

const rows = pages.map((name): Row => {
  const bytes = readFileSync(join(folder, name));
  const page = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const id = name.replace(/\.(?:html?|mhtml)(?:\.gz)?$/i, '');
  const goldFile = join(folder, `${id}.gold.json`);
  const gold = existsSync(goldFile) ? (JSON.parse(readFileSync(goldFile, 'utf8')) as PageGold) : null;
  const half = Number.parseInt(sha256(id).slice(0, 8), 16) % 2 === 0 ? 'seen' : 'unseen';
  const from = performance.now();
  try {
    const parsed = parseArticle(name.replace(/\.gz$/, ''), page, { timeZone: 'UTC', language: 'en' });
    const milliseconds = performance.now() - from;
    const score = gold && scorePage(parsed, gold);
    if (verbose && score) console.log(`${id}\t${JSON.stringify(score)}`);
    return { half, milliseconds, score };
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    console.log(`${id}: ${error.problems.map(String).join(' ')}`);
    return { half, milliseconds: performance.now() - from, score: gold && missed(gold) };
  }
});

/** The score of a page that no article came from. */
function missed(gold: PageGold): PageScore {
  const zero = (wanted: unknown) => (wanted ? 0 : null);
  return {
    text: gold.text !== undefined || gold.paragraphs ? { precision: 0, recall: 0 } : null,
    headline: zero(gold.title),
    date: zero(gold.published),
    authors: zero(gold.authors?.length),
    standfirst: zero([gold.standfirst ?? []].flat().join('')),
    subheads: { found: 0, wanted: gold.subheads?.length ?? 0, right: 0 },
  };
}

const mean = (values: readonly (number | null)[]): string => {
  const told = values.filter((value) => value !== null);
  return told.length === 0 ? '–' : (told.reduce((sum, value) => sum + value, 0) / told.length).toFixed(3);
};
const part = (of: number, whole: number): string => (whole === 0 ? '–' : (of / whole).toFixed(3));

function tell(name: string, some: readonly Row[]): void {
  const scores = some.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return;
  const texts = scores.flatMap(({ text }) => text ?? []);
  const heads = scores.map(({ subheads }) => subheads);
  const sum = (key: 'found' | 'wanted' | 'right') => heads.reduce((total, each) => total + each[key], 0);
  console.log(
    [
      `${name.padEnd(7)} ${String(scores.length).padStart(4)} pages`,
      `text ${mean(texts.map(balanced))} (precision ${mean(texts.map(({ precision }) => precision))}, recall ${mean(texts.map(({ recall }) => recall))})`, // prettier-ignore
      `headline ${mean(scores.map(({ headline }) => headline))}`,
      `date ${mean(scores.map(({ date }) => date))}`,
      `authors ${mean(scores.map(({ authors }) => authors))}`,
      `standfirst ${mean(scores.map(({ standfirst }) => standfirst))}`,
      `subheads ${part(sum('right'), sum('found'))}/${part(sum('right'), sum('wanted'))}`,
    ].join('  '),
  );
}

tell('seen', rows.filter(({ half }) => half === 'seen')); // prettier-ignore
tell('unseen', rows.filter(({ half }) => half === 'unseen')); // prettier-ignore
const times = rows.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1);
console.log(
  `${pages.length} pages: ${at(0.5)} ms in the median, ${at(0.95)} ms for 95 in 100, ${at(1)} ms at most; ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
