import type { WordsOfPage } from '../../edition/search-entries.ts';
import { fragment } from '../../render/fragment.ts';
import { treeText } from '../../render/text.ts';

/**
 * What the search index is told of a page that the owner has made: heading and words of its `<main>`.
 *
 * @param html the whole page
 * @param site its name is taken off the title
 * @returns null for a page that wants to be found by nobody (`robots`: `noindex`), or has no words
 */
export function wordsOfPage(html: string, site: { title: string; language: string }): WordsOfPage | null {
  if (/<meta\b[^>]*\bname="robots"[^>]*\bnoindex/i.test(html)) return null;
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/i.exec(html)?.[1] ?? /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1];
  const shown = (main ?? html).replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/gi, '');
  const plain = (markup: string | undefined) => (markup === undefined ? '' : treeText(fragment(markup)));
  const named = plain(/<title>([\s\S]*?)<\/title>/i.exec(html)?.[1]).replace(` · ${site.title}`, '');
  const title = plain(/<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(shown)?.[1]) || named;
  const words = plain(shown.replace(/<h1\b[\s\S]*?<\/h1>/i, ''));
  const language = /<html\b[^>]*\blang="([^"]+)"/i.exec(html)?.[1] ?? site.language;
  return title === '' || words === '' ? null : { title, words, language };
}
