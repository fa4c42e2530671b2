import type { ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Block } from '../article/schema.ts';
import { fragment } from './fragment.ts';

/**
 * A block as plain text: paragraphs parted by an empty line, not yet wrapped.
 * A tweet ends in its attribution line, a figure in its credit, as newspapers paste them.
 *
 * @param words the text of the block's HTML or its caption
 */
export function blockText(block: Block, words: string): string {
  switch (block.type) {
    case 'prose':
    case 'notice':
      return words;
    case 'tweet': {
      const by = [`— ${block.author.name} (@${block.author.handle})`, block.date ?? ''].filter(Boolean).join(' ');
      return [words, by, block.url ?? ''].filter(Boolean).join('\n');
    }
    case 'figure': {
      const pictures = [block.image, ...(block.more ?? [])].flatMap((image) => (image?.alt ? [`[${image.alt}]`] : []));
      return [...pictures, [block.caption, block.credit.join('/')].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join('\n');
    }
    default:
      return block satisfies never;
  }
}

/** The text of safe HTML as a browser would copy it. */
export function htmlText(html: string): string {
  return treeText(fragment(html));
}

/** The text of a tree as a browser would copy it from the page. */
export function treeText(tree: Root): string {
  const body = {
    type: 'element',
    tagName: 'body',
    properties: {},
    children: tree.children as ElementContent[],
  } as const;
  return toText(body)
    .replace(/\u00a0/g, ' ')
    .trim();
}

/**
 * Wraps text at word boundaries. A word that is longer than a line stays whole; a line that begins with
 * blanks (code) is left alone.
 *
 * @param width characters in a line, as a terminal counts them roughly: wide East Asian signs count two
 */
export function wrap(text: string, width = 72): string {
  return text
    .split('\n')
    .map((line) => (/^\s{2,}\S/.test(line) ? line : wrapLine(line, width)))
    .join('\n');
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  // A break may stand at a blank, and between East Asian signs, which are written without blanks.
  for (const piece of line.match(
    /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60][。、，．！？」』）]*|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+|\s+/gu,
  ) ?? []) {
    const length = [...piece].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
    if (size + length > width && current.trim() !== '' && piece.trim() !== '') {
      lines.push(current.trimEnd());
      current = '';
      size = 0;
    }
    if (current === '' && piece.trim() === '') continue;
    current += piece;
    size += length;
  }
  if (current.trim() !== '' || lines.length === 0) lines.push(current.trimEnd());
  return lines.join('\n');
}
