import { all } from '../dom.ts';
import { isArticlePath } from '../article/article-path.ts';
import { pageArticle } from '../pieces.ts';
import { storePrefix } from '../saved/store.ts';

/** The list that the reader came from, in this tab: the keys go through an edition in its order. */
const key = `${storePrefix(import.meta.env.BASE_URL)}list`;

/** Notes the articles of a list's page, in order. */
export function noteList(): void {
  if (pageArticle()) return;
  const paths = [...new Set(all('main [data-article-id]').map((element) => element.dataset['path']))];
  try {
    if (paths.length > 1) sessionStorage.setItem(key, JSON.stringify(paths));
  } catch {
    // No storage: the keys go through the section then.
  }
}

export function lastList(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isArticlePath) : [];
  } catch {
    return [];
  }
}
