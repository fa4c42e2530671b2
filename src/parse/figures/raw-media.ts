import type { Html, Link, Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Context, Recogniser } from '../recogniser.ts';
import { linesOf } from '../text/phrasing.ts';

/** Where lazy pages keep the true address of a picture, best first. */
const lazy = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-echo'];
const sets = ['srcset', 'data-srcset', 'data-lazy-srcset'];

const attribute = /(?<name>[\w:-]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+)))?/g;
const picture = /<img\b(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const hidden = /<noscript\b[^>]*>\s*(?<inside>(?:<img\b[^>]*>\s*)+)<\/noscript>/gi;
const frame =
  /<(?<tag>iframe|video|audio)\b(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>(?<inside>[\s\S]*?)(?:<\/\k<tag>\s*>|$)/gi;
const possible = /<(?:img|iframe|video|audio|noscript)\b/i;

/**
 * Pictures, films and sounds in raw HTML, so that nothing of them is lost with their frames: a lazy picture gets its
 * address, and a frame becomes a link to what it shows.
 */
export const rawMedia: Recogniser = {
  name: 'raw-media',
  recognise(root: Root, context: Context) {
    if (context.form !== 'markdown' || !context.lines.some((line) => possible.test(line) || /!\[.*https?:/.test(line)))
      return root;
    const shown = new Set<string>();
    const children = root.children.map((block): RootContent => {
      const node = block.type === 'paragraph' ? (asHtml(block) ?? block) : block;
      if (node.type !== 'html') {
        if ('children' in node) withinText(node, shown, context);
        return node;
      }
      if (!possible.test(node.value)) return node;
      const value = withPictures(node.value, shown);
      if (value.trim() === '') return { ...node, value };
      return film(value, node, context) ?? { ...node, value: withLinks(value, node, context) };
    });
    return { ...root, children };
  },
};

/** A paragraph of nothing but tags is raw HTML: `<video>` and `<a>` open no block of it in Markdown. */
function asHtml(paragraph: Paragraph): Html | null {
  if (!paragraph.children.some((node) => node.type === 'html' && possible.test(node.value))) return null;
  if (!paragraph.children.every((node) => node.type === 'html' || node.type === 'text')) return null;
  const value = paragraph.children.map((node) => ('value' in node ? node.value : '')).join('');
  const words = value.replace(frame, '').replace(/<[^>]*>/g, '');
  return words.trim() === ''
    ? { type: 'html', value, ...(paragraph.position && { position: paragraph.position }) }
    : null;
}

const closing = /^<\/(?:iframe|video|audio)\b/i;

/** In a sentence a frame becomes a link, and so does a film that is written as a picture. */
function withinText(node: Exclude<RootContent, Html>, shown: Set<string>, context: Context): void {
  // A frame that stays is left out with its end, and the words behind it are none of it.
  let isOpen = false;
  visit(node, (inner, index, parent) => {
    if (inner.type === 'html') {
      inner.value = withPictures(inner.value, shown);
      if (closing.test(inner.value)) {
        if (!isOpen) inner.value = '';
        isOpen = false;
      } else {
        inner.value = withLinks(inner.value, inner, context).replace(/^<p>|<\/p>$/g, '');
        const tag = /^<(iframe|video|audio)\b/i.exec(inner.value)?.[1];
        const isClosed = parent?.children.slice((index ?? 0) + 1).some((other) => other.type === 'html' && closing.test(other.value)); // prettier-ignore
        if (tag !== undefined && isClosed) isOpen = true;
        else if (tag !== undefined) inner.value += `</${tag}>`;
      }
    }
    if (inner.type !== 'image' || !parent || index === undefined || !isFilm(inner.url)) return;
    const { url, alt, position } = inner;
    const link: Link = {
      type: 'link',
      url,
      children: [{ type: 'text', value: alt || url }],
      ...(position && { position }),
    };
    parent.children.splice(index, 1, link as never);
  });
}

/** Pages of films: no picture is to be had there. */
const isFilm = (url: string): boolean =>
  /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch|shorts|live|embed)|youtu\.be\/|(?:player\.)?vimeo\.com\/)/i.test(
    url,
  );

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { groups = {} } of text.matchAll(attribute))
    found.set(groups['name']!.toLowerCase(), groups['double'] ?? groups['single'] ?? groups['bare'] ?? '');
  return found;
}

