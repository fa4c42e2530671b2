import type { Element, Node } from './dom.ts';

/** Elements that stand on lines of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

export const isBlock = (node: Node): boolean => node.type === 'element' && blocks.has(node.tag);

/** Every element below one, in the order of the page. */
export function* elementsOf(root: Element): Generator<Element> {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function findFirst(root: Element, fits: (element: Element) => boolean): Element | null {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    const found = fits(child) ? child : findFirst(child, fits);
    if (found) return found;
  }
  return null;
}

/** The outermost elements that fit, in the order of the page. */
export function findAll(root: Element, fits: (element: Element) => boolean, found: Element[] = []): Element[] {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    if (fits(child)) found.push(child);
    else findAll(child, fits, found);
  }
  return found;
}

export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at = element.parent; at; at = at.parent) yield at;
}

export const isWithin = (element: Element, outer: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parent) if (at === outer) return true;
  return false;
};

export const attribute = (element: Element, name: string): string => element.attributes.get(name) ?? '';

/** Class and id in small letters. */
export const namesOf = (element: Element): string =>
  `${attribute(element, 'class')} ${attribute(element, 'id')}`.toLowerCase().trim();

const silent = new Set(['script', 'noscript', 'textarea', 'select', 'iframe', 'title']);

/** What a reader sees of an element as one line: blocks and breaks are spaces. */
export function textOf(node: Node): string {
  return gather(node)
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

function gather(node: Node): string {
  if (node.type === 'text') return node.value;
  if (silent.has(node.tag)) return '';
  if (node.tag === 'br') return '\n';
  let text = '';
  for (const child of node.children) text += gather(child);
  return isBlock(node) ? `\n${text}\n` : text;
}

/** The same for an element that holds a line and no more; null where it holds more signs than that. */
export function shortText(element: Element, most: number): string | null {
  let left = 3 * most;
  const fits = (node: Node): boolean => {
    if (node.type === 'text') return (left -= node.value.length) >= 0;
    return silent.has(node.tag) || node.children.every(fits);
  };
  if (!fits(element)) return null;
  const text = textOf(element);
  return text.length <= most ? text : null;
}
