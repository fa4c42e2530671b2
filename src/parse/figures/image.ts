import type { Image, ImageReference, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { readCaption } from '../captions/caption.ts';
import { figureName, figureNode, tellLabels } from './figure-node.ts';
import type { FigureImage } from '../nodes.ts';
import { cutPhrasing, linesOf, textOf, trimPhrasing } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/**
 * Pictures in Markdown: an image alone in its paragraph, or first in it with the caption after it; several images in
 * one paragraph are one figure. The caption's credit is told as in any caption.
 */
export const imageFigure: Recogniser = {
  name: 'picture',
  recognise(root, context) {
    const addresses = definitionsOf(root);
    const children: RootContent[] = [];
    for (let index = 0; index < root.children.length; index++) {
      const node = root.children[index]!;
      const parts = node.type === 'paragraph' ? picturesFirst(node, addresses) : null;
      if (!parts) {
        children.push(node);
        continue;
      }
      const below = root.children[index + 1];
      const slanted = parts.words.length === 0 ? slantedCaption(below) : null;
      if (slanted) index++;
      const place = slanted && below ? spanning(node, below) : node;
      children.push(figureOf(slanted ? { ...parts, words: slanted } : parts, null, 'picture', place, context));
    }
    return { ...root, children };
  },
};

/** A paragraph that is one run of emphasis, right below a picture: the common way to set a caption in Markdown. */
function slantedCaption(node: RootContent | undefined): PhrasingContent[] | null {
  const [only, other] = node?.type === 'paragraph' ? trimPhrasing(node.children) : [];
  return only?.type === 'emphasis' && !other ? only.children : null;
}

function spanning(first: RootContent, last: RootContent): Pick<Paragraph, 'position'> {
  return first.position && last.position
    ? { position: { start: first.position.start, end: last.position.end } }
    : first;
}

type Addresses = ReadonlyMap<string, { url: string; title?: string | null | undefined }>;

function definitionsOf(root: Root): Addresses {
  const found = new Map<string, { url: string; title?: string | null | undefined }>();
  for (const node of root.children) {
    // As in CommonMark, the first of two definitions holds.
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  }
  return found;
}

/** The pictures of a paragraph that opens with one. */
function picturesFirst(paragraph: Paragraph, addresses: Addresses): PictureParts | null {
  const [first] = trimPhrasing(paragraph.children);
  if (!first || !pictureIn(first)) return null;
  const parts = splitPictures(paragraph.children, addresses);
  return parts.images.length === 0 ? null : parts;
}

/** The image that a node is, or that a link holds and nothing else. */
function pictureIn(node: PhrasingContent): Image | ImageReference | null {
  if (node.type === 'image' || node.type === 'imageReference') return node;
  const [only, other] = node.type === 'link' ? trimPhrasing(node.children) : [];
  return only && !other ? pictureIn(only) : null;
}

/** A paragraph's pictures, and its words without them. */
export interface PictureParts {
  images: FigureImage[];
  words: PhrasingContent[];
  /** The first image's title: its caption where there are no other words. */
  title: string | null;
}

/** Takes the pictures out of a paragraph's content. */
export function splitPictures(children: readonly PhrasingContent[], addresses: Addresses): PictureParts {
  const images: FigureImage[] = [];
  const words: PhrasingContent[] = [];
  let title: string | null = null;
  for (const child of children) {
    const picture = pictureIn(child);
    const target = picture?.type === 'imageReference' ? addresses.get(picture.identifier) : picture;
    if (!picture || !target?.url) {
      words.push(child);
      continue;
    }
    const { line = 1, column = 1 } = picture.position?.start ?? {};
    const link = child.type === 'link' && /^(?:https?:)?\/\//i.test(child.url) ? child.url : undefined;
    images.push({ src: target.url, alt: picture.alt ?? '', line, column, ...(link !== undefined && { link }) });
    title ??= target.title ?? (child.type === 'link' ? child.title : null) ?? null;
  }
  return { images, words: trimPhrasing(words), title };
}

/** Makes a figure of pictures and words; `stated` is the credit that a directive names. */
export function figureOf(
  { images, words, title }: PictureParts,
  stated: readonly string[] | null,
  rule: 'picture' | 'figure-directive',
  place: Pick<Paragraph, 'position'>,
  context: Context,
): RootContent {
  const spoken: PhrasingContent[] = textOf(words).trim() === '' && title ? [{ type: 'text', value: title }] : words;
  const text = textOf(spoken);
  const reading = stated === null ? readCaption(text) : null;
  // Beside a picture a name alone may be anything ("Boats. Late Summer"): the directive states it.
  const told = reading && reading.proof !== 'name' ? reading : null;
  const caption = reading ? cutPhrasing(spoken, reading.from, told?.to ?? text.length) : spoken;
  const figure = figureNode(images, caption, stated ?? told?.credit ?? [], [place]);
  context.trace({
    rule,
    lines: linesOf(place),
    before: [...images.map(({ src }) => src), text].join('\n').trim(),
    after: figureName(figure, textOf(caption)),
    certainty: 'certain',
    why: rule === 'picture' ? 'a picture opens the paragraph' : 'the file says so',
    ...(reading?.doubled ? { removed: reading.doubled } : {}),
  });
  const kept = [textOf(caption), ...figure.credit, reading?.doubled ?? ''].join(' ');
  tellLabels(told?.dropped ?? [], text, kept, linesOf(place), context);
  return figure;
}
