import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { readMarkdown } from '../../parse/markdown/read-markdown.ts';
import type { ItemText } from '../item.ts';
import { articleFromHtml } from './article-html.ts';
import type { ItemPictures } from './pictures.ts';

/**
 * The text of an article as a tree.
 *
 * @param address  that of the article: relative links are taken from it
 * @param pictures takes the pictures
 * @throws Unreadable where it can't be read
 */
export function bodyOf(text: ItemText, address: string | null, pictures: ItemPictures): Root {
  switch (text.form) {
    case 'html':
      return articleFromHtml(text.value, address, pictures);
    case 'markdown':
      return readMarkdown(text.value.replace(/\r\n?/g, '\n'), 1);
    case 'plain':
      return { type: 'root', children: paragraphs(text.value) };
  }
}

/** Paragraphs of plain text: a blank line parts them, a single one breaks the line. */
export function paragraphs(text: string): Paragraph[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({
      type: 'paragraph',
      children: part
        .split('\n')
        .flatMap((line, index): PhrasingContent[] => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          { type: 'text', value: line.trim() },
        ]),
    }));
}
