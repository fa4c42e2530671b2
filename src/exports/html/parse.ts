import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { Refused } from '../refused.ts';

const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * HTML as a tree; nothing in it runs.
 *
 * @throws Refused where it nests its elements too deeply
 */
export function parseHtml(html: string): Root {
  try {
    return fragment.parse(html);
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('its HTML nests elements too deeply');
    throw error;
  }
}

/** The text in a tree, white space collapsed. */
export function wordsIn(tree: Nodes): string {
  const parts: string[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') parts.push(node.value);
    else if ('children' in node && !hidden(node)) waiting.push(...[...node.children].reverse());
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const hidden = (node: Nodes): boolean => node.type === 'element' && /^(?:script|style|template)$/.test(node.tagName);

/** An attribute's text; null where there is none. */
export function attributeOf({ properties }: Element, name: string): string | null {
  const value = properties[name];
  return value == null || value === false ? null : Array.isArray(value) ? value.join(' ') : String(value);
}
