import type { Element, ElementContent } from 'hast';
import type { BlockContent } from 'mdast';
import { isAttribution, type Quote } from '../../article/blocks/quote.ts';
import { hastText, quoteContent } from '../embeds/embed-content.ts';
import type { EmbedForm } from '../embeds/embed-form.ts';
import { linesOf } from '../text/phrasing.ts';

/** Elements of which a quotation may be made without losing its form. */
const plain = new Set(
  'a b br cite em footer i p span strong div blockquote figcaption figure q small sub sup'.split(' '),
);

/** A quotation that says whose it is in `<cite>`, `<footer>`, or the caption of the figure around it. */
export const quoteMarkup: EmbedForm = (element) => {
  const read = readQuote(element);
  return (
    read &&
    ((raw, context) => {
      const position = raw.nodes[0]?.position;
      const children: BlockContent[] = quoteContent(read.quotation, position).blocks;
      const node: Quote = { type: 'quote', by: read.by, url: read.url, children, ...(position && { position }) };
      context.trace({
        rule: 'quote-markup',
        lines: linesOf(...raw.nodes),
        before: raw.text,
        after: `a quotation of ${read.by}`,
        certainty: 'certain',
        why: 'the HTML of a quotation names whose it is',
      });
      return [node];
    })
  );
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const elements = ({ children }: Element): Element[] => children.filter(isElement);

interface Found {
  quotation: Element;
  by: string;
  url: string | null;
}

function readQuote(element: Element): Found | null {
  if (element.tagName !== 'blockquote' && element.tagName !== 'figure') return null;
  if (!isPlain(element)) return null;
  const quotation =
    element.tagName === 'blockquote' ? element : elements(element).find((child) => child.tagName === 'blockquote');
  if (!quotation) return null;
  const caption = element === quotation ? undefined : elements(element).find((child) => child.tagName === 'figcaption');
  const source = caption ?? lastCite(quotation);
  const by = source
    ? hastText(source)
        .replace(/\s+/g, ' ')
        .replace(/^\s*(?:[—–―-]|--)\s*/u, '')
        .trim()
    : '';
  if (!source || !isAttribution(by)) return null;
  const inside = caption ? quotation : without(quotation, source);
  if (hastText(inside).trim() === '') return null;
  const cited = quotation.properties['cite'];
  const url = hrefIn(source) ?? (typeof cited === 'string' && /^https?:\/\//i.test(cited) ? cited : null);
  return { quotation: inside, by, url };
}

const isPlain = (element: Element): boolean => plain.has(element.tagName) && elements(element).every(isPlain);

/** The last element of a quotation, where it says whose it is; a paragraph may stand around it. */
function lastCite(quotation: Element): Element | null {
  const last = quotation.children.filter((child) => child.type === 'element' || hastText(child).trim() !== '').at(-1);
  if (last?.type !== 'element') return null;
  if (last.tagName === 'cite' || last.tagName === 'footer') return last;
  const words = last.children.filter((child) => child.type === 'element' || hastText(child).trim() !== '');
  const [only] = words;
  return last.tagName === 'p' && words.length === 1 && only?.type === 'element' && only.tagName === 'cite'
    ? last
    : null;
}

function without(element: Element, part: Element): Element {
  return { ...element, children: element.children.filter((child) => child !== part) };
}

function hrefIn(element: Element): string | null {
  for (const child of elements(element)) {
    const href = child.tagName === 'a' ? child.properties['href'] : null;
    if (typeof href === 'string' && /^https?:\/\//i.test(href)) return href;
    const inner = hrefIn(child);
    if (inner) return inner;
  }
  return null;
}
