import type { Element } from './dom.ts';
import { share, survey, type Measure, type Survey } from './survey.ts';
import { attribute, findAll, findFirst, isWithin, namesOf } from './tree.ts';

/** Where the story stands on a page. */
export interface Place {
  /** The smallest element that holds it. */
  root: Element;
  survey: Survey;
}

/** Of an element's prose, so much must be in one child for the search to go on there. */
const most = 0.7;

/**
 * Finds the element that holds the story: down from the body, always into the child that holds nearly all the prose.
 *
 * @param isStory tells passages that the page's own data gives as the story's
 */
export function findStory(page: Element, isStory: ((element: Element) => boolean) | null): Place {
  const found = survey(page, isStory);
  const body = findFirst(page, ({ tag }) => tag === 'body') ?? page;
  const marked = markedStory(body, found);
  let root = marked ?? body;
  for (;;) {
    const whole = found.of(root).prose;
    const next = root.children.find(
      (child): child is Element => child.type === 'element' && found.of(child).prose >= most * whole && whole > 0,
    );
    if (!next || next.tag === 'p' || next.tag === 'blockquote' || leavesStory(found.of(root), found.of(next))) break;
    root = next;
  }
  return { root, survey: found };
}

/** Whether what a step down would leave behind reads like a story: prose, and few links. */
function leavesStory(whole: Measure, part: Measure): boolean {
  const [prose, text, links] = [whole.prose - part.prose, whole.text - part.text, whole.links - part.links];
  return prose >= 100 && prose > 0.5 * text && links < 0.25 * text;
}

/** The part that the page itself marks as the story's text, where it holds most of the prose. */
function markedStory(body: Element, found: Survey): Element | null {
  const whole = found.of(body).prose;
  const marked = findAll(body, isMarked).filter((element) => found.of(element).prose > 0);
  const [first, second] = marked.sort((a, b) => found.of(b).prose - found.of(a).prose);
  if (!first || (second && isWithin(second, first))) return first ?? null;
  return share(found.of(first).prose, whole) > 0.5 ? first : null;
}

function isMarked(element: Element): boolean {
  return /(?:^|\s)(?:schema:)?articleBody(?:$|\s)/.test(`${attribute(element, 'itemprop')} ${attribute(element, 'property')}`) || /(?:^|\s)e-content(?:$|\s)/.test(namesOf(element)); // prettier-ignore
}
