import type { Code } from 'mdast';
import type { Element } from '../tree/dom.ts';
import { namesOf } from '../tree/tree.ts';
import { raw } from './phrasing.ts';

/** Preformatted text, with the language that its names tell; null where it is empty. */
export function codeOf(element: Element): Code | null {
  const value = raw(element).replace(/^\n|\s+$/g, '');
  if (value.trim() === '') return null;
  const names = [element, ...element.children].map((each) => (each.type === 'element' ? namesOf(each) : '')).join(' ');
  return { type: 'code', lang: /\blang(?:uage)?-([\w+#-]{1,20})/.exec(names)?.[1] ?? null, value };
}
