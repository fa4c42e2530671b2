import type { PhrasingContent } from 'mdast';
import type { Element } from '../tree/dom.ts';
import type { Survey } from '../tree/survey.ts';
import { attribute, isBlock, namesOf, textOf } from '../tree/tree.ts';

const boldClass = /(?:^|\s)(?:bold|strong|fett|font-(?:medium|semibold|bold|extrabold)|fw-(?:bold|semibold|[6-9]00)|font-weight-bold|text-bold|is-bold|u-bold)(?=\s|$)|font-weight\s*:\s*(?:bold|[6-9]00)/i; // prettier-ignore

/** Whether all words of a paragraph are set bold. */
export function isBold(children: readonly PhrasingContent[], element: Element): boolean {
  if (children.length === 0) return false;
  if (boldClass.test(`${attribute(element, 'class')} ${attribute(element, 'style')}`)) return true;
  const plain = (child: PhrasingContent) => child.type === 'break' || (child.type === 'text' && !/[\p{L}\p{N}]/u.test(child.value)); // prettier-ignore
  return children.every((child) => child.type === 'strong' || plain(child)) && !children.every(plain);
}

/** What a page calls a text about the article: `correction`, `disclaimer`, `note`; null for any other element. */
export function noticeKindOf(element: Element): string | null {
  if (!/^(?:aside|div|p|section)$/.test(element.tag)) return null;
  const found = /(?:^|[\s_-])(correction|clarification|disclaimer|editors?-?note|note-?editor)s?(?=\s|$|__|--)/.exec(namesOf(element))?.[1]; // prettier-ignore
  const own = /(?:^|\s)notice-(tip|republished|newsletter|share|note)(?=\s|$)/.exec(namesOf(element))?.[1];
  if (own !== undefined) return own;
  if (found === undefined) return null;
  const length = textOf(element).length;
  if (length < 20 || length > 1500) return null;
  return found === 'disclaimer' ? 'disclaimer' : /note/.test(found) ? 'note' : 'correction';
}

/** Names of what shows one picture at a time. */
export const gallery = /galler|galer|slide|carousel|swiper/i;

/** Whether an item of a list holds a part of the story: then the list only lays it out. */
export const longItem = (item: Element): boolean =>
  item.children.some((child) => child.type === 'element' && /^(?:p|div|section|article|h[1-6]|figure)$/.test(child.tag) && textOf(child).length > 400); // prettier-ignore

/** A caption and the same one cut short. */
export const sameCaption = (one: string, other: string): boolean => {
  const [short, long] = [one, other].map((text) => text.replace(/\s*(?:…|\.{3}|more)\s*$/iu, '')).sort((a, b) => a.length - b.length) as [string, string]; // prettier-ignore
  return short.length > 0 && long.startsWith(short.slice(0, 200));
};

/** Custom elements, and others that hold blocks, are walked through. */
export const holdsBlocks = (element: Element): boolean =>
  element.children.some(
    (child) => child.type === 'element' && (isBlock(child) || opaque.has(child.tag) || holdsBlocks(child)),
  );
const opaque = new Set(['picture', 'figure', 'img', 'iframe', 'video', 'audio', 'amp-img', 'table']);

/** Whether a heading stands right above a paragraph of the story: then it is its subhead, whatever it is called. */
export function headsProse(element: Element, survey: Survey): boolean {
  if (!/^h[2-6]$/.test(element.tag)) return false;
  const beside = (element.parent?.children ?? []).filter((child) => child.type === 'element');
  const next = beside[beside.indexOf(element) + 1];
  return next?.tag === 'p' && survey.of(next).own > 0;
}
