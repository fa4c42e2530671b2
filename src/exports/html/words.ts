import { parseHtml, wordsIn } from './parse.ts';

/** The words of a text that may be HTML, or text with HTML's entities in it; null where there are none. */
export function plainWords(html: string | null): string | null {
  if (html === null) return null;
  const words = /[<&]/.test(html) ? wordsIn(parseHtml(html)) : html.replace(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}
