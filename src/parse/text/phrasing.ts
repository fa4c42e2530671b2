import type { Paragraph, PhrasingContent } from 'mdast';

/**
 * The words of a run of phrasing content as one string: a hard line break is `\n`; pictures, raw HTML and
 * footnote marks count for nothing. Offsets in it are what `cutPhrasing` takes.
 */
export function textOf(children: readonly PhrasingContent[]): string {
  let text = '';
  for (const child of children) text += wordsOf(child);
  return text;
}

function wordsOf(node: PhrasingContent): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if ('children' in node) return textOf(node.children);
  return '';
}

/**
 * The part of a run of phrasing content between two offsets of its `textOf`. Links and emphasis that are cut
 * keep their kind on both sides. The nodes given are not changed.
 */
export function cutPhrasing(children: readonly PhrasingContent[], from: number, to: number): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  const toTheEnd = to >= textOf(children).length;
  let at = 0;
  for (const child of children) {
    const length = wordsOf(child).length;
    const end = at + length;
    if (length === 0 ? at >= from && (at < to || toTheEnd) : end > from && at < to) {
      kept.push(at >= from && end <= to ? child : partOf(child, Math.max(0, from - at), Math.min(length, to - at)));
    }
    at = end;
  }
  return trimPhrasing(kept);
}

function partOf(node: PhrasingContent, from: number, to: number): PhrasingContent {
  if (node.type === 'text' || node.type === 'inlineCode') return { ...node, value: node.value.slice(from, to) };
  if ('children' in node)
    return {
      ...node,
      children: cutPhrasing(node.children, from, to),
    } as PhrasingContent;
  return node;
}

/** Takes white space and hard breaks off both ends; the nodes given are not changed. */
export function trimPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...children];
  for (const [side, trim] of [
    ['start', 'trimStart'],
    ['end', 'trimEnd'],
  ] as const) {
    for (;;) {
      const index = side === 'start' ? 0 : kept.length - 1;
      const node = kept[index];
      if (node?.type === 'break') kept.splice(index, 1);
      else if (node?.type === 'text') {
        const value = node.value[trim]();
        if (value === '') kept.splice(index, 1);
        else {
          if (value !== node.value) kept[index] = { ...node, value };
          break;
        }
      } else break;
    }
  }
  return kept;
}

/** A paragraph of the part between two offsets, at the place of the paragraph it was cut from; null where no words are. */
export function cutParagraph(paragraph: Paragraph, from: number, to: number): Paragraph | null {
  const children = cutPhrasing(paragraph.children, from, to);
  return children.length === 0 ? null : { ...paragraph, children };
}

/** First and last line of a node in its file; `[1, 1]` for a node that was made without a place. */
export function linesOf(...nodes: readonly { position?: Paragraph['position'] | undefined }[]): [number, number] {
  const places = nodes.flatMap((node) => (node.position ? [node.position] : []));
  if (places.length === 0) return [1, 1];
  return [Math.min(...places.map((place) => place.start.line)), Math.max(...places.map((place) => place.end.line))];
}
