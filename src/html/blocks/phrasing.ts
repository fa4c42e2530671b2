import type { PhrasingContent } from 'mdast';
import { addressIn } from '../tree/address.ts';
import type { Element, Node } from '../tree/dom.ts';
import { furnitureOf } from '../tree/furniture.ts';
import { attribute, isBlock, namesOf } from '../tree/tree.ts';

const silent = new Set(['script', 'noscript', 'iframe', 'video', 'audio', 'textarea', 'select', 'button', 'svg', 'input', 'map', 'title']); // prettier-ignore
const marks = new Map<string, 'emphasis' | 'strong' | 'delete'>([['em', 'emphasis'], ['i', 'emphasis'], ['cite', 'emphasis'], ['strong', 'strong'], ['b', 'strong'], ['del', 'delete'], ['s', 'delete'], ['strike', 'delete']]); // prettier-ignore

/** Inline HTML as Markdown has it. White space is that of the page's source: `tidy` makes it what a browser shows. */
export function phrasingOf(node: Node, base: string | null): PhrasingContent[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: node.value.replace(/[ \t\r\n\f]+/g, ' ') }]; // prettier-ignore
  const { tag } = node;
  if (tag === 'br') return [{ type: 'break' }];
  if (tag === 'wbr' || silent.has(tag)) return [];
  // A picture among words is an emoji or a sign: its alternative text is the sign.
  if (tag === 'img') return emojiOf(node);
  const doubt = furnitureOf(node);
  if (doubt === 'hidden' || doubt === 'never' || (doubt === 'strong' && tag !== 'label')) return [];
  if (tag === 'code' || tag === 'kbd' || tag === 'samp') return codeOf(node);
  if (tag === 'q') return [{ type: 'text', value: '“' }, ...within(node, base), { type: 'text', value: '”' }];
  const children = within(node, base);
  if (children.length === 0) return [];
  if (tag === 'a') {
    const url = addressIn(attribute(node, 'href'), base);
    return url === null ? children : [{ type: 'link', url, children: children.flatMap(unlinked) }];
  }
  if (isBlock(node)) return [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
  const mark = marks.get(tag) ?? (tag === 'span' && /(?:^|\s)(?:strong|bold|fett|negrita)(?:\s|$)|font-weight\s*:\s*(?:bold|[6-9]00)/i.test(`${attribute(node, 'class')} ${attribute(node, 'style')}`) ? 'strong' : undefined); // prettier-ignore
  if (mark === undefined || children.every(isBlank)) return children;
  return outsideSpaces(mark, children);
}

/** Spaces at the ends of a mark stand outside of it, as Markdown needs them. */
function outsideSpaces(type: 'emphasis' | 'strong' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const all = wordsOf(children);
  const before: PhrasingContent[] = /^\s/.test(all) ? [{ type: 'text', value: ' ' }] : [];
  const after: PhrasingContent[] = /\s$/.test(all) ? [{ type: 'text', value: ' ' }] : [];
  return [...before, { type, children: trimEnd(trimStart(trimmed(children))) }, ...after];
}

/** Phrasing without the spaces that its first text begins with. */
function trimmed([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  if (!first) return [];
  if (first.type === 'text') return [{ ...first, value: first.value.trimStart() }, ...rest];
  return 'children' in first ? [{ ...first, children: trimmed(first.children as PhrasingContent[]) } as PhrasingContent, ...rest] : [first, ...rest]; // prettier-ignore
}

const within = (element: Element, base: string | null): PhrasingContent[] => element.children.flatMap((child) => phrasingOf(child, base)); // prettier-ignore

const isBlank = (node: PhrasingContent): boolean => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''); // prettier-ignore

/** Links do not stand within links. */
function unlinked(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(unlinked);
  if ('children' in node) return [{ ...node, children: node.children.flatMap(unlinked) }] as PhrasingContent[];
  return [node];
}

function emojiOf(element: Element): PhrasingContent[] {
  const alt = attribute(element, 'alt').trim();
  const sign = /\bemoji\b/.test(namesOf(element)) || /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u200d\ufe0f])+$/u.test(alt); // prettier-ignore
  return sign && alt.length < 24 ? [{ type: 'text', value: alt }] : [];
}

function codeOf(element: Element): PhrasingContent[] {
  const value = element.children.map(raw).join('').replace(/\s+/g, ' ').trim();
  return value === '' ? [] : [{ type: 'inlineCode', value }];
}

/** All text of a node, white space as it stands. */
export function raw(node: Node): string {
  if (node.type === 'text') return node.value;
  return node.tag === 'br' ? '\n' : node.children.map(raw).join('');
}

/**
 * The content of a paragraph as a browser shows it: white space collapsed, none at the ends or around breaks; empty
 * marks gone, neighbours of one kind joined.
 */
export function tidy(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = collapse(join(nodes), { blank: true });
  return trimEnd(trimStart(joined));
}

function join(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { ...last, value: last.value + node.value };
    else if ((node.type === 'strong' || node.type === 'emphasis') && last?.type === node.type)
      out[out.length - 1] = { ...last, children: join([...last.children, ...node.children]) };
    else if ('children' in node) out.push({ ...node, children: join(node.children) } as PhrasingContent);
    else out.push(node);
  }
  return out;
}

/** Makes runs of spaces one, across the borders of marks and links. */
function collapse(nodes: readonly PhrasingContent[], state: { blank: boolean }): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      let value = node.value.replace(/[ \t\r\n]+/g, ' ');
      if (state.blank) value = value.replace(/^ /, '');
      if (value === '') continue;
      state.blank = value.endsWith(' ');
      out.push({ ...node, value });
    } else if (node.type === 'break') {
      state.blank = true;
      out.push(node);
    } else if ('children' in node) {
      const children = collapse(node.children, state);
      if (children.length > 0) out.push({ ...node, children } as PhrasingContent);
    } else {
      state.blank = false;
      out.push(node);
    }
  }
  return out;
}

function trimStart(nodes: PhrasingContent[]): PhrasingContent[] {
  let from = 0;
  while (nodes[from] && isBlank(nodes[from]!)) from++;
  return from === 0 ? nodes : nodes.slice(from);
}

function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const out = [...nodes];
  while (out.length > 0) {
    const last = out.at(-1)!;
    if (isBlank(last)) {
      out.pop();
      continue;
    }
    if (last.type === 'text') out[out.length - 1] = { ...last, value: last.value.replace(/[ \u00a0]+$/u, '') };
    else if ('children' in last) {
      const children = trimEnd(last.children as PhrasingContent[]);
      if (children.length === 0) {
        out.pop();
        continue;
      }
      out[out.length - 1] = { ...last, children } as PhrasingContent;
    }
    break;
  }
  return out;
}

/** The words of phrasing content. */
export function wordsOf(nodes: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += '\n';
    else if ('children' in node) text += wordsOf(node.children as PhrasingContent[]);
  }
  return text;
}

/** Length of what is linked in it. */
export function linkedLength(nodes: readonly PhrasingContent[]): number {
  let length = 0;
  for (const node of nodes) {
    if (node.type === 'link') length += wordsOf(node.children).length;
    else if ('children' in node) length += linkedLength(node.children as PhrasingContent[]);
  }
  return length;
}
