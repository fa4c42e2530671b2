import type { Twig } from '../../desk/twigs.ts';

/**
 * Makes elements of what passed the gate. Text goes in as text and elements by their names: no markup is written.
 *
 * @param address what a picture's address becomes: pictures of the desk are in the browser alone
 */
export function grow(twigs: readonly Twig[], address: (src: string) => string): Node[] {
  return twigs.map((twig) => {
    if (typeof twig === 'string') return document.createTextNode(twig);
    const [name, attributes, children] = twig;
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      // A picture that is named in several sizes has one here.
      if (key === 'srcset') continue;
      element.setAttribute(key, key === 'src' ? address(value) : value);
    }
    element.append(...grow(children, address));
    return element;
  });
}
