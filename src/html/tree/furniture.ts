import type { Doubt, Element } from './dom.ts';
import { readNames } from './names.ts';
import { attribute, findFirst } from './tree.ts';

/** What a page has around its story, told by elements, roles and the words that makers of pages give as class and id. */

const tags = new Set(['nav', 'footer', 'form', 'button', 'select', 'input', 'textarea', 'dialog', 'menu', 'svg', 'label', 'option', 'datalist', 'meter', 'progress', 'script']); // prettier-ignore
const roles = new Set(['navigation', 'complementary', 'banner', 'contentinfo', 'search', 'dialog', 'alertdialog', 'menu', 'menubar', 'toolbar', 'tablist', 'form', 'button', 'alert', 'status', 'tooltip', 'progressbar']); // prettier-ignore
/** Elements that are the page, whatever they are called. */
const whole = new Set(['html', 'body', 'main']);

export function furnitureOf(element: Element): Doubt {
  return (element.doubt ??= judge(element));
}

function judge(element: Element): Doubt {
  const { tag, attributes } = element;
  if (whole.has(tag)) return 'none';
  if (isHidden(element)) return 'hidden';
  // A picture that grows when it is pressed stands in a button.
  if ((tag === 'button' || attribute(element, 'role').toLowerCase() === 'button') && holdsFigure(element))
    return 'none';
  if (tags.has(tag)) return tag === 'form' && holdsHeadline(element) ? 'none' : 'strong';
  const role = attribute(element, 'role').toLowerCase();
  if (role !== '' && roles.has(role)) return 'strong';
  const named = attributes.has('class') || attributes.has('id') ? readNames(attribute(element, 'class'), attribute(element, 'id')) : null; // prettier-ignore
  if (named === 'readers') return holdsHeadline(element) ? 'weak' : 'never';
  if (named === 'around') return holdsHeadline(element) ? 'weak' : 'strong';
  return named === 'doubtful' || tag === 'aside' ? 'weak' : 'none';
}

/** What holds the page's first heading is no furniture, whatever it is called. */
const holdsHeadline = (element: Element): boolean => findFirst(element, ({ tag }) => tag === 'h1') !== null;

const holdsFigure = (element: Element): boolean =>
  findFirst(element, ({ tag }) => tag === 'figure' || tag === 'figcaption') !== null;

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Classes that hide, as the common style sheets have them. */
const hidingNames = /(?:^|\s)(?:hidden|is-hidden|u-hidden|d-none|display-none|hide|ot-hide|visually-hidden|sr-only|screen-reader-text|element-invisible|invisible|print-only|show-for-print|visible-print(?:-block)?)(?:\s|$)/; // prettier-ignore
/** What shows though it is hidden from those who listen. */
const seen = new Set(['picture', 'img', 'figure']);

export function isHidden({ tag, attributes }: Element): boolean {
  if (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') return true;
  if (tag !== 'img' && tag !== 'picture' && hidingNames.test(attributes.get('class') ?? '')) return true;
  if (hiding.test(attributes.get('style') ?? '')) return true;
  if (tag === 'img' || tag === 'picture') return false;
  // A caption is hidden from those who have heard it as the picture's text.
  return attributes.get('aria-hidden') === 'true' && !seen.has(tag) && !/caption/i.test(attributes.get('class') ?? '');
}
