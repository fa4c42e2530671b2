import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import type { Context } from '../recogniser.ts';

/** A piece of HTML in a text, and the nodes of the tree that it stands in. */
export interface RawHtml {
  text: string;
  nodes: readonly RootContent[];
  /** Index of the last node that belongs to it. */
  last: number;
}

/** Makes nodes of an element that a form knows. */
export type EmbedReader = (raw: RawHtml, context: Context) => RootContent[];

/** Knows the markup of one kind of embed: gives how an element is read, or null for one that is none. */
export type EmbedForm = (element: Element) => EmbedReader | null;

/** Raw HTML as a node: in pasted text it is text like any other. */
export function asItStands(value: string, raw: RawHtml, context: Context): RootContent {
  const position = raw.nodes[0]?.position;
  const place = position ? { position } : {};
  if (context.form === 'markdown') return { type: 'html', value, ...place };
  return { type: 'paragraph', children: [{ type: 'text', value: value.trim(), ...place }], ...place };
}
