import type { Element, ElementContent } from 'hast';
import type { BlockContent } from 'mdast';
import { readMediaAddress, type MediaAddress } from '../../article/blocks/media/media-address.ts';
import { hastText, quoteContent } from '../embeds/embed-content.ts';
import type { EmbedForm, RawHtml } from '../embeds/embed-form.ts';
import type { Context } from '../recogniser.ts';
import { linesOf } from '../text/phrasing.ts';
import { mediaName, mediaNode } from './media-node.ts';

/** Titles that players give themselves. */
const idle =
  /^(?:.{0,30}\b(?:video|audio|media|podcast|episode|embed(?:ded)?)\s*(?:player|content|item)?|iframe|embed)$/iu;

/** A player: a frame of a provider, or `<video>` and `<audio>` with an address; a figure around one, with its caption. */
export const mediaMarkup: EmbedForm = (element) => {
  const player = element.tagName === 'figure' ? only(element) : element;
  const address = player && addressOf(player);
  return player && address ? (raw, context) => [read(element, player, address, raw, context)] : null;
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';

/** The one player in a figure that shows nothing else. */
function only(figure: Element): Element | null {
  const players: Element[] = [];
  let others = 0;
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes.filter(isElement)) {
      if (/^(?:iframe|video|audio)$/.test(node.tagName)) players.push(node);
      else if (/^(?:img|picture|table|blockquote|pre)$/.test(node.tagName)) others++;
      else walk(node.children);
    }
  };
  walk(figure.children);
  return players.length === 1 && others === 0 ? players[0]! : null;
}

function addressOf({ tagName, properties, children }: Element): MediaAddress | null {
  const own = [properties['src'], properties['dataSrc'], properties['dataLazySrc']];
  if (tagName === 'iframe') return firstAddress(own);
  if (tagName !== 'video' && tagName !== 'audio') return null;
  const sources = children.filter(isElement).filter((child) => child.tagName === 'source');
  const found = firstAddress([...own, ...sources.map((source) => source.properties['src'])]);
  // The element says what it is, whatever the file's ending says.
  return found && { ...found, kind: tagName };
}

function firstAddress(written: readonly unknown[]): MediaAddress | null {
  for (const one of written) {
    const address = typeof one === 'string' ? readMediaAddress(one) : null;
    if (address) return address;
  }
  return null;
}

function read(element: Element, player: Element, address: MediaAddress, raw: RawHtml, context: Context) {
  const { title: written, ariaLabel } = player.properties;
  const said = [written, ariaLabel].find(
    (text) => typeof text === 'string' && text.trim() !== '' && !idle.test(text.trim()),
  );
  const title = typeof said === 'string' ? said.replace(/\s+/g, ' ').trim() : null;
  const position = raw.nodes[0]?.position;
  const children: BlockContent[] = element === player ? [] : quoteContent(without(element, player), position).blocks;
  const node = mediaNode(address, title, children, raw.nodes);
  // What stands in a player is shown by browsers that know no players.
  const removed = player.tagName === 'iframe' ? '' : hastText(player).trim().replace(/\s+/g, ' ');
  context.trace({
    rule: 'media-markup',
    lines: linesOf(...raw.nodes),
    before: raw.text,
    after: `a card that links to the ${mediaName(node)}`,
    certainty: 'certain',
    why: "a player's HTML; nothing is loaded from elsewhere",
    ...(removed !== '' && { removed }),
  });
  return node;
}

/** The element without the player in it. */
function without(element: Element, player: Element): Element {
  const children = element.children
    .filter((child) => child !== player)
    .map((child) => (isElement(child) ? without(child, player) : child));
  return { ...element, children };
}
