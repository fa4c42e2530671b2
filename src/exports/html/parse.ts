import { parseHtml as parsePage, TooDeep, type Element } from '../../html/tree/dom.ts';
import { Refused } from '../refused.ts';

/**
 * HTML as a tree; nothing in it runs.
 *
 * @throws Refused where it nests its elements too deeply
 */
export function parseHtml(html: string): Element {
  try {
    return parsePage(html);
  } catch (error) {
    if (error instanceof TooDeep) throw new Refused(`its HTML nests elements too deeply (line ${error.line})`);
    throw error;
  }
}

/** The text in an element, white space collapsed, without what `apart` leaves out. */
export function wordsIn(element: Element, apart: (child: Element) => boolean = () => false): string {
  let words = '';
  const waiting = [...element.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') words += node.value;
    else if (node.tag !== 'script' && !apart(node)) waiting.push(...[...node.children].reverse());
  }
  return words.replace(/\s+/g, ' ').trim();
}
