import { ArticleNames } from '../../article/article-names.ts';
import { SourceError } from '../../source/error.ts';
import type { Facts } from '../cache/record-store.ts';

/** Why an article is in no page, as `hiddenAs` tells it. */
type Hidden = 'draft' | 'scheduled' | 'restricted';

/**
 * Says of a link that leads to no article which one it means, where that is there and not shown: a link to an article
 * whose time has not come is no mistake of its author.
 *
 * @param warnings those of all articles; the others are given back as they are
 * @param hidden   why an article is not shown; null of one that is
 */
export function explainHidden(
  warnings: readonly SourceError[],
  facts: ReadonlyMap<string, Facts>,
  hidden: (facts: Facts) => Hidden | null,
): SourceError[] {
  const apart = [...facts].flatMap(([path, each]) => {
    const why = hidden(each);
    return why === null ? [] : [{ path, each, why }];
  });
  if (apart.length === 0 || !warnings.some(({ rule }) => rule === 'no-article')) return [...warnings];
  const names = new ArticleNames(
    apart.map(({ path, each: { summary, names: others, fragments } }) => ({
      path,
      address: summary.path,
      names: [summary.headline, ...others],
      fragments,
    })),
  );
  const byAddress = new Map(apart.map((article) => [article.each.summary.path, article]));
  return warnings.map((warning) => {
    const written = warning.rule === 'no-article' ? /^"(.+)" leads to/s.exec(warning.message)?.[1] : undefined;
    const found = written && byAddress.get(names.find(warning.path, written).replace(/#.*$/, ''));
    if (!found) return warning;
    return new SourceError({
      ...warning.toJSON(),
      message: `"${written}" leads to ${found.path}, ${reason(found.why, found.each)}: its words stand without the link.`,
      hint:
        found.why === 'scheduled'
          ? 'Nothing is to be done: a build after that time makes the link.'
          : 'Take the link off its words, or show that article.',
    });
  });
}

function reason(why: Hidden, { summary }: Facts): string {
  if (why === 'scheduled') return `which is left out until ${(summary.published ?? '').replace(/:\d\d\.\d{3}Z$/, 'Z')}`;
  return why === 'draft' ? 'which is a draft' : 'which is restricted, and hidden';
}
