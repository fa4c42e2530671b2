import type { Element, ElementContent, RootContent as HastContent } from 'hast';
import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';
import { textOf, trimPhrasing } from '../text/phrasing.ts';

type Position = Paragraph['position'];

/** What a post's blockquote holds, as Markdown's own nodes; an advert's words apart. */
export interface QuoteContent {
  blocks: BlockContent[];
  /** Words of an advert or a script's fallback that the page had set into the post. */
  adverts: string[];
}

const blockNames = new Set([
  'p',
  'div',
  'blockquote',
  'section',
  'ul',
  'ol',
  'li',
  'figure',
  'center',
  'header',
  'footer',
]);
const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'button']);

/** Turns the content of a post's blockquote into paragraphs. Every block has the place of the raw HTML it came from. */
export function quoteContent(quote: Element, position: Position): QuoteContent {
  const blocks: BlockContent[] = [];
  const adverts: string[] = [];
  let run: PhrasingContent[] = [];
  const flush = () => {
    const children = trimPhrasing(run);
    run = [];
    if (textOf(children).trim() === '') return;
    const paragraph: Paragraph = { type: 'paragraph', children };
    if (position) paragraph.position = position;
    blocks.push(paragraph);
  };
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === 'element' && isAdvert(node)) {
        const words = hastText(node).trim();
        if (words !== '') adverts.push(words);
      } else if (node.type === 'element' && blockNames.has(node.tagName)) {
        flush();
        walk(node.children);
        flush();
      } else run.push(...hastPhrasing(node));
    }
  };
  walk(quote.children);
  flush();
  return { blocks, adverts };
}

/** An advert that a page sets between a post's text and its attribution. */
function isAdvert({ tagName, properties }: Element): boolean {
  if (unseen.has(tagName)) return true;
  const names = [properties['className'], properties['id'], properties['dataAdUnit']].flat().join(' ');
  return /(?:^|[\s_-])(?:ads?|adv|advert\w*|adunit|adslot|banner|sponsor\w*|promo\w*|dfp|gpt)(?=$|[\s_\d-])/iu.test(
    names,
  );
}

/** An inline piece of HTML as Markdown has it. */
export function hastPhrasing(node: ElementContent): PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[ \t\r\n]+/g, ' ') }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'br') return [{ type: 'break' }];
  // X sets emoji as pictures whose alternative text is the emoji.
  if (node.tagName === 'img') return [{ type: 'text', value: String(node.properties['alt'] ?? '') }];
  if (unseen.has(node.tagName)) return [];
  const children = node.children.flatMap(hastPhrasing);
  const href = node.properties['href'];
  if (node.tagName === 'a' && typeof href === 'string' && /^https?:\/\//i.test(href.trim())) {
    return [{ type: 'link', url: href.trim(), children }];
  }
  if (/^(?:em|i)$/.test(node.tagName)) return [{ type: 'emphasis', children }];
  if (/^(?:strong|b)$/.test(node.tagName)) return [{ type: 'strong', children }];
  return children;
}

/** All words of a piece of HTML, those of scripts left out. */
export function hastText(node: HastContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName === 'script' || node.tagName === 'style') return '';
  return node.children.map(hastText).join('');
}
