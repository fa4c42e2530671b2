import { ArticleNames } from '../../article/article-names.ts';
import type { Facts } from '../cache/record-store.ts';

/** What has to be known of an article to lead links to it, and its own. */
type Linked = Pick<Facts, 'asked' | 'draft' | 'names' | 'fragments'> & {
  summary: Pick<Facts['summary'], 'path' | 'headline' | 'aliases'>;
};

/**
 * Articles whose links to others were led otherwise than they should be, now that it is known what the others are
 * called: a file is read before those that it names, and what was kept of it may speak of a file that is gone.
 *
 * @param facts of every article that could be read, by the file's path
 * @param isShown whether an article has a page to link to
 * @returns where each link of such an article leads, by the file's path; what is not shown is nobody's aim
 */
export function linksToMend<Each extends Linked>(
  facts: ReadonlyMap<string, Each>,
  isShown: (facts: Each) => boolean = ({ draft }) => !draft,
): Map<string, Record<string, string>> {
  const wrong = new Map<string, Record<string, string>>();
  const asking = [...facts].filter(([, { asked }]) => asked.length > 0);
  if (asking.length === 0) return wrong;
  const names = new ArticleNames(
    [...facts]
      .filter(([, each]) => isShown(each))
      .map(([path, { summary, names: others, fragments }]) => ({
        path,
        address: summary.path,
        aliases: summary.aliases,
        names: [summary.headline, ...others],
        fragments,
      })),
  );
  for (const [path, { asked }] of asking) {
    const led = asked.map(([written]) => [written, names.find(path, written)] as const);
    if (led.some(([, address], index) => address !== asked[index]![1])) wrong.set(path, Object.fromEntries(led));
  }
  return wrong;
}
