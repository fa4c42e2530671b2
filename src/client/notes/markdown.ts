import type { Highlight } from './highlights.ts';

/** Signs of a text that Markdown would read as its own. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');

const quoted = (text: string): string =>
  escaped(text)
    .split(/\n+/)
    .map((line) => `> ${line.trim()}`)
    .join('\n>\n');

/**
 * Highlights as Markdown: article by article, each with the passages in the order of the text.
 *
 * @param title   of the document
 * @param address of an article's path
 */
export function highlightsAsMarkdown(
  highlights: readonly Highlight[],
  title: string,
  address: (path: string) => string,
): string {
  const parts = [`# ${escaped(title)}`];
  for (const { id, headline, path } of highlights.filter(
    (one, at) => highlights.findIndex((other) => other.id === one.id) === at,
  )) {
    parts.push(`## [${escaped(headline)}](<${address(path)}>)`);
    for (const { quote, note } of highlights.filter((one) => one.id === id).sort((a, b) => a.start - b.start))
      parts.push(quoted(quote), ...(note.trim() ? [escaped(note.trim())] : []));
  }
  return `${parts.join('\n\n')}\n`;
}
