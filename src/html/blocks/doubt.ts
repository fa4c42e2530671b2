import type { Doubt, Element } from '../tree/dom.ts';
import { furnitureOf } from '../tree/furniture.ts';
import { findFirst, namesOf, textOf } from '../tree/tree.ts';
import { isCaption } from './figure.ts';
import type { Reading } from './piece.ts';
import { holdsPost } from './post.ts';
import { gallery, headsProse, noticeKindOf } from './signs.ts';

/** Why an element is no part of the story, `none` where it is one: what its names say, weighed with what it holds. */
export function doubtOf(element: Element, { survey, root, keep }: Reading): Doubt {
  if (noticeKindOf(element) !== null || keep(element)) return 'none';
  const { doubt, prose, text, links } = survey.of(element);
  const found = doubt === 'none' && element.tag === 'label' ? furnitureOf(element) : doubt;
  if (found === 'none' || (found !== 'hidden' && headsProse(element, survey))) return 'none';
  // A network's script names its frames after what they are.
  if (element.tag === 'iframe' && found === 'weak') return 'none';
  if (holdsPost(element) && !/^(?:nav|footer|form)$/.test(element.tag) && links < 0.6 * text) return 'none';
  // A gallery shows one picture at a time, and its captions are the story's.
  if (gallery.test(namesOf(element)) && findFirst(element, isCaption)) return 'none';
  // Page builders call a picture with its caption a widget.
  if (found === 'weak' && links === 0 && isCaptioned(element)) return 'none';
  const part = prose / Math.max(1, survey.of(root).prose);
  const holds = part > 0.2 || (prose > 0 && links < 0.15 * text && element.tag !== 'aside');
  return found === 'weak' && holds ? 'none' : found;
}

/** Whether an element holds a figure with its caption, and no word beside. */
function isCaptioned(element: Element): boolean {
  const caption = element.tag === 'aside' ? null : findFirst(element, ({ tag }) => tag === 'figcaption');
  return caption !== null && findFirst(element, ({ tag }) => tag === 'img') !== null && textOf(caption) === textOf(element); // prettier-ignore
}
