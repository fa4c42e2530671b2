import { SaxesParser } from 'saxes';
import { Refused } from '../refused.ts';

/** An element of XML. Names keep their prefix, as feeds are read by prefix in practice: `content:encoded`. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

export interface XmlTree {
  root: XmlElement;
  /** What is wrong with the file, where its end or its nesting is lost: `line 12: unclosed tag: item`. */
  broken: string | null;
}

/** Elements within one another. A feed has ten, XHTML in one some forty. */
const deepest = 400;
/** Faults that lose something. The others (a control character, an entity of HTML) are read over. */
const losing = /tag|end|document|attribute|CDATA/i;

/**
 * Reads XML, forgiving what real feeds do wrong. Entities are not expanded but the five of XML itself, and nothing is
 * loaded.
 *
 * @throws Refused where it holds no element, or nests them too deeply
 */
export function readXml(text: string): XmlTree {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const top: XmlElement = { name: '#document', attributes: {}, children: [] };
  const open = [top];
  let broken: string | null = null;
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '');
    if (broken === null && losing.test(message)) broken = `line ${parser.line}: ${message.replace(/\.$/, '')}`;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
    if (open.length > deepest) throw new Refused(`it nests elements more than ${deepest} deep (line ${parser.line})`);
  });
  parser.on('closetag', () => void (open.length > 1 && open.pop()));
  const take = (words: string) => void open.at(-1)!.children.push(words);
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (!root) throw new Refused('it holds no XML element');
  return { root, broken };
}

/** The child elements of these names, in their order. */
export const childrenOf = (element: XmlElement, ...names: string[]): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string' && names.includes(child.name));

/** The first child that has a name, the names tried in their order. */
export function childOf(element: XmlElement, ...names: string[]): XmlElement | null {
  for (const name of names) {
    const [found] = childrenOf(element, name);
    if (found) return found;
  }
  return null;
}

/** All text in an element. */
export function textIn(element: XmlElement): string {
  let text = '';
  const waiting: (XmlElement | string)[] = [...element.children].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') text += next;
    else waiting.push(...[...next.children].reverse());
  }
  return text;
}

/** The trimmed text of the first child of these names that has some. */
export function wordsOf(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const words = textIn(child).trim();
      if (words !== '') return words;
    }
  }
  return null;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What is inside an element as markup: XHTML in a feed. */
export function markupIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child))).join('');
}

function markup(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  // Feeds that bind XHTML to a prefix mean the same elements.
  const name = element.name.replace(/^\w+:/, '');
  const opening = `<${name}${attributes.join('')}>`;
  return /^(?:img|br|hr|source|wbr|col|input)$/i.test(name) ? opening : `${opening}${markupIn(element)}</${name}>`;
}
