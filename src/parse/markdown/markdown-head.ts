import type { Paragraph, Root, RootContent } from 'mdast';
import { emptyHead, type Head } from '../head/head-facts.ts';
import { readHead } from '../head/read-head.ts';
import type { ParseOptions } from '../parsed-article.ts';
import { toldLines } from '../lines/told-lines.ts';
import { linesOf, type Line } from '../text/lines.ts';

/** Blocks below the headline that may belong to the head. */
const reach = 12;

/** The lines of a paragraph that is nothing but words; null for any other block. */
function wordsOf(node: RootContent): { node: Paragraph; lines: Line[] } | null {
  const [only, ...others] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || only?.type !== 'text' || others.length > 0 || !node.position) return null;
  return { node, lines: linesOf(only.value, node.position.start.line) };
}

/**
 * Reads section, date line and byline out of the first paragraphs of a Markdown text, as they are read out of pasted
 * ones. Where neither a date nor a byline is there, no line is taken: then they are prose.
 */
export function readMarkdownHead(
  root: Root,
  headline: string | null,
  language: string,
  weights: ParseOptions['weights'],
): { head: Head; root: Root } {
  const leading: { node: Paragraph; lines: Line[] }[] = [];
  for (const node of root.children.slice(0, reach)) {
    const words = wordsOf(node);
    if (!words) break;
    leading.push(words);
  }
  if (leading.length === 0) return { head: emptyHead(), root };
  const all = leading.flatMap(({ lines }) => lines);
  const page = { told: toldLines(all, language, weights?.lines), frame: new Map<number, string>() };
  const head = readHead(all, headline, language, { ...page, headlineWeights: weights?.headline });
  const stated = head.steps.some(({ rule }) => rule === 'date' || rule === 'byline');
  if (!stated) return { head: emptyHead(), root };
  const known = new Map<RootContent, Line[]>(leading.map(({ node, lines }) => [node, lines]));
  const children = root.children.flatMap((node): RootContent[] => {
    const lines = known.get(node);
    const left = lines?.filter(({ number }) => !head.taken.has(number));
    if (!lines || !left || left.length === lines.length) return [node];
    if (left.length === 0) return [];
    const position = {
      start: { line: left[0]!.number, column: 1 },
      end: { line: left.at(-1)!.end, column: left.at(-1)!.text.length + 1 },
    };
    return [
      {
        type: 'paragraph',
        children: [{ type: 'text', value: left.map(({ text }) => text).join('\n'), position }],
        position,
      },
    ];
  });
  return { head, root: { ...root, children } };
}
