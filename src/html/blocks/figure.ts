import type { PhrasingContent } from 'mdast';
import type { Element } from '../tree/dom.ts';
import type { PageFigure } from './nodes.ts';
import { phrasingOf, tidy, wordsOf } from './phrasing.ts';
import { imagesIn, isSign, pictureOf, type Resolve } from './picture.ts';
import { attribute, findAll, findFirst, isWithin, namesOf, textOf } from '../tree/tree.ts';

const creditWords = /(?:^|[\s_-])(?:credits?|creditline|copyright|byline|photographer|photo-?credit|image-?credit|source|attribution|fotograf\w*|autor|author|agency|rights|bildquelle|urheber|crédit|credito|creditos|media-?credit|img-?credit|pic-?credit)(?=$|[\s_-])/i; // prettier-ignore
const captionWords = /(?:^|[\s_-])(?:(?:image|img|photo|picture|figure|pic|gallery|lightbox|slide|media)[_-]*(?:description|desc|text|info|legend)[\w-]*|(?:wp-|image-|img-|photo-|picture-|media-|figure-|gallery-|slide-)?(?:caption\w*|legend\w*|legende|bildunterschrift|figcaption|pie-?(?:de-?)?foto|didascalia|leyenda|epigrafe|bu))(?=$|[\s_-])/i; // prettier-ignore
const wrapperWords = /(?:^|[\s_-])(?:figure|image|img|photo|picture|pic|media|wp-caption|caption|gallery|slideshow|bild|foto|embed)(?=$|[\s_-]|\d)/i; // prettier-ignore

export const isCaption = (element: Element): boolean =>
  element.tag === 'figcaption' ||
  (captionWords.test(spaced(element).replace(/(?:has|with|no|without|show|hide)-caption\w*/g, '')) && !findFirst(element, ({ tag }) => /^h[1-3]$/.test(tag))); // prettier-ignore
const isCredit = (element: Element): boolean => element.tag !== 'a' && element.tag !== 'img' && (creditWords.test(spaced(element)) || /\b(?:copyrightHolder|creditText|creator)\b/.test(attribute(element, 'itemprop'))); // prettier-ignore
const spaced = (element: Element): string => `${attribute(element, 'class')} ${attribute(element, 'id')}`.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase(); // prettier-ignore

/** Whether an element is a picture with what belongs to it and nothing else. */
export function isFigure(element: Element): boolean {
  // A figure around figures is a gallery: each of them has its own caption.
  if (element.tag === 'figure' && findFirst(element, ({ tag }) => tag === 'figure') !== null) return false;
  if (element.tag === 'figure') return findFirst(element, ({ tag }) => tag === 'img' || tag === 'noscript' || tag === 'amp-img' || tag === 'figcaption' || tag === 'picture') !== null; // prettier-ignore
  if (element.tag === 'picture' || element.tag === 'img' || element.tag === 'amp-img') return true;
  if (findAll(element, ({ tag }) => tag === 'figure').length > 1) return false;
  if (bareFigure(element)) return true;
  if (!wrapperWords.test(namesOf(element))) return false;
  const images = imagesIn(element);
  if (images.length === 0 || images.length > 3) return false;
  // Words beside the picture that no caption holds make it more than a figure.
  const captions = outermost(element, (each) => isCaption(each) || isCredit(each));
  const told = captions.reduce((sum, each) => sum + textOf(each).length, 0);
  const text = textOf(element).length;
  if (text <= told + 30) return true;
  return text < 400 && plainWrapper.test(namesOf(element)) && captions.length === 0 && findFirst(element, ({ tag }) => /^(?:a|h[1-6]|ul|ol|blockquote)$/.test(tag)) === null; // prettier-ignore
}

/**
 * A picture in a box of its own, and below it one or two lines: the caption, the credit. Pages whose names are made by
 * machines say no more.
 *
 * @returns the lines; null for everything else
 */
function bareFigure(element: Element): Element[] | null {
  if (element.tag !== 'div' || element.children.some((child) => child.type === 'text' && child.value.trim() !== '')) return null; // prettier-ignore
  const [box, ...lines] = element.children.filter((child) => child.type === 'element');
  if (!box || lines.length === 0 || lines.length > 2 || box.tag === 'a' || textOf(box) !== '' || imagesIn(box).length !== 1) return null; // prettier-ignore
  const isLine = (line: Element) => /^(?:div|span)$/.test(line.tag) && line.children.every(({ type }) => type === 'text') && textOf(line) !== '' && textOf(line).length < 300; // prettier-ignore
  return lines.every(isLine) ? lines : null;
}

