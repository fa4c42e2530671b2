import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import { SKIP, visit } from 'unist-util-visit';
import { fragment } from './fragment.ts';
import { blockSchema, contentSchema } from './schema.ts';
import { eachElement, hasElement } from './walk.ts';

/** Fragments and the addresses that point to them carry this, so that an author's id can't stand for one of ours. */
const PREFIX = 'user-content-';

/**
 * The one gate: everything that becomes HTML passes here last. Gating twice changes nothing.
 *
 * @param tree   hast; raw HTML in it has been parsed (a `raw` node is dropped)
 * @param of     `content` for what an author wrote; `block` for the markup that our renderers put around it
 * @returns a new tree in which nothing is active and nothing is loaded from elsewhere
 */
export function gate(tree: Nodes, of: 'content' | 'block' = 'content', pictureHosts: readonly string[] = []): Root {
  const own: Root = tree.type === 'root' ? copy(tree) : { type: 'root', children: [copy(tree) as ElementContent] };
  prepare(own, pictureHosts);
  const schema = of === 'block' ? blockSchema : contentSchema;
  return pictureHosts.length ? rehypeSanitize(lettingPicturesIn(schema))(own) : sanitize[of](own);
}

/** The last step. Nothing comes after it. */
const sanitize = { content: rehypeSanitize(contentSchema), block: rehypeSanitize(blockSchema) };

/** A host that the settings name is let through by the schema only once `prepare` has checked each picture. */
function lettingPicturesIn(schema: Schema): Schema {
  return { ...schema, protocols: { ...schema.protocols, src: ['https'] } };
}

/** HTML of a tree, past the gate. */
export function toSafeHtml(
  tree: Nodes,
  of: 'content' | 'block' = 'content',
  pictureHosts: readonly string[] = [],
): string {
  return stringify(gate(tree, of, pictureHosts));
}

/** HTML of what the gate gave. */
export function stringify(safe: Root): string {
  return toHtml(safe);
}

/** Each reading can only close what was open: two are the most that any known text needs. */
const READINGS = 4;

/**
 * What the gate gave, as a browser reads it: taking an element out can leave a nesting that no HTML says
 * (a paragraph in a paragraph, a link in a link), and what is read back is then another tree. It goes
 * through the gate again until both are one.
 *
 * @param safe a tree that the gate gave
 * @returns a tree whose HTML is read back as the same tree; its bare text where there is no such tree
 */
export function settle(safe: Root, pictureHosts: readonly string[] = []): Root {
  let tree = safe;
  let html = stringify(tree);
  for (let reading = 0; reading < READINGS; reading++) {
    tree = gate(fragment(html), 'content', pictureHosts);
    const again = stringify(tree);
    if (again === html) return tree;
    html = again;
  }
  return { type: 'root', children: [{ type: 'text', value: toText(safe) }] };
}

/** Ten times as fast as `structuredClone` on these trees, and every word of every article passes here. */
function copy<Node extends Nodes>(node: Node): Node {
  const own = { ...node };
  if ('properties' in own && own.type === 'element') own.properties = { ...own.properties };
  if ('children' in own) own.children = (own.children as Nodes[]).map(copy) as typeof own.children;
  return own;
}

/**
 * What a schema can't say: fragments keep one prefix however often they pass, pictures come from this
 * site or a host that the settings name, and a link that leaves the site takes nothing along.
 */
function prepare(tree: Nodes, pictureHosts: readonly string[]): void {
  eachElement(tree, (node) => {
    const { properties } = node;
    if (typeof properties['id'] === 'string') properties['id'] = unprefixed(properties['id']);
    if (properties['ariaDescribedBy']) {
      properties['ariaDescribedBy'] = [String(properties['ariaDescribedBy'])].map((id) => PREFIX + unprefixed(id));
    }
    // As HTML is read back: an attribute without a value has an empty one.
    for (const name of ['dataFootnoteRef', 'dataFootnotes', 'dataFootnoteBackref'])
      if (properties[name] === true) properties[name] = '';
    if (node.tagName === 'a' && typeof properties['href'] === 'string') mendLink(node, properties['href']);
  });
  if (!hasElement(tree, pictures)) return;
  visit(tree, 'element', (node, index, parent) => {
    if (!pictures.has(node.tagName) || isOwnPicture(node, pictureHosts)) return undefined;
    if (!parent || index === undefined) return undefined;
    const alt = node.properties['alt'];
    parent.children.splice(
      index,
      1,
      ...(typeof alt === 'string' && alt ? [{ type: 'text', value: alt } as const] : []),
    );
    return [SKIP, index];
  });
}

const pictures = new Set(['img']);

function unprefixed(id: string): string {
  let bare = id;
  while (bare.startsWith(PREFIX)) bare = bare.slice(PREFIX.length);
  return bare;
}

function mendLink(link: Element, written: string): void {
  const { properties } = link;
  const href = safeAddress(written);
  delete properties['target'];
  delete properties['rel'];
  if (href === null) {
    delete properties['href'];
  } else if (href.startsWith('#')) {
    properties['href'] = `#${PREFIX}${unprefixed(href.slice(1))}`;
  } else {
    properties['href'] = href;
    if (/^https?:/.test(href)) properties['rel'] = ['noopener', 'noreferrer'];
  }
}

/**
 * An address as a browser would read it (WHATWG URL), if it is one that an article may link to.
 *
 * @param written an address as an author wrote it
 * @returns `http`, `https` and `mailto` addresses in their normal form; `#fragment` and paths of this
 *          site as they are; null for everything else, among it `javascript:`, `data:` and `tel:`
 */
export function safeAddress(written: string): string | null {
  // Browsers drop tabs and line ends inside an address and blanks around it before they read its scheme.
  const address = written.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
  if (address === '') return null;
  if (address.startsWith('#')) return address.length > 1 ? address : null;
  const url = URL.parse(address, 'https://this-site.invalid/');
  if (!url) return null;
  if (url.hostname === 'this-site.invalid') {
    return /^(?:https?:)?[/\\]{2}/i.test(address) ? null : url.pathname + url.search + url.hash;
  }
  if (url.protocol === 'mailto:') return url.href;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** A picture is a path of this site, or stands on a host that the settings name. */
function isOwnPicture(picture: Element, pictureHosts: readonly string[]): boolean {
  const { src, srcSet } = picture.properties;
  const addresses = [src, ...(typeof srcSet === 'string' ? srcSet.split(',') : Array.isArray(srcSet) ? srcSet : [])];
  if (addresses.every((address) => typeof address === 'string' && /^\/(?![/\\])/.test(address.trim()))) return true;
  if (srcSet !== undefined || typeof src !== 'string') return false;
  const url = URL.parse(src);
  return url?.protocol === 'https:' && pictureHosts.includes(url.host);
}
