import { SourceError } from '../../source/error.ts';
import type { Facts } from '../cache/record-store.ts';

/**
 * Notices files that were renamed since the last build: one is gone, and a new one has its text. Links to
 * the old address are broken then, unless the article names it among its `aliases`.
 *
 * @param before what was kept, by the file's path
 * @param after  what is there now
 */
export function noticeRenamed(before: ReadonlyMap<string, Facts>, after: ReadonlyMap<string, Facts>): SourceError[] {
  const gone = new Map<string, string>();
  for (const [path, facts] of before) if (!after.has(path) && !facts.draft) gone.set(textOf(facts), path);
  if (gone.size === 0) return [];
  return [...after].flatMap(([path, facts]) => {
    const former = before.has(path) || facts.draft ? undefined : gone.get(textOf(facts));
    const address = former === undefined ? undefined : before.get(former)?.summary.path;
    if (former === undefined || address === undefined || address === facts.summary.path) return [];
    const named = facts.summary.aliases.some((alias) => alias.replace(/\/?$/, '/') === address);
    if (named) return [];
    return new SourceError({
      path,
      line: 1,
      column: 1,
      rule: 'renamed',
      severity: 'warning',
      message: `This is the text that was published as ${address} (${former}): links to that address are broken now.`,
      hint: `Add the old address to its front matter: aliases: [${address}]`,
    });
  });
}

/** Two files with one text agree in this, whatever their front matter says. */
const textOf = ({ summary: { signature, words, excerpt, headline } }: Facts): string =>
  JSON.stringify(signature === '' ? [headline, excerpt, words] : [signature, words]);