/** Lazy pictures with their own address; those for readers without scripts where no other shows the same. */
function withPictures(html: string, shown: Set<string>): string {
  // What readers without scripts see is looked at last: most often it is the lazy picture once more.
  const others: string[] = [];
  return html
    .replace(hidden, (_, inside: string) => `\0${others.push(inside) - 1}\0`)
    .replace(picture, (whole, text: string) => {
      const given = attributesOf(text);
      const src = given.get('src') ?? '';
      const kept = lazy
        .map((name) => given.get(name) ?? '')
        .find((value) => value !== '' && !value.startsWith('data:'));
      const isStandIn =
        src === '' ||
        (/^data:/i.test(src) && src.length < 400) ||
        /(?:blank|spacer|placeholder|loading|lazy|1x1)[\w-]*\.\w+$/i.test(src);
      const largest = sets.map((name) => largestIn(given.get(name) ?? '')).find((value) => value !== '');
      const own = isStandIn ? (kept ?? largest ?? src) : src;
      shown.add(own);
      if (own === src || own === '') return whole;
      return `<img src="${own.replace(/"/g, '&quot;')}" alt="${(given.get('alt') ?? '').replace(/"/g, '&quot;')}">`;
    })
    .replace(/\0(\d+)\0/g, (_, index: string) => {
      const inside = others[Number(index)] ?? '';
      return shown.has(sourceIn(inside)) ? '' : inside;
    });
}

const sourceIn = (html: string): string => attributesOf(/<img\b([^>]*)>/i.exec(html)?.[1] ?? '').get('src') ?? '';

function largestIn(set: string): string {
  const all = [...set.matchAll(/(\S+?)(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,\s+|$)/g)];
  return all.sort((a, b) => Number(b[2] ?? 1) - Number(a[2] ?? 1))[0]?.[1] ?? '';
}

/** A frame alone is a paragraph of its own, which is read on as any other. */
function film(html: string, node: Html, context: Context): RootContent | null {
  const [only, ...others] = [...html.matchAll(frame)];
  if (!only || others.length > 0 || html.replace(only[0], '').trim() !== '') return null;
  const { address, words } = shownBy(only);
  if (!/^https?:/i.test(address)) return null;
  tell(only[0], address, node, context);
  const place = node.position ? { position: node.position } : {};
  return {
    type: 'paragraph',
    children: [
      { type: 'link', url: address, children: [{ type: 'text', value: words || address, ...place }], ...place },
    ],
    ...place,
  };
}

function withLinks(html: string, node: Html, context: Context): string {
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return html.replace(frame, (whole: string, ...rest: unknown[]) => {
    const { address, words } = shownBy({ groups: rest.at(-1) as Record<string, string> });
    if (!/^https?:/i.test(address)) {
      // It stays with its frame, which the page leaves out: then the address is told.
      if (address !== '') tell(whole, '', node, context, address);
      return whole;
    }
    tell(whole, address, node, context);
    return `<p><a href="${escape(address)}">${escape(words || address)}</a></p>`;
  });
}

function shownBy({ groups = {} }: { groups?: Record<string, string> | undefined }): { address: string; words: string } {
  const given = attributesOf(groups['attributes'] ?? '');
  const source = /<source\b([^>]*)>/i.exec(groups['inside'] ?? '')?.[1] ?? '';
  const written = given.get('src') || given.get('data-src') || attributesOf(source).get('src') || '';
  const words = given.get('title') || given.get('aria-label') || (groups['inside'] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  return { address: pageOf(decode(written).trim()), words: decode(words) };
}

const decode = (text: string): string => text.replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&#0?39;/g, "'").replace(/&lt;/g, '<'); // prettier-ignore

/** The page on which a film is to be seen, by the address of its frame. */
function pageOf(address: string): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?<id>[\w-]{6,20})/i.exec(full)?.groups?.[
    'id'
  ];
  if (youtube && youtube !== 'videoseries') return `https://www.youtube.com/watch?v=${youtube}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(?<id>\d+)/i.exec(full)?.groups?.['id'];
  if (vimeo) return `https://vimeo.com/${vimeo}`;
  const daily = /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(?<id>\w+)/i.exec(full)?.groups?.['id'];
  if (daily) return `https://www.dailymotion.com/video/${daily}`;
  return /^(?:javascript|data|about|blob):/i.test(full) ? '' : full;
}

function tell(before: string, after: string, node: Html, context: Context, removed?: string): void {
  context.trace({
    rule: 'frame',
    lines: linesOf(node),
    before: before.slice(0, 500),
    after,
    certainty: 'certain',
    why: 'a page of this site loads nothing from elsewhere: a link leads to what the frame shows',
    ...(removed !== undefined && { removed }),
  });
}
