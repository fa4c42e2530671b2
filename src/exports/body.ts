import type { Element, Nodes, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toMdast, type State } from 'hast-util-to-mdast';
import type { BlockContent, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { readMarkdown } from '../parse/markdown/read-markdown.ts';
import { webAddress } from './addresses.ts';
import { parseHtml } from './html/parse.ts';
import type { ItemText } from './item.ts';
import type { ItemPictures } from './pictures.ts';
import { Refused, Unreadable } from './refused.ts';

/**
 * The text of an article as a tree.
 *
 * @param address  that of the article: relative links are taken from it
 * @param pictures takes the pictures
 * @throws Unreadable where it can't be read
 */
export function bodyOf(text: ItemText, address: string | null, pictures: ItemPictures): Root {
  switch (text.form) {
    case 'html':
      return articleFromHtml(text.value, address, pictures);
    case 'markdown':
      return readMarkdown(text.value.replace(/\r\n?/g, '\n'), 1);
    case 'plain':
      return { type: 'root', children: paragraphs(text.value) };
  }
}

/** Paragraphs of plain text: a blank line parts them, a single one breaks the line. */
export function paragraphs(text: string): Paragraph[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({
      type: 'paragraph',
      children: part
        .split('\n')
        .flatMap((line, index): PhrasingContent[] => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          { type: 'text', value: line.trim() },
        ]),
    }));
}

/** The HTML of an article, without a page around it, as a tree. */
function articleFromHtml(html: string, address: string | null, pictures: ItemPictures): Root {
  try {
    const tree = parseHtml(html);
    resolve(tree, address, pictures);
    const made = toMdast(tree, { handlers, nodeHandlers: { comment: () => undefined } });
    return made.type === 'root' ? made : { type: 'root', children: [made as RootContent] };
  } catch (error) {
    if (error instanceof RangeError || error instanceof Refused)
      throw new Unreadable('its HTML nests elements too deeply');
    throw error;
  }
}

/** Makes addresses absolute; a link that leads nowhere from here leaves its words, a picture its description. */
function resolve(tree: HastRoot, base: string | null, pictures: ItemPictures): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'a') {
      const href = node.properties['href'];
      if (typeof href !== 'string' || /^(?:#|mailto:)/i.test(href)) return undefined;
      // A path of the owner's own site, whose address the export does not name.
      const found = base === null && /^\/(?!\/)/.test(href) ? href : webAddress(href.trim(), base ?? undefined);
      if (found !== null) node.properties['href'] = found;
      else if (parent && index !== undefined) {
        parent.children.splice(index, 1, ...node.children);
        return index;
      }
    } else if (node.tagName === 'img') {
      const src = pictures.addressOf(written(node));
      if (src !== null) node.properties['src'] = src;
      else if (parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
    }
    return undefined;
  });
}

/** Where pages that load their pictures late keep the address, best first. */
const sources = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'src'];

const written = (image: Element): string =>
  sources
    .map((name) => String(image.properties[name] ?? '').trim())
    .find((value) => value !== '' && !value.startsWith('data:image/svg')) ?? '';

type Handler = (state: State, node: Element, parent: Nodes | undefined) => BlockContent | BlockContent[] | undefined;

/** A picture and the words under it are one paragraph: so the recognisers know them as a figure. */
const figure: Handler = (state, node) => {
  const images: Image[] = [];
  let words: PhrasingContent[] = [];
  const others: BlockContent[] = [];
  visit(node, 'element', (child) => {
    if (child.tagName === 'img')
      images.push({ type: 'image', url: String(child.properties['src'] ?? ''), alt: String(child.properties['alt'] ?? '') }); // prettier-ignore
    else if (child.tagName === 'figcaption') {
      words = state.toFlow(state.all(child)).flatMap((block) => ('children' in block ? (block.children as PhrasingContent[]) : [])); // prettier-ignore
      return SKIP;
    }
    return undefined;
  });
  if (images.length === 0) others.push(...(state.toFlow(state.all(node)) as BlockContent[]));
  else {
    const line: PhrasingContent[] = images.flatMap((image, index) => [...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []), image]); // prettier-ignore
    others.push({
      type: 'paragraph',
      children: words.length > 0 ? [...line, { type: 'text', value: '\n' }, ...words] : line,
    });
  }
  return others;
};

/** A post that a page embeds stays HTML: the recognisers know it. */
const blockquote: Handler = (state, node) => {
  const names = node.properties['className'];
  if (Array.isArray(names) && names.some((name) => /^twitter-(?:tweet|video)/.test(String(name))))
    return [{ type: 'html', value: toHtml(node).replace(/\n\s*\n/g, '\n') }];
  return [{ type: 'blockquote', children: state.toFlow(state.all(node)) as BlockContent[] }];
};

/** A frame of another site is a link to what it shows. */
const iframe: Handler = (_, node) => {
  const src = webAddress(String(node.properties['src'] ?? node.properties['dataSrc'] ?? ''));
  if (src === null) return undefined;
  const url = src.replace(
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/,
    'https://www.youtube.com/watch?v=$1',
  );
  return [
    {
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: String(node.properties['title'] ?? url) }] }],
    },
  ];
};

const handlers = { figure, blockquote, iframe };
