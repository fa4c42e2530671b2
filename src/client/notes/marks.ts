/** Text nodes of a story, each with where it begins in the story's text. */
function nodesOf(story: HTMLElement): { node: Text; from: number }[] {
  const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let from = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, from });
    from += node.data.length;
  }
  return nodes;
}

/** The story's text, as marks count it. */
export const textOf = (story: HTMLElement): string => story.textContent ?? '';

/** Where a range begins and ends in the story's text. */
export function placeOf(story: HTMLElement, range: Range): [from: number, to: number] {
  const before = document.createRange();
  before.selectNodeContents(story);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return [from, from + range.toString().length];
}

/**
 * Marks a part of the story's text with `<mark>`, one in each text node that it touches: nothing of the text changes.
 *
 * @returns the marks, in order
 */
export function markPart(
  story: HTMLElement,
  [start, end]: [number, number],
  attributes: Record<string, string>,
): HTMLElement[] {
  return nodesOf(story).flatMap(({ node, from }) => {
    const begins = Math.max(start - from, 0);
    const ends = Math.min(end - from, node.data.length);
    if (begins >= ends || node.data.slice(begins, ends).trim() === '') return [];
    const range = document.createRange();
    range.setStart(node, begins);
    range.setEnd(node, ends);
    const mark = document.createElement('mark');
    for (const [name, value] of Object.entries(attributes)) mark.setAttribute(name, value);
    range.surroundContents(mark);
    return [mark];
  });
}

/** Takes marks away, and leaves their text. */
export function unmark(marks: readonly HTMLElement[]): void {
  for (const mark of marks) {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around?.normalize();
  }
}
