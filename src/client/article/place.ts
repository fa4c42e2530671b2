/**
 * A place in a story, told by block and fraction. Pixels would be wrong as soon as the window, the text
 * size or a picture changes; the tenth paragraph stays the tenth paragraph.
 */
export interface Place {
  block: number;
  fraction: number;
  /** How much of the whole story lies above: 0 to 1. */
  share: number;
}

/** Top and bottom of a block, in pixels from the top of the window. */
export interface Span {
  top: number;
  bottom: number;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * @param spans the story's blocks in order
 * @param line  the reading line, in the same pixels
 * @returns the place at that line; null for a story without blocks
 */
export function placeAt(spans: readonly Span[], line: number): Place | null {
  const first = spans[0];
  const last = spans[spans.length - 1];
  if (!first || !last) return null;
  const found = spans.findIndex((span) => span.bottom > line);
  const block = found < 0 ? spans.length - 1 : found;
  const { top, bottom } = spans[block]!;
  return {
    block,
    fraction: within((line - top) / Math.max(1, bottom - top)),
    share: within((line - first.top) / Math.max(1, last.bottom - first.top)),
  };
}

/**
 * @returns pixels from the top of the window to the place. A story that has become shorter since gives its
 *   last block; null for one without blocks.
 */
export function lineOf(spans: readonly Span[], place: Pick<Place, 'block' | 'fraction'>): number | null {
  const span = spans[Math.min(place.block, spans.length - 1)];
  return span ? span.top + (span.bottom - span.top) * within(place.fraction) : null;
}

/**
 * How far one has come on the way from the page's top to where the story's end is in view.
 * @param scrolled pixels scrolled
 * @param end      pixels from the page's top to the story's end
 * @param height   pixels of the window
 */
export function progress(scrolled: number, end: number, height: number): number {
  const way = end - height;
  return way <= 0 ? 1 : within(scrolled / way);
}
