import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/**
 * Safe HTML as plain values, from which a page makes its elements one by one: no script of the site writes HTML.
 * A text, or an element as its name, its attributes and what is in it.
 */
export type Twig = string | readonly [name: string, attributes: Readonly<Record<string, string>>, children: Twig[]];

/** @param html what has passed the gate */
export function twigsOf(html: string): Twig[] {
  return twigsIn(parseFragment(html).childNodes);
}

function twigsIn(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Twig[] {
  return nodes.flatMap((node): Twig[] => {
    if ('value' in node) return [node.value];
    if (!('tagName' in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [[node.tagName, attributes, twigsIn(node.childNodes)]];
  });
}
