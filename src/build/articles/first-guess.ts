import { articleId, slug } from '../../article/id.ts';
import { ArticleNames } from '../../article/article-names.ts';
import type { Leads } from '../../render/links/links.ts';

/**
 * Where links between articles lead, as far as the paths of their files tell: before any of them is read, nothing is
 * known of titles, other names, stated addresses and drafts. What was guessed wrong is read again (`links-again.ts`), so
 * the better the guess, the sooner a build is done.
 */
export class FirstGuess {
  readonly #names: ArticleNames;

  /** @param paths of all articles, below the content folder */
  constructor(paths: readonly string[]) {
    this.#names = new ArticleNames(
      paths.map((path) => ({ path, address: `/articles/${articleId(path)}/`, names: [], fragments: [] })),
    );
  }

  /** For the links of one file. A part of a page that a link names is taken to be there. */
  of(path: string): Leads {
    return {
      get: (written) => {
        const led = this.#names.find(path, written);
        const part = /#(.+)$/s.exec(written)?.[1];
        return led === '' || part === undefined || led.includes('#') ? led : `${led}#user-content-${slug(part)}`;
      },
    };
  }
}
