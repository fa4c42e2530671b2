import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { fragment } from '../fragment.ts';
import { toSafeHtml } from '../gate.ts';

export interface LeadOnOptions {
  /** The site's base. */
  base: string;
  /** Pages of people whose posts are quoted, by handle in small letters, and of who is credited, by name. */
  handles: Readonly<Record<string, string>>;
  credits: Readonly<Record<string, string>>;
  /** Language and direction of the words that the page says itself, where the article's are others. */
  words: { lang: string; dir: string } | null;
  pictureHosts: readonly string[];
}

/** Whose own words are the page's, not the article's. */
const pageWords = new Set(['tweet-note', 'tweet-empty', 'tweet-media', 'post-note', 'post-empty', 'figure-missing']);

/**
 * Has posts and credits lead to the pages of the people they name, here; and says of a picture in a post that it was
 * not kept, where the post has no more than its address.
 *
 * @param html safe HTML of a story
 * @returns safe HTML: it has passed the gate again, last
 */
export function leadingOn(html: string, { base, handles, credits, words, pictureHosts }: LeadOnOptions): string {
  if (!/class="(?:tweet|post|figure|credit)/.test(html)) return html;
  const tree = fragment(html);
  const link = (path: string, children: ElementContent[]) => h('a', { href: base + path.slice(1) }, children);
  visit(tree, 'element', (node) => {
    const names = classesOf(node);
    if (words && names.some((name) => pageWords.has(name))) Object.assign(node.properties, words);
    if (names.includes('tweet-media') && typeof node.properties['title'] === 'string') {
      const address = textOf(node);
      node.children = [{ type: 'text', value: node.properties['title'] }];
      node.properties['title'] = address;
    }
    if (names.includes('tweet-by') || names.includes('post-by')) {
      const handle = /@(\S+)\s*$/.exec(textOf(node))?.[1]?.toLowerCase();
      const path = handle !== undefined && Object.hasOwn(handles, handle) ? handles[handle] : undefined;
      if (path !== undefined) node.children = [link(path, node.children)];
    }
    if (names.includes('credit-person') || names.includes('credit-agency')) {
      const name = textOf(node).trim();
      const path = Object.hasOwn(credits, name) ? credits[name] : undefined;
      if (path !== undefined) node.children = [link(path, node.children)];
    }
  });
  return toSafeHtml(tree, 'block', pictureHosts);
}

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : [];

const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
