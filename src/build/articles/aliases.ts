import type { OutputFile } from '../../edition/files/output-file.ts';
import { planRedirects, type AliasClash } from '../../edition/redirects.ts';
import type { Summary } from '../../edition/summary.ts';
import { SourceError } from '../../source/error.ts';

/**
 * Old addresses that can't lead to their articles, as mistakes in the files that name them.
 *
 * @param shown the articles, by the file's path
 * @param plan  every file of the site that is made from its articles
 * @param beside paths of its other files
 */
export function aliasProblems(
  shown: readonly (readonly [path: string, { summary: Summary }])[],
  plan: readonly OutputFile[],
  beside: readonly string[] = [],
): SourceError[] {
  const articles = shown.map(([, { summary }]) => summary);
  if (!articles.some(({ aliases }) => aliases.length > 0)) return [];
  const files = new Map(shown.map(([path, { summary }]) => [summary.id, path]));
  const fileOf = (id: string) => files.get(id) ?? id;
  const others = plan
    .filter(({ work }) => work.generator !== 'redirect' && work.generator !== 'redirects')
    .map(({ path }) => path);
  return planRedirects(articles, [...beside, ...others]).clashes.map(
    (clash) =>
      new SourceError({
        path: fileOf(clash.article.id),
        line: 1,
        column: 1,
        rule: 'alias',
        message: `The old address ${clash.alias} can't lead here: ${reason(clash, fileOf)}.`,
        hint: 'Take it out of "aliases", or write another path below the site, such as /2019/old-name/.',
      }),
  );
}

function reason({ with: other }: AliasClash, fileOf: (id: string) => string): string {
  if (other === null) return 'no file can have it';
  if (typeof other === 'string')
    return `the site has ${other.replace(/(^|\/)index\.html$/, '$1') || 'its front page'} there`;
  return `${fileOf(other.id)} names it too`;
}
