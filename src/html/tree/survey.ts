import type { Doubt, Element } from './dom.ts';
import { furnitureOf } from './furniture.ts';
import { isBlock } from './tree.ts';

/** What is measured of an element: lengths in signs, CJK signs counted as three. */
export interface Measure {
  /** Text that shows, whatever it is. */
  text: number;
  /** The part of it within links. */
  links: number;
  /** Text of paragraphs that look like a story's, furniture apart. */
  prose: number;
  /** The same with furniture, what is hidden too. */
  all: number;
  /** The part of `all` that stands in the element itself. */
  own: number;
  doubt: Doubt;
  /** Place in the order of the page. */
  order: number;
}

export class Survey {
  readonly measures = new Map<Element, Measure>();

  of(element: Element): Measure {
    return this.measures.get(element) ?? { text: 0, links: 0, prose: 0, all: 0, own: 0, doubt: 'none', order: -1 };
  }
}

const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;
const wideAll = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/g;

/** Length of a text as a reader feels it. */
export function lengthOf(text: string): number {
  const bare = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  return wide.test(bare) ? bare.length + 2 * (bare.match(wideAll)?.length ?? 0) : bare.length;
}

const unread = new Set(['script', 'noscript', 'iframe', 'textarea', 'select', 'title', 'head']);
/** A paragraph of a story has at least so many signs. */
const paragraph = 60;

/** What holds so much of a page's prose is its story, whatever it is called. */
const enough = 0.4;

/**
 * Measures every element below one.
 *
 * @param isStory whether a passage is known to be of the story, or null where nothing is known
 */
export function survey(page: Element, isStory: ((element: Element) => boolean) | null): Survey {
  const found = new Survey();
  const whole = measure(page, false, found, isStory).all;
  settle(page, enough * whole, found);
  return found;
}

function measure(
  element: Element,
  linked: boolean,
  found: Survey,
  isStory: ((element: Element) => boolean) | null,
): Measure {
  const doubt = furnitureOf(element);
  const measured: Measure = { text: 0, links: 0, prose: 0, all: 0, own: 0, doubt, order: found.measures.size };
  found.measures.set(element, measured);
  if (unread.has(element.tag)) return measured;
  const link = linked || element.tag === 'a';
  // Text that stands in the element itself, inline elements included.
  let text = 0;
  let links = 0;
  for (const child of element.children) {
    if (child.type === 'text') {
      const length = lengthOf(child.value);
      measured.text += length;
      text += length;
      if (link) measured.links += length;
      continue;
    }
    const inner = measure(child, link, found, isStory);
    measured.all += inner.all;
    if (inner.doubt === 'hidden') continue;
    measured.text += inner.text;
    measured.links += inner.links;
    if (!isBlock(child) && inner.all === 0) {
      text += inner.text;
      links += inner.links;
    }
  }
  if (isBlock(element) && text >= paragraph && links < 0.4 * text) {
    const sure = isStory?.(element) ?? true;
    measured.own = sure ? Math.min(text, 1500) : 0.15 * Math.min(text, 1500);
    measured.all += measured.own;
  }
  if (doubt === 'never') measured.all = 0;
  return measured;
}

/** What holds most of the prose is no furniture; then the prose is summed up without the rest. */
function settle(element: Element, least: number, found: Survey): number {
  const measured = found.of(element);
  const { doubt } = measured;
  if (measured.all >= least && least > 0) measured.doubt = 'none';
  else if (doubt === 'strong' || doubt === 'hidden' || doubt === 'never') return 0;
  let prose = measured.own;
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const wasHidden = found.of(child).doubt === 'hidden';
    prose += settle(child, least, found);
    const after = found.of(child);
    if (wasHidden && after.doubt === 'none') {
      measured.text += after.text;
      measured.links += after.links;
    }
  }
  measured.prose = prose;
  return prose;
}

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