/** Names of what holds a picture and the words below it. */
const plainWrapper = /(?:^|[\s_-])(?:image|img|photo|picture|pic|figure|wp-caption|bild|foto|storyimage)(?=$|[\s_-])/i;

function outermost(element: Element, fits: (element: Element) => boolean): Element[] {
  return findAll(element, fits);
}

/** Reads a picture with its caption and credit; null where it holds no picture of the story and no words. */
export function readFigure(element: Element, resolve: Resolve, base: string | null): PageFigure | null {
  const own = element.tag === 'img' || element.tag === 'amp-img' ? [element] : imagesIn(element);
  const images = own.flatMap((image) => {
    const picture = pictureOf(image, resolve);
    return picture && !isSign(image, picture.src) ? [picture] : [];
  });
  const unique = images.filter(({ src }, at) => images.findIndex((other) => other.src === src) === at);
  const { caption, credit } = wordsIn(element, base);
  // Where the picture is not to be had, its caption is; words that nothing calls one are no figure's.
  const said = wordsOf(caption).trim();
  if (unique.length === 0 && (said === '' || (own.length > 0 && (said.length < 20 || !findFirst(element, isCaption))))) return null; // prettier-ignore
  const { line, column } = element;
  return {
    type: 'pageFigure',
    images: unique,
    children: caption,
    credit,
    position: { start: { line, column }, end: { line, column } },
  };
}

/** A caption alone. */
export function readCaption(
  element: Element,
  base: string | null,
): { children: PhrasingContent[]; credit: string | null } {
  const holder: Element = { ...element, tag: 'div', attributes: new Map(), children: [element] };
  const { caption, credit } = wordsIn(holder, base);
  return { children: caption, credit };
}

/** Caption and credit as the markup sets them apart. */
function wordsIn(element: Element, base: string | null): { caption: PhrasingContent[]; credit: string | null } {
  const captions = outermost(element, isCaption);
  const credits = outermost(element, (each) => isCredit(each) && !isCaption(each));
  const credit = credits.map(textOf).filter((text, at, all) => text !== '' && all.indexOf(text) === at).join(' / '); // prettier-ignore
  const inner = captions.flatMap((caption) => findAll(caption, isCredit));
  const within = inner
    .map(textOf)
    .filter((text, at, all) => text !== '' && all.indexOf(text) === at)
    .join(' / ');
  const distinct = captions.filter((caption, at) => captions.findIndex((other) => textOf(other) === textOf(caption)) === at); // prettier-ignore
  const caption = distinct
    .flatMap((one, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'text', value: ' ' } as const] : []),
      ...one.children.flatMap((child) => phrasingOf(without(child, inner), base)),
    ])
    .map((node): PhrasingContent => (node.type === 'break' ? { type: 'text', value: ' ' } : node));
  const [line, below] = captions.length === 0 && credits.length === 0 ? (bareFigure(element) ?? []) : [];
  if (line) return { caption: tidy(phrasingOf(line, base)), credit: below ? textOf(below) : null };
  const said = [credit, within].filter((text, at, all) => text !== '' && all.indexOf(text) === at).join(' / ');
  // "Jo Reed" is marked, and "/Getty Images" stands behind it.
  const agency = said !== '' ? /^\s*(\/\s*[^.]{2,60})$/.exec(wordsOf(tidy(caption))) : null;
  if (agency) return { caption: [], credit: `${said} ${agency[1]!}` };
  // The figure's own text where no caption is marked: "figure > p".
  const plain =
    captions.length === 0 && element.tag !== 'img' && element.tag !== 'picture'
      ? textBeside(element, credits, base)
      : caption;
  return { caption: tidy(plain), credit: said === '' ? null : said };
}

function textBeside(element: Element, credits: readonly Element[], base: string | null): PhrasingContent[] {
  return element.children.flatMap((child) => phrasingOf(without(child, credits), base));
}

/** A node without some elements in it. */
function without<T extends Element['children'][number]>(node: T, gone: readonly Element[]): T {
  if (node.type === 'text' || gone.length === 0) return node;
  if (!gone.some((one) => isWithin(one, node))) return node;
  if (gone.includes(node)) return { ...node, children: [] };
  return { ...node, children: node.children.map((child) => without(child, gone)) };
}
