import type { Element } from './tree/dom.ts';
import { share, survey, type Measure, type Survey } from './tree/survey.ts';
import { attribute, elementsOf, findAll, findFirst, isWithin, namesOf } from './tree/tree.ts';

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
  return { root: widened(root, body, found), survey: found };
}

/** A page may hold several stories, one below the other: then it is the one with the headline. */
export function ownArticle({ root, survey: found }: Place, headline: Element | null): Element {
  const articles = findAll(root, ({ tag }) => tag === 'article').filter((each) => found.of(each).prose >= 300);
  const own = headline && articles.length > 1 ? articles.find((each) => isWithin(headline, each)) : undefined;
  return own && found.of(own).prose >= 600 ? own : root;
}

/**
 * The story's root, higher up where paragraphs of the very kind of the story's stand beside it: pages that show the
 * first ones to all and the rest to subscribers keep them apart.
 */
function widened(root: Element, body: Element, found: Survey): Element {
  const kindOf = (element: Element) => `${element.tag}.${attribute(element, 'class')}`;
  const weight = new Map<string, number>();
  const passages = [...elementsOf(body)].filter((element) => found.of(element).own > 0);
  for (const element of passages)
    if (isWithin(element, root))
      weight.set(kindOf(element), (weight.get(kindOf(element)) ?? 0) + found.of(element).own);
  const [main = '', most = 0] = [...weight].reduce<[string, number]>(
    (one, other) => (other[1] > one[1] ? other : one),
    ['', 0],
  );
  if (most < 0.5 * found.of(root).prose || main.endsWith('.')) return root;
  const others = passages.filter(
    (element) => kindOf(element) === main && !isWithin(element, root) && !isOut(element, found),
  );
  if (others.reduce((sum, element) => sum + found.of(element).own, 0) < 100) return root;
  let wide: Element = root;
  while (wide !== body && wide.parent && !others.every((element) => isWithin(element, wide))) wide = wide.parent;
  // Far apart they are other stories' paragraphs.
  return found.of(wide).prose <= 1.6 * found.of(root).prose && wide !== body ? wide : root;
}

const isOut = (element: Element, found: Survey): boolean => {
  for (let at: Element | null = element; at; at = at.parent) if (/^(?:strong|never|hidden)$/.test(found.of(at).doubt)) return true; // prettier-ignore
  return false;
};

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
