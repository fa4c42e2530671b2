/** Something of the site that can't be made: there is not enough memory for it, or a program that makes it gives up. */
export class Unmakeable extends Error {
  override readonly name = 'Unmakeable';
  /** Its path in the site, or `the search index`. */
  readonly path: string;
  /** Ids of the articles that it shows. */
  readonly articles: readonly string[];
  readonly reason: string;

  /** @param reason as it stands after "making … of it" */
  constructor(path: string, articles: readonly string[], reason = 'took more memory than there is for it') {
    super(`making ${path} ${reason}`);
    this.path = path;
    this.articles = articles;
    this.reason = reason;
  }
}
