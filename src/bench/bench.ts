import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../build/cache/folders.ts';
import { benchArticle, writeBenchArticles } from './articles.ts';
import { eleventy, hugo } from './others.ts';
import { command, WrongUse } from '../cli/terminal/command.ts';
import { measure, median, type Measured } from './run.ts';
import { MARK } from '../build/folders/mark.ts';

const usage = `usage: npm run bench [-- COUNT …] [--alone]
  COUNT    how many articles (1000 10000)
  --alone  compare with no other program`;

/** How often a build after one change is measured: the middle one is told. */
const CHANGES = 3;

interface Row {
  articles: number;
  what: string;
  took: Measured;
  /** Files and bytes of the site. */
  size?: { files: number; bytes: number };
}

/** Builds this site of a content folder: cold, unchanged, and after a change of one article. */
async function ours(content: string, folder: string, articles: number): Promise<Row[]> {
  const keep = join(folder, 'keep');
  const env = { BROADSHEET_CONTENT: content, BROADSHEET_KEEP: keep };
  const dist = join(folder, 'dist');
  const build = () => measure([process.execPath, join(root, 'src/cli/build.ts'), '--outDir', dist], root, env);
  const cold = await build();
  const size = sizeOf(dist);
  // Everything is forgotten but the search index. Put aside, not deleted: a disk is slow for a while after a deletion.
  for (const old of [keep, dist]) renameSync(old, `${old}.before`);
  mkdirSync(keep);
  for (const name of ['search', MARK]) cpSync(join(`${keep}.before`, name), join(keep, name), { recursive: true });
  const apart = await build();
  const unchanged = await build();
  const changes: Measured[] = [];
  for (let time = 0; time < CHANGES; time += 1) {
    appendFileSync(
      join(content, 'articles', benchArticle(Math.floor(articles / 2)).path),
      `\nOne more paragraph, the ${time}th.\n`,
    );
    changes.push(await build());
  }
  return [
    { articles, what: 'cold', took: cold, size },
    { articles, what: 'cold, search index apart', took: apart },
    { articles, what: 'one changed', took: median(changes) },
    { articles, what: 'unchanged', took: unchanged },
  ];
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    files: files.length,
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
  };
}

/** The rows as a table in Markdown, with ratios to the other programs at the same number of articles. */
function table(rows: readonly Row[], others: readonly string[]): string {
  const cells = rows.map(({ articles, what, took, size }) => {
    const ratio = (name: string) => {
      const other = rows.find((row) => row.articles === articles && row.what === name);
      return other && what !== name ? `${(took.wall / other.took.wall).toFixed(2)} ×` : '';
    };
    return [
      articles.toLocaleString('en'),
      what,
      `${(took.wall / 1000).toFixed(1)} s`,
      took.processor ? `${(took.processor / 1000).toFixed(1)} s` : '',
      took.memory ? `${Math.round(took.memory / 1e6)} MB` : '',
      size ? `${size.files.toLocaleString('en')} files, ${Math.round(size.bytes / 1e6)} MB` : '',
      ...others.map(ratio),
    ];
  });
  const head = ['articles', 'build', 'wall', 'processor', 'peak memory', 'site', ...others.map((name) => `to ${name}`)];
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

async function bench(counts: readonly number[], alone: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  const tell = (text: string) => console.error(text);
  try {
    const found = alone ? [] : [await eleventy(join(folder, 'eleventy'), tell), await hugo()];
    const others = found.filter((other) => other !== null);
    const rows: Row[] = [];
    for (const articles of counts) {
      const own = join(folder, String(articles));
      const content = join(own, 'content');
      tell(`${articles} articles: writing them`);
      await writeBenchArticles(content, articles);
      for (const { name, build } of others) {
        tell(`${articles} articles: ${name}`);
        const site = join(own, name.replace(/\W/g, '-'));
        mkdirSync(site);
        rows.push({ articles, what: name, took: await build(content, site) });
      }
      tell(`${articles} articles: this project`);
      rows.push(...(await ours(content, own, articles)));
    }
    console.log(
      `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}\n`,
    );
    console.log(
      table(
        rows,
        others.map(({ name }) => name),
      ),
    );
    console.log(
      '\nThe other programs make a bare page of each article; this one makes the whole site, its feeds, files and search index.',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const options = { alone: { type: 'boolean', default: false } } as const;

await command({ usage, options, names: Infinity }, async ({ values: { alone }, positionals }) => {
  const wrong = positionals.find((count) => !/^[1-9]\d{0,6}$/.test(count));
  if (wrong !== undefined) throw new WrongUse(`"${wrong}" is not a number of articles`);
  await bench(positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000], alone);
  return 0;
});
