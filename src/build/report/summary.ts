import type { BuildResult } from '../build.ts';

/** What a build tells at its end: a few lines of text. */
export function summary(result: BuildResult, outDir: string): string {
  const {
    articles,
    drafts,
    scheduled,
    restricted,
    problems,
    warnings,
    read,
    files,
    made,
    pages,
    bytes,
    stages,
    largest,
    published,
  } = result;
  const wrong = new Set(problems.map(({ path }) => path)).size;
  const total = stages.reduce((sum, { time }) => sum + time, 0);
  const counted = [
    count(articles, 'article'),
    drafts > 0 && count(drafts, 'draft'),
    scheduled > 0 && `${scheduled} scheduled`,
    restricted > 0 && `${restricted} restricted and hidden`,
    wrong > 0 && `${count(wrong, 'file')} with mistakes`,
    warnings.length > 0 && count(warnings.length, 'warning'),
  ].filter(Boolean);
  if (!published) {
    const rest =
      articles > 0 && wrong > 0
        ? '\nMend what is told above, or publish the rest now: npm run build -- --keep-going'
        : '';
    return `${counted.join(', ')}. Nothing was published: ${outDir} is as it was.${rest}`;
  }
  const slow = stages.filter(({ time }) => time >= 10).map(({ name, time }) => `${name} ${seconds(time)}`);
  return [
    `${counted.join(', ')}: ${count(pages, 'page')}, ${count(files, 'file')}, ${megabytes(bytes)} in ${outDir}`,
    `read ${read}, made ${made}, kept ${files - made} in ${seconds(total)}${slow.length ? ` (${slow.join(', ')})` : ''}`,
    `largest pages: ${largest.map(({ path, size }) => `${path} ${Math.round(size / 1000)} kB`).join(', ')}`,
  ].join('\n');
}

const seconds = (time: number): string => `${(time / 1000).toFixed(time < 995 ? 2 : 1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
