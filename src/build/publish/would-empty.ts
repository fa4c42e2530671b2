import { existsSync } from 'node:fs';
import { SourceError } from '../../source/error.ts';
import type { Output } from './output.ts';

/**
 * A site without one article never takes the place of one that has some, and none is made of a folder that isn't there.
 *
 * @param files article files in the content folder
 */
export function wouldEmpty(content: string, files: number, output: Output): SourceError | null {
  const hasArticles = [...(output.published()?.keys() ?? [])].some((path) => /^articles\/.+\.html$/.test(path));
  if (!hasArticles && existsSync(content)) return null;
  return new SourceError({
    path: content,
    line: 1,
    column: 1,
    rule: 'nothing-to-publish',
    message: `There is not one article to publish here${files > 0 ? ' without a mistake' : ''}: ${hasArticles ? 'the site stays as it is' : 'no site is made'}.`,
    hint: `Let BROADSHEET_CONTENT name the folder in which your articles are${hasArticles ? ', or delete the output folder to begin anew' : ''}.`,
  });
}
