import { htmlTagNames } from 'html-tag-names';
import type { Html, PhrasingContent, RootContent } from 'mdast';
import type { Node, Point } from 'unist';
import { visit } from 'unist-util-visit';

/**
 * What stands between angle brackets and is no element of HTML is what its author wrote: "Dear <name>", "List<String>",
 * "<Ctrl>+<C>". So is an element whose text a browser would not show, where it is opened in a sentence and not closed.
 */

const known: ReadonlySet<string> = new Set([...htmlTagNames, 'svg', 'math', 'search', 'selectedcontent', 'fencedframe', 'portal']); // prettier-ignore
const swallowing = new Set('iframe noembed noframes noscript object plaintext script select style svg template textarea title video audio xmp'.split(' ')); // prettier-ignore

const tag = /<(\/?)([A-Za-z][^\s/<>]*)([^<>]*)>/g;

/**
 * Turns tags that are none into text. What has attributes (`<Tabs items={a}>`, `<x-card />`) is a component of a site's
 * own, with its closing tag: another rule tells of those.
 *
 * @param parse reads a Markdown text, with positions from its own beginning
 */
export function keepUnknownElements(nodes: RootContent[], parse: (text: string) => RootContent[]): RootContent[] {
  const components = new Set<string>();
  visit({ type: 'root', children: nodes }, 'html', ({ value }) => {
    for (const [, , name = '', rest = ''] of value.matchAll(tag))
      if (rest.includes('=') || rest.trimEnd().endsWith('/')) components.add(name);
  });
  return new Elements(components, parse).keep(nodes);
}

class Elements {
  readonly #components: ReadonlySet<string>;
  readonly #parse: (text: string) => RootContent[];

  constructor(components: ReadonlySet<string>, parse: (text: string) => RootContent[]) {
    this.#components = components;
    this.#parse = parse;
  }

  keep(nodes: readonly RootContent[]): RootContent[] {
    return nodes.flatMap((node) => {
      if (node.type === 'html') return this.#block(node);
      if (!('children' in node)) return [node];
      if (phrasing.has(node.type)) node.children = this.#inline(node.children as PhrasingContent[]);
      else node.children = this.keep(node.children as RootContent[]) as typeof node.children;
      return [node];
    });
  }

  #inline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    return nodes.map((node, index): PhrasingContent => {
      if ('children' in node) node.children = this.#inline(node.children) as typeof node.children;
      if (node.type !== 'html') return node;
      const [, closing, name = '', rest = ''] = new RegExp(tag.source).exec(node.value) ?? [];
      const isStray =
        swallowing.has(name.toLowerCase()) && closing === '' && !rest.trimEnd().endsWith('/') && !closes(name, nodes.slice(index + 1)); // prettier-ignore
      if (name === '' || !(isStray || this.#isWords(name))) return node;
      return { type: 'text', value: node.value, ...(node.position && { position: node.position }) };
    });
  }

  /** A block of raw HTML: what is no element in it is escaped; one that opens with such is a paragraph after all. */
  #block(node: Html): RootContent[] {
    if (/^\s*<(?:script|style|pre|textarea|svg|math|!|\?)/i.test(node.value)) return [node];
    const value = node.value.replace(tag, (whole, _, name: string) =>
      this.#isWords(name) ? `&lt;${whole.slice(1)}` : whole,
    );
    if (value === node.value) return [node];
    if (!value.startsWith('&lt;')) return [{ ...node, value }];
    const again = this.#parse(`\\${node.value}`);
    if (node.position) moved(again, node.position.start);
    return this.keep(again);
  }

  #isWords(name: string): boolean {
    return !known.has(name.toLowerCase()) && !this.#components.has(name);
  }
}

const phrasing: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

function closes(name: string, nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => node.type === 'html' && node.value.toLowerCase().startsWith(`</${name.toLowerCase()}`));
}

/** Moves what was read with one sign more in front to where it stands. */
function moved(nodes: RootContent[], start: Point): void {
  visit({ type: 'root', children: nodes }, (node: Node) => {
    const { position } = node;
    for (const place of position ? [position.start, position.end] : []) {
      if (place.line === 1) place.column = Math.max(1, place.column - 1) + start.column - 1;
      place.line += start.line - 1;
      if (place.offset !== undefined) place.offset = Math.max(0, place.offset - 1) + (start.offset ?? 0);
    }
  });
}
