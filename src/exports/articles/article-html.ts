import type { BlockContent, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { container } from '../../article/blocks/directive.ts';
import { parsePiece, TooDeep, type Element } from '../../html/tree/dom.ts';
import { piecesOf } from '../../html/blocks/pieces.ts';
import { survey } from '../../html/tree/survey.ts';
import { attribute, findFirst } from '../../html/tree/tree.ts';
import { webAddress } from '../addresses.ts';
import type { ItemPictures } from './pictures.ts';
import { Unreadable } from '../refused.ts';

/** Stands for the address of the owner's own site, which an export does not name: paths of it stay paths. */
const ownSite = 'https://own-site.invalid';

/**
 * The HTML of an article, without a page around it, as a tree.
 *
 * @param address that of the article: relative links are taken from it
 * @throws Unreadable where it nests its elements too deeply
 */
export function articleFromHtml(html: string, address: string | null, pictures: ItemPictures): Root {
  const root = parsed(html);
  prepare(root, pictures, address);
  const { pieces } = piecesOf([root], {
    survey: survey(root, null),
    root,
    base: address ?? ownSite,
    resolve: (written) => pictures.addressOf(written) ?? '',
    // The service has cut the article out of its page already.
    keep: () => true,
  });
  const tree: Root = { type: 'root', children: pieces.flatMap(({ node }) => plain(node)) };
  visit(tree, 'link', (link) => {
    if (link.url.startsWith(`${ownSite}/`)) link.url = link.url.slice(ownSite.length);
  });
  return tree;
}

function parsed(html: string): Element {
  try {
    return parsePiece(html);
  } catch (error) {
    if (error instanceof TooDeep) throw new Unreadable('its HTML nests elements too deeply');
    throw error;
  }
}

/** A figure in the form that our Markdown has for it. */
function plain(node: RootContent): RootContent[] {
  if (node.type !== 'pageFigure') return [node];
  const shown = node.images.flatMap(({ src, alt }): PhrasingContent[] => src === '' ? [] : [{ type: 'image', url: src, alt }, { type: 'text', value: ' ' }]); // prettier-ignore
  const parts = [shown.slice(0, -1), node.children].filter((each) => each.length > 0);
  const blocks = parts.map((children): Paragraph & BlockContent => ({ type: 'paragraph', children }));
  return blocks.length === 0 ? [] : [container('figure', node.credit === null ? {} : { credit: node.credit }, blocks)];
}

/** Takes the pictures that the text holds itself, and turns films and other frames into links to what they show. */
function prepare(element: Element, pictures: ItemPictures, base: string | null): void {
  element.children.forEach((child, index) => {
    if (child.type === 'text') return;
    if (child.tag === 'img' && attribute(child, 'src').startsWith('data:')) {
      const src = pictures.take(attribute(child, 'src'));
      if (src !== null)
        element.children[index] = { ...child, attributes: new Map([...child.attributes, ['src', src]]) };
    } else if (/^(?:iframe|video|audio)$/.test(child.tag))
      element.children[index] = frameAsLink(child, element, base) ?? child;
    else prepare(child, pictures, base);
  });
}

const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/;

function frameAsLink(frame: Element, parent: Element, base: string | null): Element | null {
  const source = findFirst(frame, ({ tag }) => tag === 'source') ?? frame;
  const src = webAddress(
    attribute(frame, 'src') || attribute(frame, 'data-src') || attribute(source, 'src') || null,
    base ?? undefined,
  );
  // A post in a frame is known as such.
  if (src === null || /\b(?:twitter|x)\.com\b/.test(src)) return null;
  const url = src.replace(youtube, 'https://www.youtube.com/watch?v=$1');
  const { line, column } = frame;
  const paragraph: Element = { type: 'element', tag: 'p', attributes: new Map(), children: [], parent, line, column };
  const link: Element = { ...paragraph, tag: 'a', attributes: new Map([['href', url]]), children: [], parent: paragraph }; // prettier-ignore
  link.children.push({ type: 'text', value: attribute(frame, 'title') || url, parent: link });
  paragraph.children.push(link);
  return paragraph;
}
