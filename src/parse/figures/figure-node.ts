import type { Paragraph, PhrasingContent } from 'mdast';
import type { Figure, FigureImage } from '../nodes.ts';
import type { Context } from '../recogniser.ts';

/** Makes a figure's node; its place in the file is from the first to the last of `whole`. */
export function figureNode(
  images: FigureImage[],
  caption: PhrasingContent[],
  credit: readonly string[],
  whole: readonly { position?: Paragraph['position'] | undefined }[],
): Figure {
  const places = whole.flatMap((node) => (node.position ? [node.position] : []));
  places.sort((one, other) => one.start.line - other.start.line);
  const [first] = places;
  const last = places.at(-1);
  const node: Figure = { type: 'figure', images, children: caption, credit: credit.map(oneSpace) };
  if (first && last) node.position = { start: first.start, end: last.end };
  return node;
}

/** A name with single, ordinary spaces in it. */
function oneSpace(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** How the trace names a figure. */
export function figureName({ images, credit }: Figure, caption: string): string {
  const pictures =
    images.length === 0
      ? 'a picture that was not kept'
      : images.length === 1
        ? 'a picture'
        : `${images.length} pictures`;
  const by = credit.length === 0 ? '' : `, credit ${credit.join(' / ')}`;
  return caption === '' ? `${pictures}, no caption${by}` : `${pictures}, caption "${caption}"${by}`;
}

/**
 * Writes down the words of a caption or credit that are in neither: labels, joining words, buttons. What of `before`
 * is neither in `kept` nor among the `words` is written down with them: a credit glued to its neighbours tears words.
 */
export function tellLabels(
  words: readonly string[],
  before: string,
  kept: string,
  lines: [number, number],
  context: Context,
): void {
  const removed = [...words, ...wordsBeyond(before, [kept, ...words].join(' '))].join(' … ');
  if (removed === '') return;
  context.trace({
    rule: 'caption-label',
    lines,
    before: removed,
    after: '',
    certainty: 'certain',
    why: 'labels, joining words and buttons are part neither of the caption nor of the names',
    removed,
  });
}

/** The words of a text that another one does not have, or has not as often. */
function wordsBeyond(text: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(other)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(text).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

function wordsOf(text: string): string[] {
  // As the last look for lost words has them: "ⓒ" is the letter c, and part of the word that it is glued to.
  return text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
