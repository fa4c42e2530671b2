import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { OwnPage } from '../../html/own-page.ts';
import { folded } from '../../html/tree/folded.ts';
import type { Parsed } from '../parsed-article.ts';
import { nodeText } from '../text/left-over.ts';

/**
 * The article that a page of our own carries, with the pictures and links as the page has them.
 *
 * What the owner of that site decided about it is not taken over: whether it is a draft, where it stands on the front
 * page, and which addresses it has.
 *
 * @param parsed the article of the page's Markdown
 * @param home   the address of the site that it comes to; an article of another site has that one as its source
 * @returns null where the page shows something else than its Markdown says: then what it shows is read
 */
export function ownArticle(page: OwnPage, parsed: Parsed, home: string | undefined): Parsed | null {
  if (!agrees(page, parsed)) return null;
  const root = structuredClone(parsed.root);
  const image = parsed.image && leadOf(page, parsed.image);
  if (!placePictures(page, root) || (parsed.image !== null && image === null)) return null;
  placeLinks(page, root, home);
  const kept = { ...parsed };
  delete kept.featured;
  return { ...kept, root, image, source: sourceOf(page, parsed, home), draft: false, aliases: [], address: null, shown: '', warnings: [] }; // prettier-ignore
}

/** Nearly all paragraphs and headings of the Markdown show on the page, and so does the headline. */
function agrees({ shown }: OwnPage, { headline, root }: Parsed): boolean {
  const whole = run(shown);
  if (!whole.includes(run(headline))) return false;
  const texts = root.children.filter(({ type }) => type === 'paragraph' || type === 'heading').map((node) => run(nodeText(node))); // prettier-ignore
  const found = texts.filter((text) => whole.includes(text.slice(0, 24)) || whole.includes(text.slice(-24)));
  return found.length >= 0.9 * texts.length;
}

const run = (text: string): string => folded(text).replaceAll(' ', '');

const isElsewhere = (address: string): boolean => /^(?:https?:)?\/\//i.test(address);

function leadOf({ pictures }: OwnPage, image: NonNullable<Parsed['image']>): Parsed['image'] {
  if (isElsewhere(image.src)) return image;
  // The story may show it already: then the page does not set it above.
  const shown = pictures.find(({ leads }) => leads) ?? pictures.find(({ alt }) => alt === image.alt);
  return shown ? { ...image, src: shown.src } : null;
}

/** Names the pictures of the story by what the page saved of them. @returns whether each has one */
function placePictures({ pictures }: OwnPage, root: Root): boolean {
  const left = pictures.filter(({ leads }) => !leads);
  const take = (alt: string, src: string): string | null => {
    if (isElsewhere(src)) return src;
    const at = left.findIndex((picture) => picture.alt === alt);
    return at < 0 ? null : left.splice(at, 1)[0]!.src;
  };
  let whole = true;
  visit(root, (node) => {
    if (node.type === 'figure') {
      for (const image of node.images) {
        const src = take(image.alt, image.src);
        if (src === null) whole = false;
        else image.src = src;
      }
    } else if (node.type === 'image') {
      const src = take(node.alt ?? '', node.url);
      if (src === null) whole = false;
      else node.url = src;
    }
  });
  return whole;
}

/** Links to other articles of the site lead to their pages: to those here, where it is this site. */
function placeLinks({ links }: OwnPage, root: Root, home: string | undefined): void {
  const left = [...links];
  visit(root, 'link', (node: Link) => {
    if (/^(?:[a-z][\w+.-]*:|#)/i.test(node.url)) return;
    const text = run(nodeText(node));
    const at = left.findIndex((link) => run(link.text) === text);
    if (at < 0) return;
    const { href } = left.splice(at, 1)[0]!;
    node.url = home !== undefined && href.startsWith(`${home}/`) ? href.slice(home.length) : href;
  });
}

function sourceOf({ address, site }: OwnPage, { source }: Parsed, home: string | undefined): Parsed['source'] {
  if (source !== null || home === undefined || address === null || address.startsWith(`${home}/`)) return source;
  return { name: site, url: address };
}
