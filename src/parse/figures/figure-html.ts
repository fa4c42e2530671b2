import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Html, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { figureOf } from './image.ts';
import type { FigureImage } from '../nodes.ts';
import { trimPhrasing } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { hastPhrasing, hastText } from '../embeds/embed-content.ts';

const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** A figure's HTML is some hundred signs long; what is longer or has more tags is something else. */
const longest = 10_000;
const mostTags = 200;

/** Pictures in raw HTML: `<figure>` with `<img>` and `<figcaption>`, or an `<img>` alone. */
export const htmlFigure: Recogniser = {
  name: 'html-figure',
  recognise(root, context) {
    const children = root.children.map((node): RootContent => {
      return node.type === 'html' && /<img\b/i.test(node.value) ? read(node, context) : node;
    });
    return { ...root, children };
  },
};

function read(node: Html, context: Context): RootContent {
  if (node.value.length > longest || (node.value.match(/</g)?.length ?? 0) > mostTags) return node;
  const only = onlyElement(html.parse(node.value));
  if (!only || !/^(?:figure|img|picture|a)$/.test(only.tagName)) return node;
  const images: FigureImage[] = [];
  const captions: Element[] = [];
  if (!collect([only], node, images, captions) || images.length === 0 || captions.length > 1) return node;
  const words = trimPhrasing(captions.flatMap(({ children }) => children.flatMap(hastPhrasing)));
  return figureOf({ images, words, title: titleOf(only) }, null, 'picture', node, context);
}

/** The title of the first picture: its caption where there are no other words. */
function titleOf({ tagName, properties, children }: Element): string | null {
  if (tagName === 'img') return String(properties['title'] ?? '').trim() || null;
  return (
    children.map((child) => (child.type === 'element' ? titleOf(child) : null)).find((title) => title !== null) ?? null
  );
}

function onlyElement(tree: HastRoot): Element | null {
  const shown = tree.children.filter(
    (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
  );
  const [only] = shown;
  return shown.length === 1 && only?.type === 'element' ? only : null;
}

/** The picture of an `<img>`, with its place in the file; none where it has no address. */
function imageOf({ properties, position }: Element, place: Html, link: string | undefined): FigureImage[] {
  const src = properties['src'];
  if (typeof src !== 'string' || src === '') return [];
  const { line, column } = place.position?.start ?? { line: 1, column: 1 };
  const { line: own, column: ownColumn } = position?.start ?? { line: 1, column: 1 };
  const alt = String(properties['alt'] ?? '');
  const at = { line: line + own - 1, column: own === 1 ? column : ownColumn };
  return [{ src, alt, ...at, ...(link !== undefined && { link }) }];
}

/** Gathers pictures and captions; false where there is anything else that a reader would miss. */
function collect(
  nodes: readonly ElementContent[],
  place: Html,
  images: FigureImage[],
  captions: Element[],
  link?: string,
): boolean {
  return nodes.every((node) => {
    if (node.type !== 'element') return node.type === 'comment' || node.value.trim() === '';
    const { tagName, properties, children } = node;
    if (tagName === 'img') {
      images.push(...imageOf(node, place, link));
      return true;
    }
    if (tagName === 'figcaption') {
      captions.push(node);
      return !children.some(
        (child) => child.type === 'element' && /^(?:ul|ol|table|blockquote|pre)$/.test(child.tagName),
      );
    }
    if (/^(?:figure|a|picture|div|span|p|source)$/.test(tagName)) {
      const href = tagName === 'a' ? properties['href'] : undefined;
      const leads = typeof href === 'string' && /^https?:\/\//i.test(href) ? href : link;
      return collect(children, place, images, captions, leads);
    }
    return hastText(node).trim() === '' && !/^(?:video|audio|iframe|svg|object)$/.test(tagName);
  });
}
