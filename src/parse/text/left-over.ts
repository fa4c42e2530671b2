import type { Nodes, Root } from 'mdast';
import { kindOfNode, type Recognised } from '../../article/blocks/registry.ts';
import { linesOf } from './phrasing.ts';
import { isPlainLatin, latinLetters } from './plain-latin.ts';
import type { TraceStep } from '../trace.ts';

/**
 * The last look at a file: a word of it that is in no block, no field and no repair by now goes to the repairs. No rule
 * of ours should leave one; this makes sure that a rule that does loses nothing.
 */

const apart = new Set(['root', 'list', 'listItem', 'table', 'tableRow', 'blockquote', 'containerDirective']);

/** All words of a node, with its names, addresses and credits; blocks are parted by line breaks. */
export function nodeText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'html':
      return '';
    default:
      if ('value' in node) return node.value;
      return (
        kindOfNode(node)?.allWords(node as Recognised, nodeText) ??
        ('children' in node ? node.children.map(nodeText).join(apart.has(node.type) ? '\n' : '') : '')
      );
  }
}

const latinRun = new RegExp(`[${latinLetters}]+`, 'g');
/** The soft hyphen is in a word; the marks of copyright and the like are signs of their own. */
const invisible = /[\u00ad©®]/;

/** A text as words: runs of letters and digits, in small letters; each sign of Chinese or Japanese, and each emoji, is one. */
function wordsOf(text: string): string[] {
  // Most texts have letters alone, and marks of punctuation; these need no second look.
  const even = text.normalize('NFKC');
  if (!invisible.test(even) && isPlainLatin(even)) return even.toLowerCase().match(latinRun) ?? [];
  return (
    even
      .replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\ufe0e\ufe0f\u202a-\u202e\u2066-\u2069]/g, '')
      .toLowerCase()
      .match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu) ?? []
  );
}

/** How often each word stands in some texts. */
function countWords(texts: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const word of wordsOf(texts.join('\n'))) counted.set(word, (counted.get(word) ?? 0) + 1);
  return counted;
}

/**
 * Words of the input that nothing accounts for, as one step for each place where they stood.
 *
 * @param input  what came in: lines or blocks with their lines
 * @param held   the texts of fields and repairs
 * @param root   the blocks
 */
export function leftOver(
  input: readonly { text: string; lines: [number, number] }[],
  held: readonly string[],
  root: Root,
): TraceStep[] {
  const missing = countWords(input.map(({ text }) => text));
  for (const [word, times] of countWords([...held, nodeText(root)]))
    missing.set(word, (missing.get(word) ?? 0) - times);
  for (const [word, times] of missing) if (times <= 0) missing.delete(word);
  if (missing.size === 0) return [];
  return input.flatMap(({ text, lines }) => {
    const lost: string[] = [];
    for (const word of wordsOf(text)) {
      const times = missing.get(word) ?? 0;
      if (times <= 0) continue;
      missing.set(word, times - 1);
      lost.push(word);
    }
    if (lost.length === 0) return [];
    return [
      {
        rule: 'left-over',
        lines,
        before: text,
        after: '',
        certainty: 'guess' as const,
        why: 'No other rule gives an account of these words.',
        removed: lost.join(' '),
      },
    ];
  });
}

/** The lines of a text with their numbers, or the blocks of a tree, as {@link leftOver} takes them. */
export function inputOf(source: Root | string, firstLine: number) {
  if (typeof source !== 'string')
    return source.children.map((node) => ({ text: nodeText(node), lines: linesOf(node) }));
  return source.split('\n').map((text, index): { text: string; lines: [number, number] } => {
    const number = firstLine + index;
    return { text, lines: [number, number] };
  });
}
