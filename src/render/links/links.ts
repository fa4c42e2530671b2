import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { pictureProperties } from '../../article/blocks/picture.ts';
import type { Image } from '../../article/schema.ts';
import { articleId, slug } from '../../article/id.ts';
import { safeAddress } from '../gate.ts';
import { hasElement } from '../walk.ts';

/** Where links to other articles lead, by their address as the file writes it, percent signs decoded. */
export interface Leads {
  /** A page below the base with its fragment, empty where no article has the name; undefined where nothing is known. */
  get(written: string): string | undefined;
}

/** Where an article's links and pictures lead. */
export interface Surroundings {
  /** The file's path below `content/articles`. */
  path: string;
  /** The site's base: `/` or `/news/`. */
  base: string;
  /** Hosts whose pictures may be loaded by the reader's browser. */
  pictureHosts: readonly string[];
  /** Pictures that are kept with the article, by their address as the file writes it, percent signs decoded. */
  pictures: ReadonlyMap<string, Image>;
  /** Where links to other articles lead. Without it, or for one of which it knows nothing, by the file's path. */
  articles?: Leads;
  /** Is told of each link to another article, and where it was led. */
  asked?(written: string, led: string): void;
  /** Is told of each address that could not be kept, and of a fragment that the other article does not have. */
  refused(address: string, kind: 'link' | 'picture' | 'article' | 'fragment', line: number | null): void;
}

/**
 * Points links at this site's pages and pictures at their renditions; an address that an article may
 * not use leaves its text behind and is named.
 *
 * @param tree hast before the gate; changed in place
 */
export function resolveAddresses(tree: Root, around: Surroundings): void {
  if (!hasElement(tree, addressed)) return;
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const children = parent.children as ElementContent[];
    if (node.tagName === 'a') {
      const written = node.properties['href'];
      if (typeof written !== 'string') return undefined;
      const line = node.position?.start.line ?? null;
      const wanted = isArticle(written, around);
      const href = wanted ? linkToArticle(written, around, line) : resolveLink(written, around);
      if (href !== null) {
        node.properties['href'] = href;
        return undefined;
      }
      around.refused(written, wanted ? 'article' : 'link', line);
      children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    if (node.tagName === 'img') {
      const mended = resolvePicture(node, around, parent.type === 'element' && parent.tagName === 'a');
      if (mended === null) return undefined;
      children.splice(index, 1, ...mended);
      return [SKIP, index + mended.length];
    }
    return undefined;
  });
}

const addressed = new Set(['a', 'img']);

/** Whether an address names another article: its file, its page, or, among known names, whatever leads to one. */
function isArticle(written: string, { articles, base }: Surroundings): boolean {
  const address = written.trim();
  if (safeAddress(address) === null || /^(?:#|\/\/|\\|[a-z][a-z0-9+.-]*:)/i.test(address)) return false;
  const [path = ''] = address.split(/[?#]/, 1);
  if (/\.(?:md|markdown|mdown|mkd|mdx|txt|text)$/i.test(path)) return true;
  if (path.startsWith('/'))
    return (
      articles !== undefined &&
      path.startsWith(`${base}articles/`) &&
      // `/articles/tide.json` is a file beside the page.
      /[^/]/.test(path.slice(base.length + 9)) &&
      !/\.[a-z0-9]{2,5}$/i.test(path)
    );
  return path !== '' && !/\.[a-z0-9]{2,5}$/i.test(path);
}

/** @returns the page of another article; null where there is none */
function linkToArticle(written: string, around: Surroundings, line: number | null): string | null {
  const whole = decoded(written.trim());
  const { base } = around;
  const address = whole.startsWith(`${base}articles/`) ? whole.slice(base.length - 1) : whole;
  const led = around.articles?.get(address) ?? byPath(address, around);
  around.asked?.(address, led);
  if (led === '') return null;
  if (address.includes('#') && !address.endsWith('#') && !led.includes('#')) around.refused(written, 'fragment', line);
  return around.base + led.replace(/^\//, '');
}

/** Where nothing is known of the other articles, the path of a file says what its page is; a name alone says nothing. */
function byPath(address: string, { path }: Surroundings): string {
  const [, file = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  if (file.startsWith('/articles/') && !/\.\w+$/.test(file)) return address;
  const target = /\.(?:md|markdown|mdown|mkd|mdx|txt|text)$/i.test(file) ? joined(path, file) : null;
  return target === null ? '' : `/articles/${articleId(target)}/${fragmentOf(fragment)}`;
}

/** A fragment of another article's page, with the prefix that the gate gives to ids. */
const fragmentOf = (written: string): string => (written.length > 1 ? `#user-content-${slug(written.slice(1))}` : '');

/**
 * A link as the page has it: `/path` goes below the base.
 * @returns null for an address that an article may not use
 */
function resolveLink(written: string, around: Surroundings): string | null {
  const safe = safeAddress(written);
  if (safe === null || safe.startsWith('#') || /^[a-z]+:/i.test(safe)) return safe;
  if (!/^[/\\]/.test(written.trim())) return null;
  return safe.startsWith(around.base) ? safe : around.base + safe.slice(1);
}

/**
 * A picture of this site gets its renditions; any other becomes its text, linked where it may be.
 * @returns what stands in its place; null where the picture itself stays
 */
function resolvePicture(node: Element, around: Surroundings, linked: boolean): ElementContent[] | null {
  const src = String(node.properties['src'] ?? '');
  const alt = String(node.properties['alt'] ?? '');
  const image = around.pictures.get(decoded(src));
  if (image) {
    node.properties = { ...pictureProperties(image), alt };
    return null;
  }
  const address = safeAddress(src);
  const url = address === null ? null : URL.parse(address);
  if (url?.protocol === 'https:' && around.pictureHosts.includes(url.host)) {
    node.properties = { src: url.href, alt, loading: 'lazy', decoding: 'async' };
    return null;
  }
  const text = { type: 'text', value: alt || src } as const;
  if (!url || !/^https?:$/.test(url.protocol)) {
    if (src) around.refused(src, 'picture', node.position?.start.line ?? null);
    return alt ? [{ type: 'text', value: alt }] : [];
  }
  if (linked) return [text];
  return [{ type: 'element', tagName: 'a', properties: { href: url.href }, children: [text] }];
}

/**
 * The path of a file that another names, below the content folder.
 * @returns null where it climbs out of the folder
 */
export function joined(from: string, to: string): string | null {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Whether an address names a host or a scheme, and so no file that is kept with the article. */
export const isElsewhere = (address: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** Percent signs that encode nothing are what they are: `100%.png` is a file's name. */
export function decoded(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
