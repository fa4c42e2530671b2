import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { blockTypes } from '../article/blocks/registry.ts';
import { dayIn } from '../edition/day.ts';
import { foreignKeys } from '../build/articles/foreign-keys.ts';
import { clashes, contentFolder, findArticles, withoutThose } from '../build/articles/content-folder.ts';
import { FirstGuess } from '../build/articles/first-guess.ts';
import { linksToMend } from '../build/articles/links-again.ts';
import { readArticle, type Reading } from '../build/articles/read-article.ts';
import type { Leads } from '../render/links/links.ts';
import { site } from '../site.ts';
import { isLeftOut, SourceErrors, type SourceError } from '../source/error.ts';
import { command, WrongUse } from './terminal/command.ts';
import { counted, explain } from './explain.ts';
import { told } from '../build/report/told.ts';

const usage = 'usage: npm run check:content -- [--explain FILE] [--json]';

/** What is known of one file of the content folder. */
interface Checked {
  path: string;
  reading: Reading | null;
  problems: SourceError[];
  /** Why it is in no page, where it holds nothing to publish. */
  leftOut: SourceError[];
}

async function check(content: string, path: string, links: Leads): Promise<Checked> {
  try {
    const bytes = await readFile(join(content, path));
    return { path, reading: await readArticle(content, path, bytes, site, links), problems: [], leftOut: [] };
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    const told = [...error.problems];
    const [problems, leftOut] = isLeftOut(told) ? [[], told] : [told, []];
    return { path, reading: null, problems, leftOut };
  }
}

/** Reads every article; those whose links lead elsewhere than it seemed at first, once more, as a build does. */
async function checkAll(content: string, paths: readonly string[], guess: FirstGuess): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const path of paths) checked.push(await check(content, path, guess.of(path)));
  const read = checked.flatMap(({ path, reading }) => (reading ? [[path, reading] as const] : []));
  const links = linksToMend(new Map(read));
  for (const [index, { path }] of checked.entries())
    if (links.has(path)) checked[index] = await check(content, path, new Map(Object.entries(links.get(path) ?? {})));
  return checked;
}

/** One line for each article: where, what it is called, and what was recognised in it. */
function line({ path, reading, leftOut }: Checked): string {
  if (!reading) return `${path}  ${leftOut.length > 0 ? 'left out' : 'not read'}`;
  const { article } = reading.record;
  const facts = [
    article.section,
    article.published ? dayIn(article.published, site.timeZone) : 'undated',
    counted(article.blocks),
    article.repairs.length > 0 && `${article.repairs.length} repair${article.repairs.length === 1 ? '' : 's'}`,
    reading.draft && 'draft',
  ];
  return `${path}  “${article.headline}”  ${facts.filter(Boolean).join(' · ')}`;
}

/** So many in, so many not: the last line. */
function sum(checked: readonly Checked[], problems: readonly SourceError[]): string {
  const wrong = new Set(problems.map(({ path }) => path));
  const empty = checked.filter(({ leftOut }) => leftOut.length > 0).length;
  const good = checked.filter(({ path, leftOut }) => !wrong.has(path) && leftOut.length === 0);
  const drafts = good.filter(({ reading }) => reading?.draft).length;
  const warned = good.filter(({ reading }) => (reading?.warnings.length ?? 0) > 0).length;
  const of = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;
  const facts = [
    `${of(good.length - drafts, 'article')} ${good.length - drafts === 1 ? 'comes' : 'come'} in`,
    drafts > 0 && `${of(drafts, 'draft')} not shown`,
    empty > 0 && `${empty} without text left out`,
    warned > 0 && `${warned} with warnings`,
    problems.length === 0 ? 'no mistakes' : `${of(problems.length, 'mistake')} in ${of(wrong.size, 'file')}`,
  ].filter(Boolean);
  const rest =
    problems.length > 0 && good.length > 0
      ? '\nMend what is told above; "npm run build -- --keep-going" publishes the rest meanwhile.'
      : '';
  return `${of(checked.length, 'file')}: ${facts.join(', ')}${rest}`;
}

/** The same for machines. */
function plain({ path, reading, problems, leftOut }: Checked, withTrace: boolean) {
  if (!reading) return { path, problems, ...(leftOut.length > 0 && { warnings: leftOut }) };
  const { article, trace } = reading.record;
  const { id, headline, section, published, authors, language, blocks, repairs } = article;
  const count = (type: string) => blocks.filter((block) => block.type === type).length;
  return {
    path, id, headline, section, published, authors, language,
    draft: reading.draft,
    blocks: Object.fromEntries(blockTypes.map((type) => [type, count(type)])),
    repairs,
    ...(withTrace && { trace }),
    warnings: reading.warnings,
    problems,
  }; // prettier-ignore
}

/** A file as a person names it: from where they stand, or below the content folder. */
function pathOf(content: string, named: string, known: readonly string[]): string | null {
  const fromHere = relative(content, resolve(named)).split(sep).join('/');
  const asNamed = named.split(sep).join('/');
  return [fromHere, asNamed, `articles/${asNamed}`].find((path) => known.includes(path)) ?? null;
}

async function run({ explain: named, json }: { explain?: string | undefined; json: boolean }): Promise<number> {
  const content = contentFolder();
  const { found, problems, warnings: ofFolder } = findArticles(content);
  let paths = found.map(({ path }) => path);
  if (named !== undefined) {
    const path = pathOf(content, named, paths);
    if (path === null) throw new WrongUse(`there is no article ${named} in ${content}`);
    paths = [path];
  }

  const guess = new FirstGuess(found.map(({ path }) => path));
  const checked =
    named === undefined
      ? await checkAll(content, paths, guess)
      : [await check(content, paths[0]!, guess.of(paths[0]!))];
  for (const one of checked) {
    const { path } = one;
    problems.push(...one.problems);
    if (json) continue;
    if (named === undefined) console.log(line(one));
    else {
      for (const each of [...(one.reading?.warnings ?? []), ...one.leftOut, ...one.problems])
        console.error(String(each));
      if (one.reading) {
        const { trace, article, provenance } = one.reading.record;
        console.log(explain({ path, form: provenance.form, trace, repairs: article.repairs, blocks: article.blocks }));
      }
    }
  }
  if (named === undefined) {
    const read = checked.flatMap(({ path, reading }) => (reading ? [[path, reading] as const] : []));
    problems.push(
      ...clashes(
        withoutThose(
          found,
          checked.flatMap(({ leftOut }) => leftOut),
        ),
        new Map(read),
      ),
    );
    ofFolder.push(...foreignKeys(read));
  }
  const own = problems.filter((problem) => !checked.some((one) => one.problems.includes(problem)));
  if (json) {
    const articles = checked.map((one) => plain(one, named !== undefined));
    const warnings = named === undefined ? ofFolder : [];
    console.log(JSON.stringify({ articles, warnings, problems: own }, null, 2));
  } else if (named === undefined) {
    const warnings = checked.flatMap(({ reading, leftOut }) => [...leftOut, ...(reading?.warnings ?? [])]);
    for (const each of told([...ofFolder, ...warnings, ...problems])) console.error(each);
    console.error(sum(checked, problems));
  }
  return problems.length > 0 ? 1 : 0;
}

const options = { explain: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

await command({ usage, options }, ({ values }) => run(values));
