import type { Element } from '../tree/dom.ts';
import type { PagePicture } from './nodes.ts';
import { attribute, findAll, findFirst, namesOf } from '../tree/tree.ts';

/** Where lazy pages keep the true address of a picture, best first. */
const lazy = ['data-src', 'data-original', 'data-lazy-src', 'data-full-src', 'data-hi-res-src', 'data-img-src', 'data-image', 'data-url', 'data-echo', 'data-large', 'data-original-src', 'src']; // prettier-ignore
const lazySets = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** What stands in for a picture that is still to come. */
const standIn = /^data:image\/(?:gif|svg)|^data:image\/\w+;base64,.{0,400}$|^data:,|(?:^|\/)(?:blank|spacer|pixel|transparent|placeholder|loading|lazy|grey|gray|1x1)[\w-]*\.(?:gif|png|svg|jpe?g|webp)/i; // prettier-ignore
/** Files in which no picture of a story stands. */
const sign =
  /\.svg(?:[?#]|$)|\b(?:logo|icon|sprite|avatar|emoji|badge|button|pixel|tracking|beacon|spacer|gravatar)s?\b/i;

/** A page's pictures are beside it where it is a file: an address in the page may be relative. */
export type Resolve = (written: string) => string;

/** The picture of an `img` (or the lazy stand-in of one); null where there is none worth showing. */
export function pictureOf(element: Element, resolve: Resolve): PagePicture | null {
  const src = sourceOf(element);
  if (src === null) return null;
  const { line, column } = element;
  return { src: resolve(src), alt: attribute(element, 'alt').replace(/\s+/g, ' ').trim(), line, column };
}

function sourceOf(element: Element): string | null {
  // What a browser saved into the page is worth more than an address.
  const own = attribute(element, 'src');
  if (/^data:image\/(?!svg|gif)/i.test(own) && own.length > 1500) return own;
  const plain = [...lazy.map((name) => attribute(element, name).trim()), listed(attribute(element, 'data-srcs'))].find(
    (value) => looksLikePicture(value),
  );
  const sets = [...lazySets.map((name) => attribute(element, name)), ...sourceSets(element)];
  const largest = sets.map(largestIn).find((value) => value !== null && !standIn.test(value));
  // A saved page's pictures lie beside it, and the sets still name the addresses.
  if (plain && !/^https?:|^\/\//i.test(plain) && !plain.startsWith('/')) return plain;
  return largest ?? plain ?? null;
}

/** The first address of a list as JSON, its keys. */
const listed = (json: string): string => /^\s*\{\s*"(https?:[^"\s]+)"/.exec(json)?.[1] ?? '';

const looksLikePicture = (value: string): boolean => value !== '' && !standIn.test(value) && !/^(?:\{|\[|<)/.test(value) && !/\s/.test(value.replace(/^data:.*$/s, '')); // prettier-ignore

function sourceSets(element: Element): string[] {
  const picture = element.parent?.tag === 'picture' ? element.parent : null;
  return picture ? findAll(picture, ({ tag }) => tag === 'source').flatMap((source) => lazySets.map((name) => attribute(source, name))) : []; // prettier-ignore
}

/** The widest picture of a `srcset` up to a width that a page can use. */
function largestIn(set: string): string | null {
  let best: string | null = null;
  let most = -1;
  for (const match of set.matchAll(/(\S+?)(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,\s+|,(?=https?:|\/)|$)/g)) {
    const [, url, number, unit] = match;
    const width = number ? Number(number) * (unit === 'x' ? 800 : 1) : 1;
    if (width > most && (width <= 2600 || best === null)) [best, most] = [url!, width];
  }
  return best === '' ? null : best;
}

/** Whether an image is a sign or a portrait beside the text rather than a picture of the story. */
export function isSign(element: Element, src: string): boolean {
  const width = Number.parseInt(attribute(element, 'width'), 10);
  const height = Number.parseInt(attribute(element, 'height'), 10);
  if (width > 0 && width <= 100 && !(height > 150)) return true;
  if (height > 0 && height <= 60) return true;
  return sign.test(namesOf(element)) || (!src.startsWith('data:') && sign.test(src.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*/, '').replace(/[_/.-]+/g, ' '))); // prettier-ignore
}

/** The images in an element, those that only `noscript` holds included, each once. */
export function imagesIn(element: Element): Element[] {
  const shown = findAll(element, ({ tag }) => tag === 'img' || tag === 'amp-img' || tag === 'noscript').filter(({ tag }) => tag !== 'noscript'); // prettier-ignore
  if (shown.some((image) => sourceOf(image) !== null)) return shown;
  const hidden = findFirst(element, ({ tag }) => tag === 'noscript');
  return hidden ? findAll(hidden, ({ tag }) => tag === 'img') : shown;
}
