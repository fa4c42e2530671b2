import type { Link, PhrasingContent } from 'mdast';

const ends = new RegExp(`[\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65“”„«»]`, 'u');
const letter = /(?<=[A-Za-z0-9])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Where an address that stands in a text ends: in Chinese and Japanese no blank follows it. A sign right behind a slash
 * belongs to it (`/wiki/中文`).
 */
function addressEnd(address: string): number {
  const mark = address.search(ends);
  const text = address.includes('/wiki/') ? -1 : address.search(letter);
  return Math.min(...[mark, text].filter((at) => at >= 0), address.length);
}

/** Takes what follows an address without a blank out of the link that it became. Changes the nodes. */
export function cutAddresses(nodes: PhrasingContent[]): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.type === 'link') cutAddress(node, nodes, index);
  }
}

/** An address that became a link by itself gives back the words that follow it without a blank. */
function cutAddress(link: Link, siblings: PhrasingContent[], index: number): void {
  const [only, other] = link.children;
  if (only?.type !== 'text' || other) return;
  const { start, end } = link.position ?? {};
  const isBare =
    start?.offset === undefined || end?.offset === undefined || end.offset - start.offset === only.value.length;
  if (!isBare || !link.url.endsWith(only.value)) return;
  const at = addressEnd(only.value);
  const rest = only.value.slice(at);
  if (rest === '' || at === 0) return;
  link.url = link.url.slice(0, link.url.length - rest.length);
  only.value = only.value.slice(0, at);
  const next = siblings[index + 1];
  if (next?.type === 'text') next.value = rest + next.value;
  else siblings.splice(index + 1, 0, { type: 'text', value: rest, ...(end && { position: { start: end, end } }) });
}
