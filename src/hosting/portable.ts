import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { treeText } from '../render/text.ts';

/**
 * A page for a newspaper that is read from any folder: every address of the site is relative and names a file, scripts
 * are no modules, which browsers don't load from a folder.
 */
export interface PortablePage {
  html: string;
  /** What search is told of it; null for a page that is no article and no text. */
  entry: PortableEntry | null;
}

/** See `FolderEntry` of src/client/search/folder-engine.ts. */
export interface PortableEntry {
  path: string;
  title: string;
  date: string;
  language: string;
  section: string;
  topics: string[];
  authors: string[];
  text: string;
}

export interface PortableOptions {
  /** Path of the page's file: `articles/harbour/index.html`. */
  file: string;
  /** The site's base. */
  base: string;
  /** Stands in the page in place of its Content-Security-Policy, whose hashes are no longer right. */
  policy: string;
  /** The plain script that is made of a module: its path in the site. Inline ones are given as their text. */
  script: (module: { src: string } | { text: string }) => string;
  /** Scripts of the search page, by their path in the site, before its own. */
  search: readonly string[];
}

const parser = unified().use(rehypeParse);
const addresses = ['href', 'src', 'action', 'poster', 'data', 'formAction'] as const;
/** What is of no use in a folder: no worker, no installing, nothing to fetch ahead of time. */
const useless = new Set(['manifest', 'preload', 'modulepreload']);

/** @param page HTML of a published page */
export function portablePage(page: string, options: PortableOptions): PortablePage {
  const tree = parser.parse(page);
  const relative = relativeTo(options.file, options.base);
  const entry = entryOf(tree, options.file);
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (isUseless(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const scripts = plainScripts(node, options);
    if (scripts !== null) {
      parent.children.splice(index, 1, ...scripts);
      return [SKIP, index + scripts.length];
    }
    if (node.tagName === 'html') node.properties['dataRoot'] = rootOf(options.file);
    if (isPolicy(node)) node.properties['content'] = options.policy;
    makeRelative(node, relative);
    return undefined;
  });
  return { html: toHtml(tree), entry };
}

const isUseless = ({ tagName, properties }: Element): boolean =>
  tagName === 'link' && [properties['rel']].flat().some((rel) => useless.has(String(rel)));

const isPolicy = ({ tagName, properties }: Element): boolean =>
  tagName === 'meta' && /^content-security-policy$/i.test(String(properties['httpEquiv']));

/** The plain scripts that stand in place of a module; null for anything else. */
function plainScripts(node: Element, { file, base, script, search }: PortableOptions): Element[] | null {
  const { src, type } = node.properties;
  if (node.tagName !== 'script' || type !== 'module') return null;
  const below = typeof src === 'string' ? belowBase(src, base) : null;
  if (typeof src === 'string' && below === null) return null;
  const made = script(below === null ? { text: textOf(node) } : { src: below });
  return [...(file === 'search/index.html' ? search : []), made].map((path) => ({
    type: 'element',
    tagName: 'script',
    properties: { defer: true, src: rootOf(file) + path },
    children: [],
  }));
}

function makeRelative(node: Element, relative: (address: string) => string): void {
  const { tagName, properties, children } = node;
  for (const name of addresses) {
    const address = properties[name];
    if (typeof address === 'string') properties[name] = relative(address);
  }
  if (typeof properties['srcSet'] === 'string')
    properties['srcSet'] = properties['srcSet']
      .split(/,\s+/)
      .map((each) => each.replace(/^\S+/, relative))
      .join(', ');
  if (tagName !== 'style') return;
  for (const child of children)
    if (child.type === 'text')
      child.value = child.value.replace(
        /url\((['"]?)([^'")]+)\1\)/g,
        (_, quote: string, url: string) => `url(${quote}${relative(url)}${quote})`,
      );
}

const rootOf = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/** @returns a path below the base, without its first slash; null for an address elsewhere */
function belowBase(address: string, base: string): string | null {
  return address.startsWith(base) && !address.startsWith('//') ? address.slice(base.length) : null;
}

/**
 * @param file path of the page's file
 * @returns what makes an address of the site relative to that page, and leaves any other as it is
 */
export function relativeTo(file: string, base: string): (address: string) => string {
  const root = rootOf(file);
  return (address) => {
    const below = belowBase(address, base);
    if (below === null) return address;
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(below) ?? [];
    return root + (path === '' || path.endsWith('/') ? `${path}index.html` : path) + rest;
  };
}

const textOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');

function entryOf(tree: Root, file: string): PortableEntry | null {
  const isArticle = file.startsWith('articles/');
  const article = find(
    tree,
    ({ tagName, properties }) =>
      tagName === 'article' && (isArticle ? properties['dataArticleId'] !== undefined : hasClass(properties, 'plain')),
  );
  const story = article && find(article, ({ properties }) => hasClass(properties, 'story'));
  if (!article || !story) return null;
  const words = (test: (node: Element) => boolean) => all(article, test).map((node) => plain(node));
  const ofClass = (name: string) => words(({ properties }) => hasClass(properties, name));
  const [title = ''] = words(({ tagName }) => tagName === 'h1');
  const html = find(tree, ({ tagName }) => tagName === 'html');
  const published = find(article, ({ properties }) => hasClass(properties, 'dt-published'));
  return {
    path: `/${file.replace(/index\.html$/, '')}`,
    title,
    date: String(published?.properties['dateTime'] ?? ''),
    language: String(article.properties['lang'] ?? html?.properties['lang'] ?? ''),
    section: words(({ properties }) => hasClass(properties, 'p-category') && properties['rel'] === undefined)[0] ?? '',
    topics: words(({ properties }) => hasClass(properties, 'p-category') && properties['rel'] !== undefined),
    authors: ofClass('p-author'),
    text: [...ofClass('p-summary'), plain(story)].join('\n').trim(),
  };
}

const hasClass = (properties: Element['properties'], name: string): boolean =>
  [properties['className']].flat().includes(name);

const plain = (node: Element): string => treeText({ type: 'root', children: [node] });

function find(tree: Root | Element, test: (node: Element) => boolean): Element | null {
  return all(tree, test)[0] ?? null;
}

function all(tree: Root | Element, test: (node: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (test(node)) found.push(node);
  });
  return found;
}
