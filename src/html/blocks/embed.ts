import type { Html } from 'mdast';
import type { Element, Node } from '../tree/dom.ts';
import { attribute, findFirst, namesOf } from '../tree/tree.ts';

/** Classes by which networks mark their embeds; those of X are read where its posts are. */
const networks = /(?:^|\s)(?:instagram-media|tiktok-embed|bluesky-embed|text-post-media|mastodon-embed|fb-xfbml-parse-ignore|reddit-(?:card|embed-bq)|telegram-post|truthsocial-embed)(?:\s|$)/; // prettier-ignore
const addresses = ['cite', 'data-instgrm-permalink', 'data-bluesky-uri', 'data-text-post-permalink', 'data-embed-url'];
/** So long and so full of tags is an embed at most. */
const longest = 20_000;
const mostTags = 500;

/**
 * A post of another network, a film or a recording, as the markup that was given out to embed it: the recognisers read
 * that as they read it in Markdown.
 */
export function embedOf(element: Element): Html | null {
  if (element.tag === 'iframe' ? frameAddress(element) === '' : element.tag !== 'blockquote' || !isPost(element)) return null; // prettier-ignore
  const value = markupOf(element);
  if (value.length > longest || (value.match(/</g)?.length ?? 0) > mostTags) return null;
  const { line, column } = element;
  return { type: 'html', value, position: { start: { line, column }, end: { line, column } } };
}

/** A quotation with a network's class that says which post it is: one that does not is read by its words. */
const isPost = (element: Element): boolean =>
  networks.test(namesOf(element)) &&
  (addresses.some((name) => attribute(element, name) !== '') || findFirst(element, (each) => each.tag === 'a' && /^https?:/.test(attribute(each, 'href'))) !== null); // prettier-ignore

/** Where a frame leads, an http(s) address; empty where it leads nowhere. */
export function frameAddress(frame: Element): string {
  const src = ['src', 'data-src', 'data-lazy-src', 'data-original-src'].map((name) => attribute(frame, name).trim()).find((value) => /^(?:https?:)?\/\//i.test(value)); // prettier-ignore
  return src?.replace(/^\/\//, 'https://').replace('//www.redditmedia.com/', '//www.reddit.com/') ?? '';
}

function markupOf(node: Node): string {
  if (node.type === 'text') return node.value.replace(/[&<>]/g, escape);
  const { tag } = node;
  if (tag === 'br') return '<br>';
  const own = tag === 'iframe' ? new Map([['src', frameAddress(node)], ['title', attribute(node, 'title')]]) : node.attributes; // prettier-ignore
  const attributes = [...own].filter(([name, value]) => value !== '' && /^(?:class|href|src|cite|title|data-[a-z-]{1,40})$/.test(name)).map(([name, value]) => ` ${name}="${value.replace(/[&<>"]/g, escape)}"`); // prettier-ignore
  return `<${tag}${attributes.join('')}>${node.children.map(markupOf).join('')}</${tag}>`;
}

const escape = (sign: string): string => `&#${sign.charCodeAt(0)};`;
