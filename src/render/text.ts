import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { fragment } from './fragment.ts';

/** The text of safe HTML as a browser would copy it. */
export function htmlText(html: string): string {
  const plain = /^<p>([^<&]*)<\/p>$/.exec(html)?.[1];
  return plain !== undefined && isSettled(plain) ? asCopied(plain) : treeText(fragment(html));
}

/** Elements that add nothing to their text and take nothing from it. */
const transparent = new Set(['a', 'b', 'em', 'i', 'strong']);

/** The words of a paragraph that holds nothing but words, links and stress; null for any other tree. */
function plainWords({ children }: Root): string | null {
  const [paragraph, other] = children;
  if (other || paragraph?.type !== 'element' || paragraph.tagName !== 'p') return null;
  return wordsIn(paragraph);
}

function wordsIn({ children, properties }: Element): string | null {
  if (properties['hidden']) return null;
  let words = '';
  for (const child of children) {
    if (child.type === 'text') words += child.value;
    else {
      const inner = child.type === 'element' && transparent.has(child.tagName) ? wordsIn(child) : null;
      if (inner === null) return null;
      words += inner;
    }
  }
  return words;
}

/** Whether blanks and line ends stand in a text as a browser would copy them. */
const isSettled = (text: string): boolean => !/[\t\n\f\r\u200b]| {2}/.test(text);

const asCopied = (text: string): string => text.replace(/\u00a0/g, ' ').trim();

/** The text of a tree as a browser would copy it from the page. */
export function treeText(tree: Root): string {
  // Most paragraphs are words alone: reading them off the tree takes a fifth of the time.
  const plain = plainWords(tree);
  if (plain !== null && isSettled(plain)) return asCopied(plain);
  const body = {
    type: 'element',
    tagName: 'body',
    properties: {},
    children: tree.children as ElementContent[],
  } as const;
  return asCopied(toText(body));
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

/** A break may stand at a blank, and between East Asian signs, which are written without blanks. */
const pieces =
  /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60][。、，．！？」』）]*|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+|\s+/gu;
const narrowPieces = /\S+|\s+/g;
/** Texts without wide signs, and without signs of two code units, of which each would be counted. */
const narrow = /^[\0-\u10ff\u2000-\u2bff]*$/;

function wrapLine(line: string, width: number): string {
  const isNarrow = narrow.test(line);
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const piece of line.match(isNarrow ? narrowPieces : pieces) ?? []) {
    const length = isNarrow ? piece.length : [...piece].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
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
