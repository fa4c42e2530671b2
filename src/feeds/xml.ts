/**
 * XML as a tree of elements and as text. Kept small and our own because of what it adds: characters
 * that XML 1.0 has no place for are left out here, for every file at once.
 */
export interface XmlElement {
  name: string;
  attributes: Record<string, string | number | null | undefined>;
  children: XmlChild[];
}

/** Text, an element, or nothing. */
export type XmlChild = XmlElement | string | null | undefined;

/** An element. Attributes that are null or undefined are left out, and so are such children. */
export function x(
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: (XmlChild | XmlChild[])[]
): XmlElement {
  return { name, attributes, children: children.flat() };
}

/** Everything but the Char of XML 1.0, section 2.2; with the flag `u` that takes in lone surrogates. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text without the characters that XML 1.0 does not allow: controls, lone surrogates, U+FFFE and U+FFFF. */
export function xmlText(text: string): string {
  return text.replace(notXml, '');
}

const inText: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const inAttribute: Record<string, string> = { ...inText, '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

const escapeText = (text: string): string => xmlText(text).replace(/[&<>\r]/g, (sign) => inText[sign] ?? sign);
const escapeAttribute = (text: string): string =>
  xmlText(text).replace(/[&<>\r"\t\n]/g, (sign) => inAttribute[sign] ?? sign);

/**
 * An XML document.
 *
 * @param root       names of elements and attributes are ours, and written as they are
 * @param stylesheet path of a CSS file for browsers that open the document
 * @param asIs       nothing is laid out: in XHTML a line's end between elements can show
 */
export function toXml(root: XmlElement, stylesheet?: string, asIs = false): string {
  const style =
    stylesheet === undefined ? '' : `<?xml-stylesheet type="text/css" href="${escapeAttribute(stylesheet)}"?>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${style}${write(root, asIs ? null : '\n')}\n`;
}

/** Elements that hold elements are laid out one a line, where `line` is the line's end with its indent; text stays where it is. */
function write({ name, attributes, children }: XmlElement, line: string | null): string {
  const named = Object.entries(attributes)
    .map(([key, value]) => (value === null || value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`))
    .join('');
  const there = children.filter((child) => child !== null && child !== undefined);
  if (there.length === 0) return `<${name}${named}/>`;
  const own = line !== null && there.every((child) => typeof child !== 'string') ? line : null;
  const within = line === null ? null : `${line}  `;
  const inner = there.map((child) =>
    typeof child === 'string' ? escapeText(child) : (own === null ? '' : `${own}  `) + write(child, within),
  );
  return `<${name}${named}>${inner.join('')}${own ?? ''}</${name}>`;
}
