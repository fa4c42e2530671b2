import { parseHtml, type Element } from './tree/dom.ts';
import { resolver } from './files/beside.ts';
import type { PageOptions } from './page.ts';
import { addressIn } from './tree/address.ts';
import { ancestorsOf, attribute, findAll, findFirst, isWithin, textOf } from './tree/tree.ts';

/**
 * A page of Broadsheet's own carries its article as Markdown, so that a saved page comes back as the same article: in
 * its h-entry, under a name of its own (microformats2 keeps `x-` for these). Not in a script, which browsers leave out
 * of the pages that they save as MHTML.
 */
const property = 'p-x-markdown';

/** The value under which a page carries its Markdown: JSON, whose escapes every way of saving a page leaves alone. */
export const carriedMarkdown = (markdown: string): string => JSON.stringify(markdown).replaceAll('<', '\\u003c');

/** What one of our own pages says of its article, and what it shows of it. */
export interface OwnPage {
  markdown: string;
  /** Its address on the site that it was saved from. */
  address: string | null;
  /** The site's name. */
  site: string | null;
  /** The words that it shows, to compare the Markdown with. */
  shown: string;
  /** The pictures of lead and story, in order: as the article would name them, and whether they lead it. */
  pictures: { src: string; alt: string; leads: boolean }[];
  /** Its links, in order. */
  links: { text: string; href: string }[];
}

/**
 * Reads a page that carries its article.
 *
 * @returns null for every other page
 * @throws TooDeep
 */
export function readOwnPage(text: string, options: PageOptions): OwnPage | null {
  if (!text.includes(property)) return null;
  const page = parseHtml(text);
  const carriers = findAll(page, (each) => has(each, property));
  const entry = carriers.length === 1 ? [...ancestorsOf(carriers[0]!)].find((each) => has(each, 'h-entry')) : undefined;
  const markdown = entry && markdownIn(attribute(carriers[0]!, 'value'));
  if (!entry || markdown === null || markdown === undefined) return null;
  const link = findFirst(entry, (each) => has(each, 'u-url'));
  const address = link && addressIn(attribute(link, 'value'), null);
  const resolve = resolver(address, options.embedded ?? (() => null));
  const story = findAll(entry, (each) => has(each, 'e-content') || has(each, 'notices') || has(each, 'lead-picture'));
  // Where it was saved from: a browser that saves MHTML makes links absolute, and may have seen the site elsewhere.
  const origin = URL.parse(options.address ?? '')?.origin;
  const atHome = (href: string) => (origin && href.startsWith(`${origin}/`) ? href.slice(origin.length) : href);
  const within = (tag: string) => story.flatMap((part) => findAll(part, (each) => each.tag === tag));
  return {
    markdown,
    address,
    site: siteOf(page),
    shown: textOf(entry),
    pictures: within('img').map((image) => ({ src: sourceOf(image, resolve, address), alt: attribute(image, 'alt'), leads: has(image, 'u-featured') })), // prettier-ignore
    links: within('a').flatMap((each) => {
      const href = addressIn(atHome(attribute(each, 'href')), address);
      return href === null ? [] : [{ text: textOf(each), href }];
    }),
  };
}

const has = (element: Element, name: string): boolean => attribute(element, 'class').split(/\s+/).includes(name);

function markdownIn(value: string): string | null {
  try {
    const markdown: unknown = JSON.parse(value);
    return typeof markdown === 'string' ? markdown : null;
  } catch {
    return null;
  }
}

/** A picture that was saved with the page is worth most; else the largest, to which it leads. */
function sourceOf(image: Element, resolve: (written: string) => string, address: string | null): string {
  const own = resolve(attribute(image, 'src'));
  if (!/^https?:/i.test(own)) return own;
  const link = [...ancestorsOf(image)].find((each) => has(each, 'figure-open') && isWithin(image, each));
  return (link && addressIn(attribute(link, 'href'), address)) ?? own;
}

function siteOf(page: Element): string | null {
  const meta = findFirst(page, (each) => each.tag === 'meta' && attribute(each, 'property') === 'og:site_name');
  return meta && (attribute(meta, 'content').trim() || null);
}
