import { defaultTreeAdapter, html as names, parse, parseFragment, type DefaultTreeAdapterMap } from 'parse5';

/** A page as a tree that knows its parents: lighter than a DOM, pure, and nothing in it runs. */
interface Text {
  type: 'text';
  value: string;
  parent: Element | null;
}

export interface Element {
  type: 'element';
  tag: string;
  /** Names in small letters, values as written. */
  attributes: ReadonlyMap<string, string>;
  children: Node[];
  parent: Element | null;
  /** Where the element opens in the file, counted from 1. */
  line: number;
  column: number;
  /** What its names say of it, once that was asked. */
  doubt?: Doubt;
}

/** How sure it is that an element is no part of the story. */
export type Doubt = 'none' | 'weak' | 'strong' | 'hidden' | 'never';

export type Node = Text | Element;

/** Elements within one another; what a browser writes has some forty. */
const deepest = 400;

/** A page that nests deeper than any honest one does. */
export class TooDeep extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`Elements are nested more than ${deepest} levels deep.`);
    this.line = line;
  }
}

/** Whose content is no text of the page. What scripts hold as data is read before they are let go. */
const dropped = new Set(['style', 'template', 'object', 'embed', 'canvas']);
const data = /^\s*application\/(?:ld\+)?json\b/i;

/**
 * Parses HTML as browsers do, with scripting off: what stands in `noscript` is read.
 *
 * @throws TooDeep
 */
export function parseHtml(text: string): Element {
  const document = parse(withoutScripts(text), { scriptingEnabled: false, sourceCodeLocationInfo: true });
  return light(document);
}

/** The same for a piece of HTML, such as a field of an export. */
export function parsePiece(text: string): Element {
  return light(parseFragment(text, { scriptingEnabled: false, sourceCodeLocationInfo: true }));
}

/** Where scripts and style sheets open; one that stands in a value of an attribute has a sign before it. */
const scripts = /(?:^|[\s>])<(script|style)\b([^<>]{0,2000})>/gi;

/**
 * A page without the text of its scripts and style sheets, which are most of it and nothing to us: data stays, and so do
 * the numbers of the lines.
 */
function withoutScripts(text: string): string {
  const parts: string[] = [];
  let from = 0;
  // Its own copy: a pattern that searches on remembers where it was.
  const opening = new RegExp(scripts);
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index + found[0].length;
    const closing = found[1]!.toLowerCase() === 'script' ? /<\/script/gi : /<\/style/gi;
    closing.lastIndex = start;
    const end = closing.exec(text);
    if (!end) break;
    opening.lastIndex = end.index;
    if (/\bjson\b/i.test(found[2]!)) continue;
    let lines = 0;
    for (let at = text.indexOf('\n', start); at >= 0 && at < end.index; at = text.indexOf('\n', at + 1)) lines++;
    parts.push(text.slice(from, start), '\n'.repeat(lines));
    from = end.index;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

type Parsed = DefaultTreeAdapterMap;

function light(document: Parsed['parentNode']): Element {
  const root: Element = {
    type: 'element',
    tag: '#document',
    attributes: new Map(),
    children: [],
    parent: null,
    line: 1,
    column: 1,
  };
  let level: [Element, Parsed['parentNode']][] = [[root, document]];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new TooDeep(level[0]![0].line);
    const next: [Element, Parsed['parentNode']][] = [];
    for (const [parent, from] of level) {
      for (const node of from.childNodes) {
        if (defaultTreeAdapter.isTextNode(node)) parent.children.push({ type: 'text', value: node.value, parent });
        else if (defaultTreeAdapter.isElementNode(node)) {
          const made = lightElement(node, parent);
          if (!made) continue;
          parent.children.push(made);
          if (node.childNodes.length > 0) next.push([made, node]);
        }
      }
    }
    level = next;
  }
  return root;
}

function lightElement(node: Parsed['element'], parent: Element): Element | null {
  const { tagName: tag, attrs, namespaceURI, sourceCodeLocation: place } = node;
  if (dropped.has(tag) || namespaceURI !== names.NS.HTML) return null;
  const telegram = tag === 'script' && attrs.find(({ name }) => name === 'data-telegram-post')?.value;
  // What its script would put there.
  if (telegram) return { type: 'element', tag: 'iframe', attributes: new Map([['src', `https://t.me/${telegram}?embed=1`]]), children: [], parent, line: place?.startLine ?? 1, column: place?.startCol ?? 1 }; // prettier-ignore
  if (tag === 'script' && !attrs.some(({ name, value }) => name === 'type' && data.test(value))) return null;
  const attributes = new Map<string, string>();
  for (const { name, value } of attrs) attributes.set(name, value);
  return { type: 'element', tag, attributes, children: [], parent, line: place?.startLine ?? 1, column: place?.startCol ?? 1 }; // prettier-ignore
}
