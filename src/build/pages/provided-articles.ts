import { newestFirst } from '../../edition/lists/order.ts';
import type { ArticleRecord } from '../../edition/record.ts';
import type { Summary } from '../../edition/summary.ts';
import { Records } from '../cache/record-store.ts';

/** The articles that a page of the owner's may ask for, newest first. */
type Provider = () => Promise<readonly ArticleRecord[]>;

/** Compiled pages are a module world of their own: the articles reach them by way of the process. */
const place = Symbol.for('broadsheet.articles');
const ours = globalThis as { [place]?: Provider };

export const provideArticles = (provider: Provider): void => void (ours[place] = provider);

/** @throws Error where nothing provides articles: outside of a build and of development */
export function providedArticles(): ReturnType<Provider> {
  const provider = ours[place];
  if (!provider) throw new Error('the articles are known in a build and in development alone');
  return provider();
}

/**
 * Provides articles from the store, which is not opened before somebody asks.
 *
 * @param file      the cached records
 * @param summaries of the articles that the site shows
 * @returns what closes the store again
 */
export function provideFromStore(file: string, summaries: readonly Summary[]): () => void {
  let records: Records | null = null;
  let all: ArticleRecord[] | null = null;
  provideArticles(() => {
    const store = (records ??= new Records(file));
    all ??= [...summaries].sort(newestFirst).map(({ digest }) => store.get(digest));
    return Promise.resolve(all);
  });
  return () => records?.close();
}
